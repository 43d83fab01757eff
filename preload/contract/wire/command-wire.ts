import type { FromWorker, ToWorker } from './worker-wire'

/** What the command line of the installed app asks main for: there only main can start a process. Workers have numbers of its own. */
export type CommandToMain =
  | {
      readonly kind: 'start-worker'
      readonly worker: number
      /** Where it finds the series of tables; null for none. */
      readonly seriesFolder: string | null
    }
  | { readonly kind: 'tell-worker'; readonly worker: number; readonly message: ToWorker }
  | { readonly kind: 'kill-worker'; readonly worker: number }

/** What main tells it. */
export type MainToCommand =
  /** Main was sent it, and passes it on. */
  | { readonly kind: 'signal'; readonly signal: string }
  | { readonly kind: 'worker-told'; readonly worker: number; readonly message: FromWorker }
  /** A worker has ended, or could not be started; code null where it is not known. */
  | { readonly kind: 'worker-ended'; readonly worker: number; readonly exitCode: number | null }
