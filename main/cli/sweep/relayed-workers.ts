import type { CommandToMain, MainToCommand } from '@contract/wire/command-wire'
import type { FromWorker } from '@contract/wire/worker-wire'
import type { WorkersOf } from './child-workers'

/** Workers that main starts, and what hears main about them. */
export type RelayedWorkers = { readonly workers: WorkersOf; readonly hear: (message: MainToCommand) => void }

type Ears = { told: (message: FromWorker) => void; ended: (exitCode: number | null) => void }

/** @param post tells main */
export function relayedWorkers(post: (message: CommandToMain) => void): RelayedWorkers {
  const ears = new Map<number, Ears>()
  let count = 0
  return {
    workers: (seriesFolder) => () => {
      count += 1
      const worker = count
      const heard: Ears = { told: () => {}, ended: () => {} }
      ears.set(worker, heard)
      post({ kind: 'start-worker', worker, seriesFolder })
      return {
        post: (message) => post({ kind: 'tell-worker', worker, message }),
        onMessage: (listener) => {
          heard.told = listener
        },
        onExit: (listener) => {
          heard.ended = listener
        },
        kill: () => post({ kind: 'kill-worker', worker }),
      }
    },
    hear: (message) => {
      if (message.kind === 'worker-told') ears.get(message.worker)?.told(message.message)
      if (message.kind !== 'worker-ended') return
      const heard = ears.get(message.worker)
      ears.delete(message.worker)
      heard?.ended(message.exitCode)
    },
  }
}
