import type { RunConfig } from '@contract/settings/run-config'
import type { Source } from './source'
import type { Window } from './window'

/** What stands somewhere in its source, and moves on with every update. */
export type Standing = { readonly updatesDone: () => number; readonly position: () => number }

/**
 * The windows of a learner's next updates, each from where the one before it leaves the run.
 *
 * @param count how many, from 1; with windows of random lengths they may differ in length
 */
export function nextWindows(
  learner: Standing,
  source: Pick<Source, 'windowAt'>,
  config: RunConfig,
  count: number,
): Window[] {
  const first = learner.updatesDone()
  let position = learner.position()
  return Array.from({ length: count }, (_, i) => {
    const window = source.windowAt({ position, update: first + i }, config)
    position += window.advance
    return window
  })
}

/** Whether all windows of a run with these settings have as many time steps. */
export function haveOneLength({ data }: RunConfig): boolean {
  return data.source.kind === 'series' || data.span === 'one'
}

/** Time steps for each place of a run in its source: in half a period of the lesson's curve, or in a window of a series. */
export function timeStepsAPlace({ data }: RunConfig): number {
  return data.source.kind === 'lesson' ? data.points : data.window
}
