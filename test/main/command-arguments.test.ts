import { expect, it } from 'vitest'
import { commandIn } from '../../main/command-arguments'

it('finds a command behind the switches of Chromium, with all its arguments', () => {
  expect(commandIn(['train', '--seed', '2'])).toEqual(['train', '--seed', '2'])
  expect(commandIn(['--ozone-platform=headless', '--no-sandbox', 'convert', 'a b.npz', '-'])).toEqual([
    'convert',
    'a b.npz',
    '-',
  ])
  expect(commandIn(['--log-level=3', '--help'])).toEqual(['--help'])
  expect(commandIn(['-h', 'train'])).toEqual(['-h', 'train'])
})

it('takes the language with it that stands before a command', () => {
  expect(commandIn(['--no-sandbox', '--language', 'zh', 'train', '--json'])).toEqual([
    ...['--language', 'zh', 'train', '--json'],
  ])
  expect(commandIn(['--language=zh', '--log-level=3', 'compare', 'a'])).toEqual([
    '--language=zh',
    'compare',
    'a',
  ])
  expect(commandIn(['--language', 'zh', '--help'])).toEqual(['--language', 'zh', '--help'])
  expect(commandIn(['--language', '--help'])).toEqual(['--language', '--help'])
  expect(commandIn(['--language', 'train'])).toBeUndefined()
  expect(commandIn(['--language', 'zh', 'a.safetensors'])).toBeUndefined()
})

it('leaves everything else to the window', () => {
  expect(commandIn([])).toBeUndefined()
  expect(commandIn(['--no-sandbox'])).toBeUndefined()
  expect(commandIn(['train.safetensors'])).toBeUndefined()
  expect(commandIn(['/home/me/train'])).toBeUndefined()
  expect(commandIn(['a.safetensors', 'train'])).toBeUndefined()
})
