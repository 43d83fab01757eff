import type { Breakdown } from '@contract/run/run'
import type { RunConfig } from '@contract/settings/run-config'
import type { Window } from '../../data/source/window'
import type { NamedArrays } from '../../network/shape/named-arrays'
import { createLearner } from '../../training/learner'
import type { Snapshot } from '../../training/snapshot/snapshot'

/** An update that is made apart from the run, with the very numbers that the run's own has. */
export type OneUpdate = {
  /** Mean loss of the whole batch, before it. */
  readonly loss: number
  /** Of the whole batch, before it was clipped. */
  readonly gradient: NamedArrays
  readonly norm: number
  /** How the training stands after it: as before where it could not be made. */
  readonly after: Snapshot
  /** What was not finite in it. */
  readonly broke: Breakdown['what'] | null
}

/** Makes the update that follows on a snapshot, which stays as it is. */
export function oneUpdate(
  snapshot: Snapshot,
  window: Window,
  { training }: Pick<RunConfig, 'training'>,
): OneUpdate {
  const learner = createLearner(snapshot)
  try {
    const gradient = learner.gradient(window, training)
    const result = learner.update(window, training)
    if (result.kind === 'diverged')
      return { loss: Number.NaN, norm: Number.NaN, gradient, after: snapshot, broke: result.what }
    return {
      loss: result.loss,
      norm: result.gradientNorm,
      gradient,
      after: learner.snapshot(),
      broke: null,
    }
  } finally {
    learner.dispose()
  }
}

/** √Σ(a − b)² of two arrays of one length, in float64. */
export function distance(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += ((a[i] as number) - (b[i] as number)) ** 2
  return Math.sqrt(sum)
}

/** An array of a snapshot by its name. */
export function valuesOf(arrays: NamedArrays, name: string): Float32Array {
  const found = arrays.get(name)
  if (!found) throw new RangeError(`there is no parameter ${name}`)
  return found.values
}
