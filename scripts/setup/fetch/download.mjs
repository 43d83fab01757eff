import { open as openFile, rename, rm } from 'node:fs/promises'
import { SetupError } from '../errors.mjs'
import { createProgress, megabytes } from '../progress.mjs'
import { hasher } from './integrity.mjs'

/**
 * @typedef {object} DownloadOptions
 * @property {string} hash the pin that decides whether the file is kept
 * @property {string} label what the progress bar says
 * @property {number} [answerMs] how long the server may take to answer; a blocked host must not hold up the fallback
 * @property {number} [silenceMs] how long the line may be silent in the middle
 * @property {typeof openFile} [open] how the file is opened, for tests
 */

/**
 * Downloads a file over HTTP. It is written under a temporary name, hashed on the way and renamed only
 * when the hash is right: `target` is whole or it is not there.
 *
 * @param {string} url
 * @param {string} target
 * @param {DownloadOptions} options
 */
export async function download(url, target, options) {
  const { hash: pin, label, answerMs = 8000, silenceMs = 30_000, open = openFile } = options
  const host = new URL(url).host
  const part = `${target}.part`
  const abort = new AbortController()
  let timer = setTimeout(() => abort.abort(), answerMs)
  const response = await fetch(url, { signal: abort.signal, redirect: 'follow' }).catch((error) => {
    clearTimeout(timer)
    throw new SetupError(
      `${host} cannot be reached (${error.cause?.code ?? `no answer within ${answerMs / 1000} s`})`,
    )
  })
  clearTimeout(timer)
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
      const body = response.body[Symbol.asyncIterator]()
      for (;;) {
        timer = setTimeout(() => abort.abort(), silenceMs)
        const next = await body.next().catch(() => {
          const amount = total ? `${megabytes(bytes)} of ${megabytes(total)}` : megabytes(bytes)
          throw new SetupError(`the connection to ${host} broke after ${amount}`)
        })
        clearTimeout(timer)
        if (next.done) break
        hash.update(next.value)
        await file.appendFile(next.value)
        bytes += next.value.length
        progress.update(bytes)
      }
    } finally {
      clearTimeout(timer)
      await file.close()
    }
    hash.check(`the file from ${host}`)
    await rename(part, target)
  } catch (error) {
    abort.abort()
    await rm(part, { force: true })
    throw error
  } finally {
    progress.end()
  }
}
