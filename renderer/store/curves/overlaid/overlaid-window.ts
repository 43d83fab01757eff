import type { UpdateBatch } from '@contract/run/run'
import type { RunId } from '@contract/run-id'
import type { History } from '../history'

/** What another run said in one of its updates, as its record has it. */
export type OverlaidWindow = {
  readonly runId: RunId
  readonly update: number
  /** Place of its first time step, and distance between two, as on the wire. */
  readonly start: number
  readonly step: number
  readonly outputs: number
  /** The first input column: [time step] */
  readonly inputs: Float32Array
  /** [time step, output]; NaN where one is missing. */
  readonly targets: Float32Array
  /** [time step, output] */
  readonly predictions: Float32Array
}

/** The first update of a batch; null where that is another one than the one that was asked for. */
export function windowOf(runId: RunId, update: number, batch: UpdateBatch): OverlaidWindow | null {
  const [length, start, step] = [batch.lengths[0], batch.starts[0], batch.steps[0]]
  if (batch.firstUpdate !== update || length === undefined || start === undefined || step === undefined)
    return null
  const { outputs, inputs, targets, predictions } = batch
  return {
    ...{ runId, update, start, step, outputs },
    inputs: inputs.slice(0, length),
    targets: targets.slice(0, length * outputs),
    predictions: predictions.slice(0, length * outputs),
  }
}

/**
 * Where the time steps of such a window stand on the axis of the present run's curves: [time step]. That of the lesson is its
 * time; that of a series counts what the present run has seen, so that it has a place only where the same update of the
 * present run had the same rows. Null where it has none.
 */
export function placesOf(window: OverlaidWindow, history: History): Float64Array | null {
  const { update, start, step, inputs } = window
  const { length } = inputs
  if (history.facts.axis === 'half-periods') return Float64Array.from({ length }, (_, i) => start + i * step)
  const { from, to } = history.range(update)
  if (to - from !== length || history.placeAt(from) !== start) return null
  const { at } = history.times
  return Float64Array.from({ length }, (_, i) => at(from + i))
}
