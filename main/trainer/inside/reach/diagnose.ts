import type { Falloff } from './falloff'

/*
 * The limits are such that the untouched lesson raises no alarm: 200 seeds, at each of its updates from 0 to 60. In those 12,200
 * moments of windows of 10 time steps
 *
 *     slope     -0.647 … 0.078 (5 to 95 %: -0.243 … -0.023), at update 0 -0.323 … -0.166, at update 60 -0.291 … 0.007
 *     reach     2 … 9 (5 to 95 %: 8 … 9), at update 0 5 … 9, at update 60 7 … 9
 *     growth    at most 5.9 times (95 %: 1.3), at update 0 none, at update 60 2.3
 *
 * and 11,383 were cut by the window, 817 healthy. test/main/trainer/inside/reach/untouched-lesson.test.ts measures it anew.
 */

/** Decades per time step below which a gradient may vanish: half of it is lost in three time steps. */
export const VANISHING_SLOPE = -0.1
/** The share of the window that the gradient must reach back to, or else it vanishes. */
export const VANISHING_REACH = 0.2
/** Decades per time step above which a gradient may explode: it doubles in six time steps. */
export const EXPLODING_SLOPE = 0.05
/** So many times its own size a gradient must become, or else it does not explode: short windows are steep by chance. */
export const EXPLODING_GROWTH = 10

/**
 * What becomes of the gradient on its way back through a window.
 *
 * - `vanishing`: it falls off fast, and nothing of it arrives in most of the window, which so teaches nothing;
 * - `exploding`: it grows on its way, and has grown a lot;
 * - `cut-by-window`: it still has 1 % of its size or more where the window begins, and is cut there. That is no alarm, as the
 *   lesson itself is such a case, but a longer window would show the network what lies further back;
 * - `healthy`: none of these.
 */
export type Diagnosis = 'healthy' | 'vanishing' | 'exploding' | 'cut-by-window'

/** Whether something should be done about it. */
export function isAlarm(diagnosis: Diagnosis | null): boolean {
  return diagnosis === 'vanishing' || diagnosis === 'exploding'
}

/** Judges by the first of these that fits: exploding, vanishing, cut-by-window. Null where nothing is known. */
export function diagnose({ timeSteps, ratios, slope, reach }: Falloff): Diagnosis | null {
  if (reach === null) return null
  if (slope !== null && slope > EXPLODING_SLOPE && ratios.some((ratio) => ratio >= EXPLODING_GROWTH))
    return 'exploding'
  if (slope !== null && slope < VANISHING_SLOPE && reach < VANISHING_REACH * timeSteps) return 'vanishing'
  return reach === timeSteps - 1 ? 'cut-by-window' : 'healthy'
}
