import type { AxisTimes } from './axis-times'

/**
 * What the axis of a run counts. `half-periods`: of the lesson's curve, π radians each; a window that starts at 7 starts
 * at t = 7π, and its time steps lie between whole numbers. `time-steps`: rows of a series, the first is 0; a window's
 * start is the row of its first target.
 */
export type AxisUnit = 'half-periods' | 'time-steps'

/** What a run learns from, in what a page or a table must know of it. It does not change in a run. */
export type SourceFacts = {
  readonly axis: AxisUnit
  /** Names of the columns that the network sees, from 1 to 32. */
  readonly inputs: readonly string[]
  /** Names of the columns that it must say, from 1 to 16. */
  readonly targets: readonly string[]
  /** What a row is in the series' own time. */
  readonly times: AxisTimes
}

/** The lesson's own curve; its columns are mathematics and the same in every language. */
export const LESSON_FACTS: SourceFacts = {
  axis: 'half-periods',
  inputs: ['sin t'],
  targets: ['cos t'],
  times: { kind: 'rows' },
}
