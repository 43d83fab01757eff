import type { DataPreview } from '@contract/data/data-preview'
import { text } from '@contract/language/texts'
import type { FamilyName, RunConfig, Settings } from '@contract/settings/run-config'
import type { Cursor, Window } from '../source/window'
import { linspace } from './linspace'
import { numpyWave } from './numpy-sine'
import { spanAt } from './window-span'

/** The settings that a window depends on. */
export type WindowSettings = Pick<Settings, 'points' | 'endpoint' | 'span' | 'batch' | 'seed' | 'family'>

/** What of a run's settings its windows depend on. */
export function windowSettings({
  data,
  network: { seed, family },
  training: { batch },
}: RunConfig): WindowSettings {
  return { ...data, batch, seed, family }
}

/** Where a window stands in its run: `position` half periods of the curve were seen before it. */
export type WindowPlace = Cursor & { readonly settings: WindowSettings }

/**
 * So many half periods have the programs' own times: float32 radians from the start of the run. Their runs end long
 * before, at 60 to 180. Later ones have the times of the first period, as float32 has ever fewer between two half
 * periods: a quarter of a radian apart at the millionth.
 */
const PROGRAMS_OWN = 256

const PREVIEW_POINTS = 100

/**
 * The window of one update: from t = position·pi on, over one half period or as many as `spanAt` says, with
 * `points` time steps for each. With the right end included, a window ends at the time at which the next begins.
 * Sequence b of a batch sees the same curve b/batch of a period later; sequence 0 is the lesson's.
 *
 * The lesson's window k, once `windowAt(k, 10)`, is `windowAt({ position: k, update: k, settings })` with the
 * lesson's settings.
 * The next place is `{ position: position + window.advance, update: update + 1, settings }`.
 */
export function windowAt({ position, update, settings }: WindowPlace): Window {
  return windowOver(position, spanAt(update, settings), settings)
}

/** The window of `span` half periods from t = position·pi on, whatever length the settings would give it. */
export function windowOver(
  position: number,
  span: number,
  { points, endpoint, batch, family }: Pick<Settings, 'points' | 'endpoint' | 'batch' | 'family'>,
): Window {
  const timeSteps = points * span
  const from = position < PROGRAMS_OWN ? position : position % 2
  return {
    timeSteps,
    ...sampled(timesBetween(from, span, timeSteps, endpoint), batch, family),
    mask: null,
    continues: null,
    start: position,
    step: span / (endpoint ? timeSteps - 1 : timeSteps),
    advance: span,
  }
}

/** The times of a window's time steps as the programs have them: float32 radians, `span` half periods from `position` on. */
export function timesBetween(
  position: number,
  span: number,
  timeSteps: number,
  endpoint: boolean,
): Float32Array {
  return linspace(position * Math.PI, (position + span) * Math.PI, timeSteps, endpoint)
}

/** The data as it is shown before training: 100 points over one period, [0, 2·pi]. */
export function describeSineToCosine(): DataPreview {
  const times = timesBetween(0, 2, PREVIEW_POINTS, true)
  return {
    times,
    ...sampled(times, 1, 'pytorch'),
    inputLabel: text('stage.inputSine'),
    targetLabel: text('stage.targetCosine'),
  }
}

/**
 * Sine and cosine of the float32 times, not of the exact ones: the curve belongs to the times that the programs show. The
 * nearest float32 numbers, but for the family of TensorFlow, which has those of its program to the last bit.
 */
function sampled(times: Float32Array, batch: number, family: FamilyName): Pick<Window, 'inputs' | 'targets'> {
  const inputs = new Float32Array(batch * times.length)
  const targets = new Float32Array(batch * times.length)
  for (let sequence = 0, at = 0; sequence < batch; sequence += 1) {
    const shift = (sequence / batch) * 2 * Math.PI
    for (const time of times) {
      const asNumpy = family === 'tensorflow' && Math.fround(time + Math.fround(shift))
      inputs[at] = asNumpy === false ? Math.sin(time + shift) : numpyWave('sine', asNumpy)
      targets[at] = asNumpy === false ? Math.cos(time + shift) : numpyWave('cosine', asNumpy)
      at += 1
    }
  }
  return { inputs, targets }
}
