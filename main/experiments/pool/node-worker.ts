import { fork } from 'node:child_process'
import type { FromWorker } from '@contract/wire/worker-wire'
import type { Worker } from './worker'
import { WORKER_SETTINGS } from './worker-settings'

/**
 * Starts a worker in plain Node, where there is no Electron: for the command line, and for tests. What it complains of goes to
 * standard error.
 *
 * @param program the bundle of `main/trainer/many/process.ts`
 * @param args its arguments: the folder of series
 * @param env all that it gets of an environment, with the trainer's settings of TensorFlow
 * @param onPid hears the system's number of it
 */
export function startNodeWorker(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  onPid: (pid: number) => void = () => {},
): Worker {
  const child = fork(program, args, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...env, ...WORKER_SETTINGS },
  })
  if (child.pid !== undefined) onPid(child.pid)
  let isGone = false
  return {
    // A worker that has died meanwhile is heard of by its end.
    post: (message) => void child.send(message, () => {}),
    onMessage: (listener) => child.on('message', (message) => listener(message as FromWorker)),
    onExit: (listener) => {
      const gone = (code: number | null) => {
        if (isGone) return
        isGone = true
        listener(code)
      }
      child.once('exit', gone)
      // It could not be started.
      child.once('error', () => gone(null))
    },
    kill: () => void child.kill('SIGKILL'),
  }
}
