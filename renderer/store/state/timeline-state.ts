import type { Text } from '@contract/language/text'
import type { Moment, MomentId } from '@contract/run/moment'

/** What the trainer has told of a moment: nothing, nothing yet, the moment made again, or why it cannot be. */
export type MomentStage =
  | { readonly kind: 'none' }
  | { readonly kind: 'asked'; readonly moment: MomentId }
  | { readonly kind: 'known'; readonly moment: Moment }
  | { readonly kind: 'failed'; readonly moment: MomentId; readonly problem: Text }

/** What is known of other moments than now. */
export type TimelineSlice = {
  /** Of the moment that was asked for last, which may not be looked at any more; see `lookedAtMoment`. */
  readonly moment: MomentStage
  readonly momentMoved: (stage: MomentStage) => void
}
