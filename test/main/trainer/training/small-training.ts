import { describeNetwork } from '../../../../main/trainer/network/shape/describe-network'
import type { NetworkSpec } from '../../../../main/trainer/network/shape/network-spec'
import { mersenneTwister } from '../../../../main/trainer/random/mersenne-twister'
import { fillUniform } from '../../../../main/trainer/random/torch-uniform'
import { type Tensor2D, tf } from '../../../../main/trainer/tensorflow'
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

/** One number of each sequence for each time step: the network's rows, [time step · batch, 1]. */
export function rowsOf(series: readonly ArrayLike<number>[]): Tensor2D {
  const rows = Array.from(series[0] ?? [], (_, t) => series.map((each) => each[t] as number)).flat()
  return tf.tensor2d(rows, [rows.length, 1])
}

/** The states of all sequences as the network takes them: of each kind and layer [batch, hidden]. */
export function stateTensors(states: readonly PlainStates[]): Tensor2D[][] {
  const [first = []] = states
  return Array.from(first[0] ?? [], (_, kind) =>
    first.map((__, layer) => tf.tensor2d(states.map((each) => [...(each[layer]?.[kind] ?? [])]))),
  )
}
