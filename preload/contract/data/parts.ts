import type { Text } from '../language/text'
import { text } from '../language/texts'

import type { DataConfig } from '../settings/run-config'

/** The parts that a series is cut into by time: what is trained on, what training is judged by, what is left for the end. */
export type PartName = 'train' | 'validation' | 'test'
export const PARTS = ['train', 'validation', 'test'] as const satisfies readonly PartName[]

/** Consecutive rows of a series: from `from` up to, not including, `to`. */
export type PartRange = { readonly from: number; readonly to: number }

/**
 * Cuts a series into its parts by time: the first `trainPercent` of its rows, then `validationPercent`, then the test.
 *
 * @param rows time steps of the series
 */
export function partsOf(
  rows: number,
  { trainPercent, validationPercent }: Pick<DataConfig, 'trainPercent' | 'validationPercent'>,
): Readonly<Record<PartName, PartRange>> {
  // Rounded, so that 70 of 1,000 rows are 700 whatever 0.7 is in binary.
  const trainEnd = Math.min(rows, Math.round((rows * trainPercent) / 100))
  const validationEnd = Math.min(rows, Math.round((rows * (trainPercent + validationPercent)) / 100))
  return {
    train: { from: 0, to: trainEnd },
    validation: { from: trainEnd, to: validationEnd },
    test: { from: validationEnd, to: rows },
  }
}

/** The parts as figures are headed with them. */
export const PART_LABELS: Readonly<Record<PartName, Text>> = {
  train: text('numbers.training'),
  validation: text('numbers.validation'),
  test: text('numbers.test'),
}

/** A value for each part. */
export function inEachPart<Value>(of: (part: PartName) => Value): Record<PartName, Value> {
  return { train: of('train'), validation: of('validation'), test: of('test') }
}
