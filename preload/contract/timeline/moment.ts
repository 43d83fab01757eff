import type { RunId } from '../run-id'
import type { RunConfig } from '../settings/run-config'

/** A place in a run: as it stood after an update. */
export type MomentId = { readonly runId: RunId; readonly update: number }

/** How many updates have been made again on the way to a moment, of how many: told ten times a second at most. */
export type MomentProgress = MomentId & { readonly done: number; readonly total: number }

/** A run as it stood after an update, made again from what was kept of it: to the last bit what it was. */
export type Moment = MomentId & {
  /** The settings that this update was made with. */
  readonly config: RunConfig
  /**
   * Mean squared error of the window and global norm of the gradient of this update, made again; null at the beginning of the
   * run, which no update made.
   */
  readonly loss: number | null
  readonly gradientNorm: number | null
  /** The hidden state h that is carried on, of the last layer and the first sequence: [hidden]. */
  readonly carried: Float32Array
  /** Updates that were made again for it: those after the nearest keyframe. */
  readonly replayed: number
}

/** What was carried on at a keyframe, the nearest one to an update: it is there at once, as nothing is made again for it. */
export type NearestState = MomentId & {
  /** As in a moment of the keyframe's update: [hidden]. */
  readonly carried: Float32Array
  /** The updates that no other keyframe is nearer to, both ends counted; of two that are as near it is the earlier. */
  readonly nearestFrom: number
  readonly nearestTo: number
}
