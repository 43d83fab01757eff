import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LESSON } from '@contract/settings/lesson'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createThreadReader } from '../../../../main/trainer/reading/thread-reader'
import { saying } from '../../../helpers/saying'

const PATH = '/somewhere/mine.weights.h5'

/** Reads by a thread of this body. */
function readBy(body: string, { heap, signal }: { heap?: number; signal?: AbortSignal } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'unroll-thread-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const thread = join(folder, 'thread.mjs')
  writeFileSync(thread, `import { parentPort, workerData } from 'node:worker_threads'\n${body}`)
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => log.mockRestore())
  const ended = new Promise<void>((resolve) =>
    process.once('worker', (worker) => worker.once('exit', () => resolve())),
  )
  const read = createThreadReader(thread, heap)(PATH, LESSON, signal ?? new AbortController().signal)
  return { read, ended, log }
}

const refused = (found: string) => ({
  ok: false,
  error: {
    code: 'file-unreadable',
    text: saying(`"mine.weights.h5" could not be read: ${found}; the run is as it was, choose another file.`),
  },
})

describe('a thread that reads', () => {
  it('is told what to read, answers with what came of it, and has ended then', async () => {
    const { read, ended, log } = readBy('parentPort.postMessage(workerData); setInterval(() => {}, 1000)')
    expect(await read).toEqual({ path: PATH, fallback: LESSON })
    await ended
    expect(log).not.toHaveBeenCalled()
  })

  it.each([
    ['JavaScript', 'for (;;);'],
    [
      'WebAssembly',
      'new WebAssembly.Instance(new WebAssembly.Module(Buffer.from("AGFzbQEAAAABBAFgAAADAgEABwgBBHNwaW4AAAoJAQcAA0AMAAsL", "base64"))).exports.spin()',
    ],
  ])('is ended in the midst of %s when it is called off', async (_what, body) => {
    const calling = new AbortController()
    const { read, ended, log } = readBy(body, { signal: calling.signal })
    calling.abort()
    expect(await read).toBeNull()
    await ended
    expect(log).not.toHaveBeenCalled()
  })

  it('is not heard any more after it was called off', async () => {
    const calling = new AbortController()
    const { read, ended } = readBy('parentPort.postMessage("late")', { signal: calling.signal })
    calling.abort()
    await ended
    expect(await read).toBeNull()
  })

  it.each([
    ['fails', 'throw new Error("broken inside")'],
    ['waits for what failed', 'await Promise.reject(new Error("broken inside"))'],
  ])('and %s is one sentence, and the whole of it in the log', async (_what, body) => {
    const { read, log } = readBy(body)
    expect(await read).toEqual(refused('its reading ended unexpectedly'))
    expect(log.mock.calls).toEqual([[expect.objectContaining({ message: 'broken inside' })]])
  })

  it('and ends without an answer is one sentence', async () => {
    expect(await readBy('process.exit(3)').read).toEqual(refused('its reading ended unexpectedly'))
    expect(await readBy('').read).toEqual(refused('its reading ended unexpectedly'))
  })

  it('and takes more memory than it may is one sentence, and the end of the thread alone', async () => {
    const { read, ended } = readBy('const all = []; for (;;) all.push({ number: all.length })', { heap: 16 })
    expect(await read).toEqual(refused('it needs more memory than it may have'))
    await ended
  })

  it('and is not there is one sentence', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => log.mockRestore())
    const read = createThreadReader('/nowhere/thread.mjs')(PATH, LESSON, new AbortController().signal)
    expect(await read).toEqual(refused('its reading ended unexpectedly'))
    expect(log).toHaveBeenCalled()
  })
})
