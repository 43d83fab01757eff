import { niceStep } from './ticks'

/** Ends of a vertical axis. */
export type Range = { readonly min: number; readonly max: number }

/** The lesson's curves reach from −1 to 1; a little air above and below. */
const LESSON_REACH = 1.25

/** Reaches that the axis takes when a prediction is off the lesson's: a few, so that it seldom changes. */
const FACTORS = [1.6, 2.5, 4, 6, 10]

/** The vertical axis of curves between two values: the lesson's own, or the next that holds them. */
export function curveRange(least: number, greatest: number): Range {
  const reach = Math.max(-least, greatest)
  if (!(reach > LESSON_REACH)) return { min: -LESSON_REACH, max: LESSON_REACH }
  if (!Number.isFinite(reach)) return { min: -LESSON_REACH, max: LESSON_REACH }
  for (let power = 1; ; power *= 10) {
    for (const factor of FACTORS)
      if (factor * power >= reach) return { min: -factor * power, max: factor * power }
  }
}

/** The ends that a program fixes, or those of the curves between two values. */
export function fixedOr(
  fixed: readonly [number, number] | undefined,
  least: number,
  greatest: number,
): Range {
  return fixed ? { min: fixed[0], max: fixed[1] } : curveRange(least, greatest)
}

/** The vertical axis of a series, whose numbers may be of any size: round ends a little beyond its values. */
export function seriesRange(least: number, greatest: number): Range {
  if (!Number.isFinite(least) || !Number.isFinite(greatest)) return { min: -1, max: 1 }
  const height = greatest - least || Math.abs(greatest) || 1
  const step = niceStep(height / 8)
  return { min: Math.floor(least / step - 0.25) * step, max: Math.ceil(greatest / step + 0.25) * step }
}

/** The end of a linear axis from 0 that holds a value: 1, 2, 2.5 or 5 times a power of ten. */
export function niceEnd(value: number): number {
  if (!(value > 0) || !Number.isFinite(value)) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  for (const factor of [1, 1.5, 2, 3, 4, 5, 7.5]) if (factor * power >= value) return factor * power
  return 10 * power
}

/** Powers of ten that hold two values, at least two apart from each other. */
export function decades(least: number, greatest: number): Range {
  if (!(least > 0) || !(greatest > 0)) return { min: 0.001, max: 1 }
  const max = Math.ceil(Math.log10(greatest))
  const min = Math.min(Math.floor(Math.log10(least)), max - 2)
  return { min: 10 ** min, max: 10 ** max }
}

/** How far the axis of updates reaches: to the goal when that is near, else to a round number ahead. */
export function updatesEnd(newest: number, goal: number): number {
  if (newest >= goal) return newest
  if (goal <= 100 || newest >= goal / 4) return goal
  for (let power = 100; ; power *= 10) {
    for (const factor of [1, 2, 4]) if (factor * power >= newest * 1.05) return Math.min(goal, factor * power)
  }
}
