import { type Window, type WindowSettings, windowAt } from '../dataset/sine-to-cosine'
import type { Learner } from '../training/learner'

/**
 * The windows of a learner's next updates, each from where the one before it ends.
 *
 * @param count how many, from 1; with windows of random lengths they may differ in length
 */
export function nextWindows(
  learner: Pick<Learner, 'updatesDone' | 'halfPeriods'>,
  settings: WindowSettings,
  count: number,
): Window[] {
  const first = learner.updatesDone()
  let halfPeriods = learner.halfPeriods()
  return Array.from({ length: count }, (_, i) => {
    const window = windowAt({ halfPeriods, update: first + i, settings })
    halfPeriods += window.halfPeriods
    return window
  })
}
