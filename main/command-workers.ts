import type { CommandToMain, MainToCommand } from '@contract/wire/command-wire'
import type { MakeWorker, Worker } from './experiments/pool/worker'

/**
 * Starts workers for a command that cannot, and passes on what they and the command tell each other.
 *
 * @param fork starts one that finds the series of tables in a folder
 * @param post tells the command
 * @returns what hears the command
 */
export function relayWorkers(
  fork: (seriesFolder: string | null) => ReturnType<MakeWorker>,
  post: (message: MainToCommand) => void,
): (message: CommandToMain) => void {
  const workers = new Map<number, Worker>()

  function start(number: number, seriesFolder: string | null) {
    const ended = (exitCode: number | null) => {
      workers.delete(number)
      post({ kind: 'worker-ended', worker: number, exitCode })
    }
    try {
      const worker = fork(seriesFolder)
      workers.set(number, worker)
      worker.onMessage((message) => post({ kind: 'worker-told', worker: number, message }))
      worker.onExit(ended)
    } catch {
      // The command says that it has no processes.
      ended(null)
    }
  }

  return (message) => {
    switch (message.kind) {
      case 'start-worker':
        start(message.worker, message.seriesFolder)
        break
      case 'tell-worker':
        workers.get(message.worker)?.post(message.message)
        break
      case 'kill-worker':
        workers.get(message.worker)?.kill()
    }
  }
}
