import { Worker } from 'node:worker_threads'
import type { Series } from '@contract/data/series'
import { text } from '@contract/language/texts'
import { fail, type Result } from '@contract/result'
import type { TableProgress } from '../table/read-table'
import type { OpenedSeries } from './opened-series'
import { nameOfPlace, type ReadingOrder, type SeriesReader, type TablePlace } from './read-series'

/** What a thread tells: how far it is, at most ten times a second, and once what came of it. */
export type ThreadTold =
  | { readonly kind: 'progress'; readonly progress: TableProgress }
  | { readonly kind: 'read'; readonly read: Result<OpenedSeries> | null }

/** Megabytes of objects that a thread may have; the numbers themselves do not count. */
const MAX_HEAP = 1024

/**
 * Reads each table in a thread of its own, which hands its columns over without a copy. Called off, the thread is ended,
 * whatever it is at; whatever becomes of it, this process lives on.
 *
 * Fails as reading in place does, and with `file-unreadable` when the thread ended without an answer.
 *
 * @param thread the bundle of `thread.ts`
 * @param maxHeap megabytes of objects that a thread may have
 */
export function createSeriesThread(thread: string | URL, maxHeap = MAX_HEAP): SeriesReader {
  return (order, { progress, signal } = {}) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve(null)
      const worker = new Worker(thread, {
        workerData: order satisfies ReadingOrder,
        resourceLimits: { maxOldGenerationSizeMb: maxHeap },
      })
      let isOver = false
      const end = (result: Result<OpenedSeries> | null) => {
        isOver = true
        signal?.removeEventListener('abort', callOff)
        void worker.terminate()
        resolve(result)
      }
      const die = (error: unknown) => {
        console.error(error)
        end(endedSentence(order.place, error))
      }
      const callOff = () => end(null)
      signal?.addEventListener('abort', callOff)
      worker.on('message', (told: ThreadTold) => {
        // What was on its way when it was called off is not heard any more.
        if (isOver) return
        if (told.kind === 'progress') progress?.(told.progress)
        else end(told.read)
      })
      worker.once('messageerror', die)
      worker.on('error', die)
      // After an answer, or an error, this one comes too late to matter.
      worker.once('exit', () => end(endedSentence(order.place, null)))
    })
}

/** The memory of all numbers of a series: what need not be copied from one thread to another. */
export function transfersOfSeries({ times, columns }: Series): ArrayBuffer[] {
  const arrays = [...columns.map(({ values }) => values), ...(times.kind === 'rows' ? [] : [times.values])]
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))]
}

function endedSentence(place: TablePlace, error: unknown): Result<never> {
  const outOfMemory =
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  const why = outOfMemory ? text('exchange.tooMuchMemory') : text('exchange.readingEnded')
  if (place.kind === 'pasted') return fail('file-unreadable', text('tableFile.pastedNotRead', { why }))
  return fail('file-unreadable', text('exchange.notRead', { name: nameOfPlace(place), why }))
}
