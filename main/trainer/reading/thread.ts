import { parentPort, workerData } from 'node:worker_threads'
import { readWeights } from '../exchange/import-weights'
import type { ReadingOrder } from './thread-reader'
import { transfersOf } from './transfers'

// A thread that reads one file, says what came of it, and ends.
const { path, fallback } = workerData as ReadingOrder
const read = await readWeights(path, fallback)
parentPort?.postMessage(read, read.ok ? transfersOf(read.value.weights) : [])
