import type { FromWorker, ToWorker } from '@contract/wire/worker-wire'

/** A process that makes runs, as the pool sees it: Electron's own, Node's, or one that a test makes up. */
export type Worker = {
  readonly post: (message: ToWorker) => void
  readonly onMessage: (listener: (message: FromWorker) => void) => void
  /** Its end, told once, whoever ends it; code null where a signal did. */
  readonly onExit: (listener: (exitCode: number | null) => void) => void
  /** Ends it at once, whatever it is at. */
  readonly kill: () => void
}

/** Starts a worker. Throws where there can be no process. */
export type MakeWorker = () => Worker
