import { constants, setPriority } from 'node:os'

const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority

/** Of a process that computes: what a person trains comes after the page, and runs of experiments come after that. */
export type Priority = 'belowPage' | 'lowest'

/**
 * Gives this process a lower priority. On Linux a thread has that of the thread that makes it, so it has to be called before
 * TensorFlow is loaded.
 */
export function lowerPriority(to: Priority) {
  try {
    setPriority(to === 'lowest' ? PRIORITY_LOW : PRIORITY_BELOW_NORMAL)
  } catch {
    // Where the system does not allow it, this is a process like any other.
  }
}
