import { parentPort, workerData } from 'node:worker_threads'
import { readTable } from './read-table'
import type { TableOrder, TableTold } from './table-thread'
import { transfersOfSeries } from './table-thread'

/** Milliseconds between two tellings of how far it is. */
const BETWEEN = 100

// A thread that reads one table, tells how far it is, says what came of it, and ends.
const { path, choices } = workerData as TableOrder
let told = performance.now()
const tell = (message: TableTold, transfers: readonly ArrayBuffer[] = []) =>
  parentPort?.postMessage(message, transfers)
const read = await readTable(path, choices, {
  progress: (progress) => {
    const now = performance.now()
    if (now - told < BETWEEN) return
    told = now
    tell({ kind: 'progress', progress })
  },
})
tell({ kind: 'read', read }, read?.ok ? transfersOfSeries(read.value.series) : [])
