import type { Curve } from './curve'
import type { History, WindowCopy } from './history'

/**
 * What the console has as `unrollHistory`: the numbers behind the curves, to read and copy, never to change.
 * `unrollHistory.losses().at(-1)` is the newest loss; `unrollHistory.window(1)` what update 1 saw and said.
 */
export type HistoryProbe = {
  /** Number of updates on the charts. */
  readonly updates: () => number
  /** Mean squared error of every update on the charts, oldest first. */
  readonly losses: () => Float32Array
  /** Global norm of every update's gradient, before it was clipped, oldest first. */
  readonly gradientNorms: () => Float32Array
  /**
   * Times (of the lesson in radians, of a series its rows), the first input, targets and predictions of one update, those
   * of all outputs of a time step together; empty arrays when it is not on the charts, and at first where it has to be read
   * from the run's record: then ask again.
   */
  readonly window: (update: number) => WindowCopy
}

declare global {
  interface Window {
    /** Put there by the page's entry, for tests and for curious people in the console. */
    unrollHistory: HistoryProbe
  }
}

function copy({ values }: Curve): Float32Array {
  return values.data.slice(0, values.length)
}

/** Frozen, and all that it gives are copies. */
export function createHistoryProbe(history: History): HistoryProbe {
  return Object.freeze({
    updates: () => history.updates,
    losses: () => copy(history.losses),
    gradientNorms: () => copy(history.gradientNorms),
    window: (update: number) => history.window(update),
  })
}
