import { describeNetwork } from '../../../../main/trainer/network/describe-network'
import type { NetworkSpec } from '../../../../main/trainer/network/network-spec'
import { mersenneTwister } from '../../../../main/trainer/random/mersenne-twister'
import { fillUniform } from '../../../../main/trainer/random/torch-uniform'
import type { PlainStates, Sequence } from './plain-network'

/** Numbers from ±1, the same in each run. */
export function randomNumbers(seed: number, count: number): Float32Array {
  return fillUniform(mersenneTwister(seed), count, -1, 1)
}

/** Parameters of a network, packed: nothing in them is zero or alike by chance. */
export function randomParameters(seed: number, spec: NetworkSpec): Float32Array {
  return randomNumbers(seed, describeNetwork(spec).parameterCount)
}

/** A sequence of noise. */
export function randomSequence(seed: number, timeSteps: number): Sequence {
  return { inputs: randomNumbers(seed, timeSteps), targets: randomNumbers(seed + 1, timeSteps) }
}

/** States of noise for one sequence. */
export function randomStates(seed: number, { cell, layers, hiddenUnits }: NetworkSpec): PlainStates {
  const kinds = cell === 'lstm' ? 2 : 1
  return Array.from({ length: layers }, (_, layer) =>
    Array.from({ length: kinds }, (_, kind) => [...randomNumbers(seed + 10 * layer + kind, hiddenUnits)]),
  )
}
