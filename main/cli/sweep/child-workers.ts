import { fork } from 'node:child_process'
import type { FromWorker } from '@contract/wire/worker-wire'
import type { MakeWorker } from '../../experiments/pool/worker'

/**
 * What starts the processes that make runs.
 *
 * @param seriesFolder where they find the series of tables; null for none
 */
export type WorkersOf = (seriesFolder: string | null) => MakeWorker

/**
 * Processes of plain Node. A signal to the whole terminal does not end them: this process hears it, and ends them. They end
 * by themselves when it is gone.
 *
 * @param entry the bundle of `main/trainer/many/process.ts`
 */
export function childWorkers(entry: string, platform: string = process.platform): WorkersOf {
  return (seriesFolder) => () => {
    const child = fork(entry, seriesFolder === null ? [] : [seriesFolder], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // On Windows each would open a console of its own; they are deaf to Ctrl-C there (main/trainer/many/process.ts).
      detached: platform !== 'win32',
    })
    // A message to one that is just ending is told by its end.
    child.on('error', () => {})
    return {
      post: (message) => void child.send(message, () => {}),
      onMessage: (listener) => child.on('message', (message) => listener(message as FromWorker)),
      onExit: (listener) => child.once('exit', listener),
      kill: () => void child.kill('SIGKILL'),
    }
  }
}
