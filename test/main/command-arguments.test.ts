import { expect, it } from 'vitest'
import { commandIn, languageIn } from '../../main/command-arguments'

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

it('finds the language that a window is to open in, the last where there are two', () => {
  expect(languageIn(['--no-sandbox', '--language', 'zh', 'a.safetensors'])).toBe('zh')
  expect(languageIn(['--language=en', '--language=zh', '--log-level=3'])).toBe('zh')
  expect(languageIn(['--language=en', '--language'])).toBe('')
  expect(languageIn(['--language', '--log-level=3'])).toBe('')
  expect(languageIn(['--languages=zh', 'language'])).toBeUndefined()
})

it('leaves everything else to the window', () => {
  expect(commandIn([])).toBeUndefined()
  expect(commandIn(['--no-sandbox'])).toBeUndefined()
  expect(commandIn(['train.safetensors'])).toBeUndefined()
  expect(commandIn(['/home/me/train'])).toBeUndefined()
  expect(commandIn(['a.safetensors', 'train'])).toBeUndefined()
})
