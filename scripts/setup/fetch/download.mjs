import { open as openFile, rename, rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { SetupError } from '../errors.mjs'
import { createProgress, megabytes } from '../progress.mjs'
import { hasher } from './integrity.mjs'

/**
 * @typedef {object} DownloadOptions
 * @property {string} hash the pin that decides whether the file is kept
 * @property {string} label what the progress bar says
 * @property {number} [answerMs] how long the server may take to answer; a blocked host must not hold up the fallback
 * @property {number} [silenceMs] how long the line may be silent in the middle
 * @property {readonly number[]} [pausesMs] how long to wait before each attempt to go on after the line broke
 * @property {typeof openFile} [open] how the file is opened, for tests
 */

/** @typedef {{ response: Response, abort: AbortController }} Answer */

/**
 * Downloads a file over HTTP. It is written under a temporary name, hashed on the way and renamed only
 * when the hash is right: `target` is whole or it is not there. A line that breaks is taken up again where it broke, if the
 * server can do that.
 *
 * @param {string} url
 * @param {string} target
 * @param {DownloadOptions} options
 */
export async function download(url, target, options) {
  const { hash: pin, label, answerMs = 8000, silenceMs = 30_000, open = openFile } = options
  const { pausesMs = [1000, 3000, 10_000, 20_000] } = options
  const host = new URL(url).host
  const part = `${target}.part`
  let answer = await ask(url, answerMs)
  const { response } = answer
  if (!response.ok || !response.body) {
    throw new SetupError(`${host} has no such file for us (it answered ${response.status} to ${url})`)
  }

  const total = Number(response.headers.get('content-length')) || undefined
  const progress = createProgress({ label, total })
  const hash = hasher(pin)
  let bytes = 0
  try {
    const file = await open(part, 'w')
    try {
      const waits = response.headers.get('accept-ranges') === 'bytes' ? [...pausesMs] : []
      while (
        !(await receive(answer, silenceMs, async (chunk) => {
          hash.update(chunk)
          await file.appendFile(chunk)
          bytes += chunk.length
          progress.update(bytes)
        }))
      ) {
        const next = await goOn(url, answerMs, bytes, waits)
        if (!next) {
          const amount = total ? `${megabytes(bytes)} of ${megabytes(total)}` : megabytes(bytes)
          throw new SetupError(`the connection to ${host} broke after ${amount}`)
        }
        answer = next
      }
    } finally {
      await file.close()
    }
    hash.check(`the file from ${host}`)
    await rename(part, target)
  } catch (error) {
    answer.abort.abort()
    await rm(part, { force: true })
    throw error
  } finally {
    progress.end()
  }
}

/**
 * @param {string} url
 * @param {number} answerMs
 * @param {number} [from] the first byte that is wanted
 * @returns {Promise<Answer>}
 */
async function ask(url, answerMs, from = 0) {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), answerMs)
  const headers = from > 0 ? { range: `bytes=${from}-` } : {}
  try {
    return { response: await fetch(url, { signal: abort.signal, redirect: 'follow', headers }), abort }
  } catch (error) {
    const { cause } = /** @type {{ cause?: { code?: string } }} */ (error)
    throw new SetupError(
      `${new URL(url).host} cannot be reached (${cause?.code ?? `no answer within ${answerMs / 1000} s`})`,
    )
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Takes what an answer brings, piece by piece.
 *
 * @param {Answer} answer
 * @param {number} silenceMs
 * @param {(chunk: Uint8Array) => Promise<void>} take
 * @returns {Promise<boolean>} whether it came to its end; false when the line broke
 */
async function receive({ response, abort }, silenceMs, take) {
  const body = response.body?.[Symbol.asyncIterator]()
  for (;;) {
    const timer = setTimeout(() => abort.abort(), silenceMs)
    const next = await body?.next().catch(() => undefined)
    clearTimeout(timer)
    if (!next) return false
    if (next.done) return true
    await take(next.value)
  }
}

/**
 * Asks for the rest of a file, as often as there are pauses left.
 *
 * @param {string} url
 * @param {number} answerMs
 * @param {number} bytes how many have come
 * @param {number[]} pausesMs is used up
 * @returns {Promise<Answer | undefined>}
 */
async function goOn(url, answerMs, bytes, pausesMs) {
  for (let wait = pausesMs.shift(); wait !== undefined; wait = pausesMs.shift()) {
    await pause(wait)
    const answer = await ask(url, answerMs, bytes).catch(() => undefined)
    const range = answer?.response.headers.get('content-range') ?? ''
    if (answer?.response.status === 206 && range.startsWith(`bytes ${bytes}-`)) return answer
    answer?.abort.abort()
  }
  return undefined
}
