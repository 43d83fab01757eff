import type { RunConfig } from '@contract/settings/run-config'
import type { PreparedSeries } from './prepared'
import { windowStarts } from './window-starts'

/** How a network sees a series: in windows, or with its state carried on from window to window. */
export type Regime = {
  readonly window: number
  readonly carryState: boolean
  /** Whether windows follow each other in order of time, each beginning where the one before it ends. */
  readonly meet: boolean
}

/** The regime that a run trains in. A window that is drawn at random always begins from a zero state. */
export function regimeOf({ data: { window, stride, order }, training }: RunConfig): Regime {
  const inOrder = order === 'consecutive'
  const carryState = inOrder && training.carryState
  return { window, carryState, meet: inOrder && (carryState || stride === window) }
}

/**
 * Whether each window of the training part is a sequence by itself, first seen and then answered: they begin from zero
 * states and meet, and none of them has a target in its first half.
 */
export function areSequences(
  { stretches, horizon, mask, rows }: Pick<PreparedSeries, 'stretches' | 'horizon' | 'mask' | 'rows'>,
  { window, carryState, meet }: Regime,
): boolean {
  if (!mask || !meet || carryState) return false
  const starts = windowStarts(stretches.train, window, window)
  const width = mask.length / rows
  const half = Math.floor(window / 2)
  for (let index = 0; index < starts.count; index += 1) {
    const from = starts.at(index) + horizon
    if (mask.subarray(from * width, (from + half) * width).includes(1)) return false
  }
  return half > 0 && starts.count > 0
}
