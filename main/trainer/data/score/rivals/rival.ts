import type { RivalName } from '@contract/data/scores'
import type { Text } from '@contract/language/text'
import type { Range } from '../scored'

/** A simple rule for one output, fitted on the training part alone, or why there is none. */
export type Rival = { readonly name: RivalName } & (
  | {
      readonly available: true
      readonly formula: Text
      /** What else is to be known of it. */
      readonly notes: readonly Text[]
      /** What it says of the target rows of a range: NaN where it would need what is not there. */
      readonly predict: (range: Range) => Float64Array
    }
  | { readonly available: false; readonly why: Text }
)

/** Predictions for a range that have still to be made. */
export function noPredictions([from, to]: Range): Float64Array {
  return new Float64Array(Math.max(0, to - from)).fill(Number.NaN)
}
