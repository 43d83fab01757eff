import type { ArrayOf, NamedArrays } from '../network/named-arrays'

/** A training between two updates, outside TensorFlow: with it and the settings, the next update is decided. */
export type Snapshot = {
  /** Updates these weights have seen; the next window starts at this many half periods. */
  readonly updatesDone: number
  readonly parameters: NamedArrays
  /** Adam's first moments, by parameter. */
  readonly firstMoments: NamedArrays
  /** Adam's second moments, by parameter. */
  readonly secondMoments: NamedArrays
  /** Updates that the moments have seen: fewer than `updatesDone` when the weights came from a file. */
  readonly momentUpdates: number
  /** Hidden state that the last window ended with: [layer, batch, hidden]. */
  readonly hidden: ArrayOf
}
