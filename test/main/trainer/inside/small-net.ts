import type { CellName } from '@contract/settings/run-config'
import { type InsideNet, insideNet } from '../../../../main/trainer/inside/net/inside-net'
import type { LayerState } from '../../../../main/trainer/inside/pass/pass'
import { describeNetwork } from '../../../../main/trainer/network/shape/describe-network'
import type { NetworkSpec } from '../../../../main/trainer/network/shape/network-spec'
import { viewArrays } from '../../../../main/trainer/network/shape/packed-arrays'
import { mersenneTwister } from '../../../../main/trainer/random/mersenne-twister'
import { fillUniform } from '../../../../main/trainer/random/torch-uniform'

export const CELLS: readonly CellName[] = ['rnn-tanh', 'rnn-relu', 'gru', 'lstm']

/** A small network's sizes, with two inputs and three outputs. */
export function smallSpec(changes: Partial<NetworkSpec> = {}): NetworkSpec {
  return { cell: 'rnn-tanh', layers: 2, hiddenUnits: 5, family: 'pytorch', inputs: 2, outputs: 3, ...changes }
}

/** Numbers from ±1, the same in each run, and exact in float32. */
export function noise(seed: number, count: number): Float64Array {
  return Float64Array.from(fillUniform(mersenneTwister(seed), count, -1, 1))
}

/** All parameters of a network, packed, as large as those of a real one. */
export function packedNoise(seed: number, network: NetworkSpec): Float32Array {
  const scale = 1.5 / Math.sqrt(network.hiddenUnits)
  return Float32Array.from(noise(seed, describeNetwork(network).parameterCount), (x) => x * scale)
}

export function noiseNet(seed: number, network: NetworkSpec): InsideNet {
  return insideNet(network, viewArrays(packedNoise(seed, network), describeNetwork(network).parameters))
}

/** States of noise before a window, one for each layer. */
export function noiseStates(seed: number, { cell, layers, hiddenUnits }: NetworkSpec): LayerState[] {
  return Array.from({ length: layers }, (_, layer) => ({
    h: noise(seed + 10 * layer, hiddenUnits),
    ...(cell === 'lstm' && { c: noise(seed + 10 * layer + 1, hiddenUnits) }),
  }))
}
