import { text } from '@contract/language/texts'
import type { RunConfig } from '@contract/settings/run-config'
import { timesBetween, windowOver, windowSettings } from '../../trainer/data/lesson/sine-to-cosine'
import type { Window } from '../../trainer/data/source/window'
import { DamagedReference } from './damaged-reference'
import { numbersIn } from './reference-weights'

/** One update of a reference run; null for what its framework's script does not write. */
export type ReferenceUpdate = {
  /** The same window, from the app's own data. */
  readonly window: Window
  readonly loss: number
  readonly gradientNorm: number | null
  readonly runningMeanLoss: number | null
  /** From before the update: [time step]. */
  readonly prediction: Float32Array
  /** From a second forward pass after it. */
  readonly predictionAfterUpdate: Float32Array | null
}

/**
 * Reads the updates, and finds the window of each among the app's own data.
 *
 * @param lengths half periods of each window, where they differ
 * @throws DamagedReference with what is wrong
 */
export function readUpdates(value: unknown, lengths: unknown, config: RunConfig): readonly ReferenceUpdate[] {
  if (!Array.isArray(value) || value.length !== config.training.updates)
    throw new DamagedReference(text('compare.noUpdates', { count: config.training.updates }))
  const settings = windowSettings(config)
  let position = 0
  return value.map((record: unknown, i) => {
    const name = `updates[${i}]`
    const span = Array.isArray(lengths) ? (lengths[i] as unknown) : 1
    if (typeof span !== 'number' || ![1, 2, 3].includes(span))
      throw new DamagedReference(text('compare.noWindowLength', { field: `windowLengths[${i}]` }))
    const window = windowOver(position, span, settings)
    position += span
    return readUpdate(record, window, settings.endpoint, name)
  })
}

function readUpdate(value: unknown, window: Window, endpoint: boolean, name: string): ReferenceUpdate {
  if (typeof value !== 'object' || value === null)
    throw new DamagedReference(text('compare.noObject', { field: name }))
  const record = value as Readonly<Record<string, unknown>>
  const { start, advance, timeSteps } = window
  const times = timesBetween(start, advance, timeSteps, endpoint)
  const number = (field: string) => {
    const found = record[field]
    if (typeof found === 'number' && Number.isFinite(found)) return found
    throw new DamagedReference(text('compare.noNumber', { field: `${name}.${field}` }))
  }
  const curve = (field: string) => numbersIn(record[field], [times.length], `${name}.${field}`)
  const [from, to] = [String(times[0]), String(times.at(-1))]
  if ([record.from, record.to, record.points].join() !== [from, to, times.length].join())
    throw new DamagedReference(text('compare.otherTimes', { field: name, from, to, points: times.length }))
  return {
    window,
    loss: number('loss'),
    gradientNorm: 'gradientNorm' in record ? number('gradientNorm') : null,
    runningMeanLoss: 'runningMeanLoss' in record ? number('runningMeanLoss') : null,
    prediction: curve('prediction'),
    predictionAfterUpdate: 'predictionAfterUpdate' in record ? curve('predictionAfterUpdate') : null,
  }
}
