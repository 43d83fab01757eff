import type { PartName } from '../../data/parts'
import type { RivalName } from '../../data/scores'
import type { RunRivals } from '../run-scores'

/** A rival and its mean squared error on one part, in the network's own units. */
export type RivalError = { readonly name: RivalName; readonly mse: number }

/** Losses of updates that are taken together: single ones of short windows jump. */
export const RECENT = 20
/** Validation losses that a mean is over: each is of many windows, and a mean of several would be late by hundreds of updates. */
export const EVALUATIONS = 1
/** A rival with less than this share of the mean's error errs by rounding alone: an error of 10⁻⁶ of the spread. */
const ROUNDING = 1e-12

/** The part that a network is judged by: the validation part, or without it the one that it is trained on. */
export function judgedPart({ lines }: RunRivals): PartName {
  return lines.some(({ mse }) => mse.validation !== null) ? 'validation' : 'train'
}

/** The rivals that there are on a part, the one with the greatest error first. */
export function rivalErrors({ lines }: RunRivals, part: PartName): RivalError[] {
  return lines
    .flatMap(({ name, mse }) => (mse[part] === null ? [] : [{ name, mse: mse[part] }]))
    .sort((a, b) => b.mse - a.mse)
}

/** Whether a rival of these is right but for rounding. */
export function isExact({ mse }: RivalError, all: readonly RivalError[]): boolean {
  const spread = all.find(({ name }) => name === 'mean')?.mse ?? 0
  return mse <= ROUNDING * spread
}
