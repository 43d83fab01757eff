import type { Text } from '@contract/language/text'
import type { RunId } from '@contract/run-id'
import type { Moment, MomentId, MomentProgress, NearestState } from '@contract/timeline/moment'
import type { PlannedChange } from '@contract/timeline/planned-changes'
import type { ForeseenSetting, FuturesStage } from './futures-state'

/** What the trainer has told of a moment: nothing, how far it is where it takes longer, the moment made again, or why it cannot be. */
export type MomentStage =
  | { readonly kind: 'none' }
  | { readonly kind: 'asked'; readonly moment: MomentId; readonly progress: MomentProgress | null }
  | { readonly kind: 'known'; readonly moment: Moment }
  | { readonly kind: 'failed'; readonly moment: MomentId; readonly problem: Text }

/** The run that the present one branches off from, as far as the page has its curves after that. */
export type Ghost = {
  readonly runId: string
  /** The last update that both runs have, and the last one of the ghost. */
  readonly update: number
  readonly last: number
}

/** A change that a run was to make by itself, and does not. */
export type CancelledChange = { readonly runId: RunId; readonly change: PlannedChange }

/** What is known of other moments than now. */
export type TimelineSlice = {
  /** Of the moment that was asked for last, which may not be looked at any more; see `lookedAtMoment`. */
  readonly moment: MomentStage
  readonly momentMoved: (stage: MomentStage) => void
  /** Where the moment is still waited for: how far it is. */
  readonly momentProgressed: (progress: MomentProgress) => void
  /** What was told last of the keyframe that is nearest to the moment that is looked at; null while it is now. */
  readonly nearestState: NearestState | null
  readonly nearestStateTold: (state: NearestState | null) => void
  /** What was to come in a run and was cancelled just now, so that it can be taken back. */
  readonly cancelled: CancelledChange | null
  readonly plannedCancelled: (cancelled: CancelledChange | null) => void
  /** Null for a run that is no branch, and where the other run is gone; its numbers are in the ghost's history. */
  readonly ghost: Ghost | null
  readonly showGhost: boolean
  readonly ghostChanged: (ghost: Ghost | null) => void
  readonly toggleGhost: () => void
  /** Whether walls stand between the windows in the prediction chart. */
  readonly showWalls: boolean
  readonly toggleWalls: () => void
  /** The setting that pointer or focus rests on, of those whose choices are foreseen; null on none. */
  readonly restingOn: ForeseenSetting | null
  readonly restOn: (setting: ForeseenSetting | null) => void
  readonly futures: FuturesStage
  readonly futuresMoved: (stage: FuturesStage) => void
}
