import type { RunConfig } from '@contract/settings/run-config'
import type { KeptTouch } from '@contract/timeline/kept-touches'
import type { Source } from './source'
import type { Window } from './window'

/** What stands somewhere in its source, and moves on with every update. */
export type Standing = { readonly updatesDone: () => number; readonly position: () => number }

/** What is done to a run between two of its updates, by the number of the later one. Left out: nothing ever is. */
export type Edits = {
  /** Whether the state that goes into the update is wiped. */
  readonly isWiped?: (update: number) => boolean
  /** What is touched before it. */
  readonly touchesAt?: (update: number) => readonly KeptTouch[]
}

/**
 * The windows of a learner's next updates, each from where the one before it leaves the run. Into a frozen state nothing of
 * the series breaks; where it is wiped every sequence starts anew. What is touched comes with the window.
 *
 * @param count how many, from 1; with windows of random lengths they may differ in length
 */
export function nextWindows(
  learner: Standing,
  source: Pick<Source, 'windowAt'>,
  config: RunConfig,
  count: number,
  { isWiped, touchesAt }: Edits = {},
): Window[] {
  const first = learner.updatesDone()
  let position = learner.position()
  return Array.from({ length: count }, (_, i) => {
    const window = source.windowAt({ position, update: first + i }, config)
    position += window.advance
    const update = first + i + 1
    const touches = touchesAt?.(update) ?? []
    const touched = touches.length > 0 ? { ...window, touches } : window
    if (isWiped?.(update)) return { ...touched, continues: new Uint8Array(config.training.batch) }
    return window.continues && isFrozen(config) ? { ...touched, continues: null } : touched
  })
}

/** Whether every window starts from one and the same state; windows from anywhere start from zeros all the same. */
function isFrozen({ data, training }: RunConfig): boolean {
  const isInOrder = data.source.kind === 'lesson' || data.order === 'consecutive'
  return isInOrder && training.carryState && training.freezeState
}

/** Whether all windows of a run with these settings have as many time steps. */
export function haveOneLength({ data }: RunConfig): boolean {
  return data.source.kind === 'series' || data.span === 'one'
}

/** Time steps for each place of a run in its source: in half a period of the lesson's curve, or in a window of a series. */
export function timeStepsAPlace({ data }: RunConfig): number {
  return data.source.kind === 'lesson' ? data.points : data.window
}
