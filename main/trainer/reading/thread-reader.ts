import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { WeightFormat } from '@contract/files/weight-formats'
import { text } from '@contract/language/texts'
import { fail, type Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import type { ReadWeights } from '../exchange/import-weights'
import type { WeightReader } from './reader'

/** What a thread is to read. */
export type ReadingOrder = {
  readonly path: string
  readonly fallback: RunConfig
  readonly format?: WeightFormat | undefined
}

/**
 * Megabytes of objects that a thread may have: many times what the largest model's description takes. Bytes of files and
 * of numbers do not count, nor does what the HDF5 library takes.
 */
const MAX_HEAP = 1024

/**
 * Reads each file in a thread of its own, so that this one goes on with its work meanwhile. Whatever becomes of the
 * thread, this process lives on; called off, the thread is ended whatever it is at.
 *
 * Fails as `readWeights` does, and with `file-unreadable` when the thread ended without an answer.
 *
 * @param thread the bundle of `thread.ts`
 * @param maxHeap megabytes of objects that a thread may have
 */
export function createThreadReader(thread: string | URL, maxHeap = MAX_HEAP): WeightReader {
  return (path, fallback, signal, format) =>
    new Promise((resolve) => {
      const worker = new Worker(thread, {
        workerData: { path, fallback, format } satisfies ReadingOrder,
        resourceLimits: { maxOldGenerationSizeMb: maxHeap },
      })
      const end = (result: Result<ReadWeights> | null) => {
        signal.removeEventListener('abort', callOff)
        void worker.terminate()
        resolve(result)
      }
      const die = (error: unknown) => {
        console.error(error)
        end(endedSentence(basename(path), error))
      }
      const callOff = () => end(null)
      signal.addEventListener('abort', callOff)
      worker.once('message', end)
      worker.once('messageerror', die)
      worker.on('error', die)
      // After an answer, or an error, this one comes too late to matter.
      worker.once('exit', () => end(endedSentence(basename(path), null)))
    })
}

function endedSentence(name: string, error: unknown): Result<never> {
  const outOfMemory =
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  const why = outOfMemory ? text('exchange.tooMuchMemory') : text('exchange.readingEnded')
  return fail('file-unreadable', text('exchange.notRead', { name, why }))
}
