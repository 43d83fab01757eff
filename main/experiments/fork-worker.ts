import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { utilityProcess } from 'electron'
import type { Log } from '../base/log'
import { trainerEnvironment } from '../host/trainer-environment'
import workerPath from '../trainer/many/process?modulePath'
import type { Worker } from './pool/worker'
import { WORKER_SETTINGS } from './pool/worker-settings'

/**
 * Starts a worker as a utility process of its own; what it prints is in the log.
 *
 * @param seriesFolder where the trainer keeps the series of tables; null for none
 */
export function forkWorker(seriesFolder: string | null, log: Pick<Log, 'info'>): Worker {
  const child = utilityProcess.fork(workerPath, seriesFolder === null ? [] : [seriesFolder], {
    serviceName: 'Unroll worker',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...trainerEnvironment(process.env), ...WORKER_SETTINGS },
  })
  // Electron types the streams for every stdio; with 'pipe' they are there and can be read.
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream as Readable }).on('line', (line) => log.info(`worker: ${line}`))
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill(),
  }
}
