import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { utilityProcess } from 'electron'
import { after } from '../base/deferred'
import tablePath from '../trainer/data/opened/thread?modulePath'
import trainerPath from '../trainer/index?modulePath'
import readingPath from '../trainer/reading/thread?modulePath'
import { trainerEnvironment } from './trainer-environment'
import type { TrainerProcess } from './trainer-process'

/** Milliseconds for the last lines of an ended process to arrive: Electron does not say when all have. */
const LAST_LINES_WAIT = 100

/**
 * Forks the trainer as a utility process of its own: it may crash without taking the window with it.
 *
 * @param seriesFolder where it keeps the series of tables
 */
export function forkTrainer(seriesFolder: string): TrainerProcess {
  const child = utilityProcess.fork(trainerPath, [readingPath, tablePath, seriesFolder], {
    serviceName: 'Unroll trainer',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: trainerEnvironment(process.env),
  })
  // Electron types the streams for every stdio; with 'pipe' they are there and can be read.
  const outputs = [child.stdout, child.stderr].map((stream) => createInterface({ input: stream as Readable }))
  return {
    post: (message) => child.postMessage(message),
    kill: () => child.kill(),
    onMessage: (listener) => child.on('message', listener),
    onLine: (listener) => {
      for (const output of outputs) output.on('line', listener)
    },
    onExit: (listener) =>
      child.once('exit', (code) => void after(LAST_LINES_WAIT).then(() => listener(code))),
  }
}
