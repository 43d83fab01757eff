import type { PartName, PartRange } from '../../data/parts'

/** The most rows of a part that are asked for at a time. */
export const MAX_PART_ROWS = 4096

/** Some rows of a part, and the weights that are to predict them. */
export type PartPredictionsFrom = {
  readonly runId: string
  readonly part: PartName
  /** The first row of the series, from 0, and how many from there on; those outside of the part are not told. */
  readonly from: number
  readonly count: number
  /** Updates that the weights have seen; null for those of now. */
  readonly update: number | null
}

/** One output over the rows, in its own unit: number i of each is of row `rows.from + i`. */
export type PartOutput = {
  /** The target's column. */
  readonly name: string
  /** NaN where it is missing. */
  readonly targets: Float64Array
  /** NaN where inputs are missing, or time jumps on the way to the target. */
  readonly predictions: Float64Array
}

/** What a network says of some rows of a part, shown what was: by the same windows and warm-ups as its scores. */
export type PartPredictions = {
  readonly runId: string
  readonly part: PartName
  readonly rows: PartRange
  /** Updates that the weights have seen. */
  readonly update: number
  readonly outputs: readonly PartOutput[]
  /** Of these rows, those after which time jumps, in order. */
  readonly jumps: readonly number[]
}
