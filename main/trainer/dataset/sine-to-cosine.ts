import type { DataPreview } from '@contract/data/data-preview'
import { text } from '@contract/language/texts'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import { linspace } from './linspace'
import { spanAt } from './window-span'

/** What one update sees: one number for each time step of each sequence, in order of time. */
export type Window = {
  /** Time t of the first sequence, in radians: [time step]. */
  readonly times: Float32Array
  /** What the network sees, sin t: [batch · time step], one sequence after the other; the first is shown. */
  readonly inputs: Float32Array
  /** What it must say, cos t, in the same places. */
  readonly targets: Float32Array
  /** Half periods that it spans: the next window starts so many after this one. */
  readonly halfPeriods: number
}

/** The settings that a window depends on. */
export type WindowSettings = Pick<Settings, 'points' | 'endpoint' | 'span' | 'batch' | 'seed'>

/** What of a run's settings its windows depend on. */
export function windowSettings({ data, network: { seed }, training: { batch } }: RunConfig): WindowSettings {
  return { ...data, batch, seed }
}

/** Where a window stands in its run. */
export type WindowPlace = {
  /** Half periods of the curve that were seen before it (`halfPeriods` of a snapshot): where it starts. */
  readonly halfPeriods: number
  /** Updates made before it, from 0: decides the length when lengths are random. */
  readonly update: number
  readonly settings: WindowSettings
}

const PREVIEW_POINTS = 100

/**
 * The window of one update: from t = halfPeriods·pi on, over one half period or as many as `spanAt` says, with
 * `points` time steps for each. With the right end included, a window ends at the time at which the next begins.
 * Sequence b of a batch sees the same curve b/batch of a period later; sequence 0 is the lesson's.
 *
 * The lesson's window k, once `windowAt(k, 10)`, is `windowAt({ halfPeriods: k, update: k, settings })` with the
 * lesson's settings.
 * The next place is `{ halfPeriods: halfPeriods + window.halfPeriods, update: update + 1, settings }`.
 */
export function windowAt({ halfPeriods, update, settings }: WindowPlace): Window {
  return windowOver(halfPeriods, spanAt(update, settings), settings)
}

/** The window of `span` half periods from t = halfPeriods·pi on, whatever length the settings would give it. */
export function windowOver(
  halfPeriods: number,
  span: number,
  { points, endpoint, batch }: Pick<Settings, 'points' | 'endpoint' | 'batch'>,
): Window {
  const times = linspace(halfPeriods * Math.PI, (halfPeriods + span) * Math.PI, points * span, endpoint)
  return { times, ...sampled(times, batch), halfPeriods: span }
}

/** Half periods from one time step of a window to the next: the window spans so many and has so many time steps. */
export function stepOf(halfPeriods: number, timeSteps: number, endpoint: boolean): number {
  return halfPeriods / (endpoint ? timeSteps - 1 : timeSteps)
}

/** The data as it is shown before training: 100 points over one period, [0, 2·pi]. */
export function describeSineToCosine(): DataPreview {
  const times = linspace(0, 2 * Math.PI, PREVIEW_POINTS)
  return {
    times,
    ...sampled(times, 1),
    inputLabel: text('stage.inputSine'),
    targetLabel: text('stage.targetCosine'),
  }
}

/** Sine and cosine of the float32 times, not of the exact ones: the curve belongs to the times that are shown. */
function sampled(times: Float32Array, batch: number): Pick<Window, 'inputs' | 'targets'> {
  const inputs = new Float32Array(batch * times.length)
  const targets = new Float32Array(batch * times.length)
  for (let sequence = 0, at = 0; sequence < batch; sequence += 1) {
    const shift = (sequence / batch) * 2 * Math.PI
    for (const time of times) {
      inputs[at] = Math.sin(time + shift)
      targets[at] = Math.cos(time + shift)
      at += 1
    }
  }
  return { inputs, targets }
}
