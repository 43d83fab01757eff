import type { Worker } from './pool/worker'

/** Starts a worker as a utility process of its own. */
export function forkWorker(): Worker {
  throw new Error('there is no worker yet')
}
