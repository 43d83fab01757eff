import { parentPort, workerData } from 'node:worker_threads'
import { type ReadingOrder, readSeriesInPlace } from './read-series'
import { type ThreadTold, transfersOfSeries } from './series-thread'

/** Milliseconds between two tellings of how far it is. */
const BETWEEN = 100

// A thread that reads one table, tells how far it is, says what came of it, and ends.
let told = performance.now()
const tell = (message: ThreadTold, transfers: readonly ArrayBuffer[] = []) =>
  parentPort?.postMessage(message, transfers)
const read = await readSeriesInPlace(workerData as ReadingOrder, {
  progress: (progress) => {
    const now = performance.now()
    if (now - told < BETWEEN) return
    told = now
    tell({ kind: 'progress', progress })
  },
})
tell({ kind: 'read', read }, read?.ok ? transfersOfSeries(read.value.series) : [])
