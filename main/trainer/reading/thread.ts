import { parentPort, workerData } from 'node:worker_threads'
import { readWeights } from '../exchange/import-weights'
import type { ReadingOrder } from './thread-reader'
import { transfersOf } from './transfers'

// A thread that reads one file, says what came of it, and ends.
const { path, fallback, format } = workerData as ReadingOrder
const read = await readWeights(path, fallback, format)
parentPort?.postMessage(read, read.ok ? transfersOf(read.value.weights) : [])
