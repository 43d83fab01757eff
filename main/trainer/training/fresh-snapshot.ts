import type { NamedArrays } from '../network/named-arrays'
import type { Snapshot } from './snapshot'

/** Sequences that are trained side by side. */
const BATCH = 1

/**
 * The start of a training from given weights: no update yet, Adam's moments and the hidden state zero.
 *
 * @param hiddenUnits size of the hidden state; the weights must be those of a network of this size
 */
export function freshSnapshot(parameters: NamedArrays, hiddenUnits: number): Snapshot {
  return {
    updatesDone: 0,
    parameters,
    firstMoments: zerosLike(parameters),
    secondMoments: zerosLike(parameters),
    momentUpdates: 0,
    hidden: { shape: [1, BATCH, hiddenUnits], values: new Float32Array(BATCH * hiddenUnits) },
  }
}

function zerosLike(arrays: NamedArrays): NamedArrays {
  return new Map(
    [...arrays].map(([name, { shape, values }]) => [
      name,
      { shape, values: new Float32Array(values.length) },
    ]),
  )
}
