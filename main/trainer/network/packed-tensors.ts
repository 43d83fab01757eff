import { type Tensor, type Tensor1D, type Tensor2D, tf } from '../tensorflow'
import type { LayerParameters } from './layers/layer'
import type { ReadoutParameters } from './layers/read-out'
import { describeNetwork } from './shape/describe-network'
import { sizeOf } from './shape/named-arrays'
import type { NetworkSpec } from './shape/network-spec'

/** The network's parameters as tensors. */
export type NetworkParameters = {
  /** From the one that sees the inputs to the one that is read out. */
  readonly layers: readonly LayerParameters[]
  readonly readout: ReadoutParameters
}

/**
 * Takes the packed parameters apart.
 *
 * @param packed all parameters in the order of `describeNetwork`, [parameter count]
 */
export function unpackParameters(packed: Tensor1D, spec: NetworkSpec): NetworkParameters {
  const { parameters } = describeNetwork(spec)
  const vectors = tf.split(
    packed,
    parameters.map(({ shape }) => sizeOf(shape)),
  )
  const tensors = new Map<string, Tensor>(
    vectors.map((vector, i) => {
      const { name, shape } = parameters[i] as (typeof parameters)[number]
      return [name, shape.length === 1 ? vector : tf.reshape(vector, [...shape])]
    }),
  )
  // Names and ranks are those of the description.
  const matrix = (name: string) => tensors.get(name) as Tensor2D
  const vector = (name: string) => tensors.get(name) as Tensor1D
  return {
    layers: Array.from({ length: spec.layers }, (_, layer) => {
      const second = tensors.get(`rnn.bias_hh_l${layer}`) as Tensor1D | undefined
      return {
        kernel: matrix(`rnn.weight_ih_l${layer}`),
        recurrentKernel: matrix(`rnn.weight_hh_l${layer}`),
        bias: vector(`rnn.bias_ih_l${layer}`),
        ...(second && { recurrentBias: second }),
      }
    }),
    readout: { kernel: matrix('out.weight'), bias: vector('out.bias') },
  }
}

/** Lays tensors in the order of `describeNetwork` one after another: [parameter count]. */
export function packTensors(tensors: readonly Tensor[]): Tensor1D {
  return tf.concat(
    tensors.map((tensor) => (tensor.rank === 1 ? (tensor as Tensor1D) : tf.reshape(tensor, [tensor.size]))),
  )
}
