import { describeNetwork } from '../../network/shape/describe-network'
import type { NamedArrays } from '../../network/shape/named-arrays'
import type { NetworkSpec } from '../../network/shape/network-spec'
import { packArrays, viewArrays } from '../../network/shape/packed-arrays'

/*
 * A network to be looked into: its weights as plain float64 arrays, without tensors, for one sequence at a time. What
 * is computed of it (the rooms beside this one) is exact to about 1e-15, where a training computes in float32.
 */

/** One recurrent layer, in PyTorch's layouts, row-major. */
export type InsideLayer = {
  /** W_ih: [gates · hidden, feature]. */
  readonly kernel: Float64Array
  /** W_hh: [gates · hidden, hidden]. */
  readonly recurrentKernel: Float64Array
  /** b_ih: [gates · hidden]. */
  readonly bias: Float64Array
  /** b_hh: [gates · hidden]; null where the family has one bias. */
  readonly recurrentBias: Float64Array | null
  /** What comes in at each time step: the network's inputs, or the hidden units of the layer below. */
  readonly features: number
}

export type InsideNet = {
  readonly network: NetworkSpec
  /** From the one that sees the inputs to the one that is read out. */
  readonly layers: readonly InsideLayer[]
  readonly readOut: {
    /** [output, hidden]. */
    readonly kernel: Float64Array
    /** [output]. */
    readonly bias: Float64Array
  }
}

/**
 * Takes a network's weights over into float64, as copies.
 *
 * @param weights under the names and in the shapes of `describeNetwork`
 * @throws Error if there are too many, or one is missing, or has another shape
 */
export function insideNet(network: NetworkSpec, weights: NamedArrays): InsideNet {
  const { cell, layers, hiddenUnits, family, inputs, outputs } = network
  const layout = describeNetwork(network).parameters
  const arrays = viewArrays(packArrays(weights, layout), layout)
  const numbers = (name: string) => new Float64Array(arrays.get(name)?.values ?? [])
  return {
    network: { cell, layers, hiddenUnits, family, inputs, outputs },
    layers: Array.from({ length: layers }, (_, layer) => ({
      kernel: numbers(`rnn.weight_ih_l${layer}`),
      recurrentKernel: numbers(`rnn.weight_hh_l${layer}`),
      bias: numbers(`rnn.bias_ih_l${layer}`),
      recurrentBias: family === 'pytorch' ? numbers(`rnn.bias_hh_l${layer}`) : null,
      features: layer === 0 ? inputs : hiddenUnits,
    })),
    readOut: { kernel: numbers('out.weight'), bias: numbers('out.bias') },
  }
}
