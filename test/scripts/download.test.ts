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

/** A server that can go on where it broke, and breaks every answer after so many bytes. */
function breaking(asked: (string | undefined)[], bytes: number, whole = body): Promise<string> {
  return startSource((request, response) => {
    const { range } = request.headers
    asked.push(range)
    const from = Number(range?.match(/\d+/)?.[0] ?? 0)
    const rest = whole.subarray(from)
    const headers = { 'accept-ranges': 'bytes', 'content-length': rest.length }
    if (range === undefined) response.writeHead(200, headers)
    else response.writeHead(206, { ...headers, 'content-range': `bytes ${from}-${whole.length - 1}/*` })
    if (rest.length <= bytes) response.end(rest)
    else response.write(rest.subarray(0, bytes), () => response.destroy())
  })
}

test('a line that breaks again and again is taken up where it broke', async () => {
  const asked: (string | undefined)[] = []
  const url = await breaking(asked, 150_000)
  const folder = tempFolder()
  await download(url, join(folder, 'file'), { hash: pinOf(body), label, pausesMs: [1, 1, 1] })
  expect(readFileSync(join(folder, 'file')).equals(body)).toBe(true)
  expect(asked.length).toBeGreaterThan(1)
  expect(asked.slice(1).every((range) => /^bytes=[1-9]\d*-$/.test(range ?? ''))).toBe(true)
})

test('a line that breaks too often is given up, and nothing stays', async () => {
  const asked: (string | undefined)[] = []
  const url = await breaking(asked, 10_000)
  const folder = tempFolder()
  const error = await failureOf(
    download(url, join(folder, 'file'), { hash: pinOf(body), label, pausesMs: [1, 1] }),
  )
  expect(error.message).toContain('broke after')
  expect(asked).toHaveLength(3)
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
