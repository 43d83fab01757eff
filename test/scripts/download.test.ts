import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { SetupError, sentenceFor } from '../../scripts/setup/errors.mjs'
import { download } from '../../scripts/setup/fetch/download.mjs'
import { quietly } from './helpers/quiet'
import { pinOf, startSource } from './helpers/source-server'
import { tempFolder } from './helpers/temp-folder'

beforeEach(quietly)

const body = Buffer.alloc(300_000, 'unroll')
const label = 'Downloading a file'

async function failureOf(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => expect.unreachable('it should have failed'),
    (error) => error,
  )
}

test('a file with the right hash is kept', async () => {
  const url = await startSource((_, response) => response.end(body))
  const folder = tempFolder()
  await download(url, join(folder, 'file'), { hash: pinOf(body), label })
  expect(readFileSync(join(folder, 'file')).equals(body)).toBe(true)
  expect(readdirSync(folder)).toEqual(['file'])
})

test('a redirect is followed', async () => {
  const url = await startSource((request, response) => {
    if (request.url === '/there') response.end(body)
    else response.writeHead(302, { location: '/there' }).end()
  })
  const target = join(tempFolder(), 'file')
  await download(url, target, { hash: pinOf(body, 'sha512'), label })
  expect(existsSync(target)).toBe(true)
})

test('a file with another hash is thrown away and named', async () => {
  const url = await startSource((_, response) => response.end('something else'))
  const folder = tempFolder()
  const error = await failureOf(download(url, join(folder, 'file'), { hash: pinOf(body), label }))
  expect(error).toBeInstanceOf(SetupError)
  expect(error.message).toContain(`expected ${pinOf(body)}, found ${pinOf('something else')}`)
  expect(readdirSync(folder)).toEqual([])
})

test('a connection that breaks leaves nothing', async () => {
  const url = await startSource((_, response) => {
    response.writeHead(200, { 'content-length': body.length })
    response.write(body.subarray(0, 100_000), () => response.destroy())
  })
  const folder = tempFolder()
  const error = await failureOf(download(url, join(folder, 'file'), { hash: pinOf(body), label }))
  expect(error).toBeInstanceOf(SetupError)
  expect(error.message).toMatch(/^the connection to 127\.0\.0\.1:\d+ broke after .* of 0\.3 MB$/)
  expect(readdirSync(folder)).toEqual([])
})

test('a line that falls silent counts as broken', async () => {
  const url = await startSource((_, response) => void response.write('only the beginning'))
  const folder = tempFolder()
  const error = await failureOf(
    download(url, join(folder, 'file'), { hash: pinOf(body), label, silenceMs: 20 }),
  )
  expect(error.message).toContain('broke after 0.0 MB')
  expect(readdirSync(folder)).toEqual([])
})

test('a server that does not answer is given up', async () => {
  const url = await startSource(() => {})
  const error = await failureOf(
    download(url, join(tempFolder(), 'file'), { hash: pinOf(body), label, answerMs: 20 }),
  )
  expect(error).toBeInstanceOf(SetupError)
  expect(error.message).toContain('cannot be reached (no answer within 0.02 s)')
})

test('an answer of refusal is told with its number', async () => {
  const url = await startSource((_, response) => response.writeHead(404).end('not here'))
  const folder = tempFolder()
  const error = await failureOf(download(url, join(folder, 'file'), { hash: pinOf(body), label }))
  expect(error).toBeInstanceOf(SetupError)
  expect(error.message).toContain('it answered 404')
  expect(readdirSync(folder)).toEqual([])
})

test.runIf(process.platform === 'linux')('a full disk is told as such', async () => {
  const url = await startSource((_, response) => response.end(body))
  const folder = tempFolder()
  const error = await failureOf(
    // Every write to /dev/full fails as on a full disk.
    download(url, join(folder, 'file'), { hash: pinOf(body), label, open: () => open('/dev/full', 'w') }),
  )
  expect(error).not.toBeInstanceOf(SetupError)
  expect(sentenceFor(error)).toMatch(/^The disk is full/)
  expect(readdirSync(folder)).toEqual([])
})
