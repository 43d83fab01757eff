import { describeNetwork } from '../../network/shape/describe-network'
import type { NamedArrays } from '../../network/shape/named-arrays'
import type { NetworkSpec } from '../../network/shape/network-spec'
import { packArrays } from '../../network/shape/packed-arrays'
import { tf } from '../../tensorflow'
import type { PackedParameters } from './predict-pieces'

/** Weights as a tensor, until they are released. */
export type HeldWeights = { readonly parameters: PackedParameters; readonly release: () => void }

/** Holds weights that are in no run. */
export function holdWeights(network: NetworkSpec, weights: NamedArrays): HeldWeights {
  const parameters = tf.tensor1d(packArrays(weights, describeNetwork(network).parameters))
  return { parameters, release: () => parameters.dispose() }
}
