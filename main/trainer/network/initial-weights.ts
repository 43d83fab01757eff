import { mersenneTwister } from '../random/mersenne-twister'
import { fillUniform } from '../random/torch-uniform'
import { describeNetwork } from './describe-network'
import { type NamedArrays, sizeOf } from './named-arrays'

/**
 * The weights that PyTorch gives `nn.RNN(1, H)` and then `nn.Linear(H, 1)` after `torch.manual_seed(seed)`: every
 * parameter uniform in ±1/sqrt(H), drawn in the order in which the network lists them. The cell's bound is that of
 * `RNNBase.reset_parameters`; the read-out's `kaiming_uniform_(a=sqrt(5))` comes to the same for H inputs.
 */
export function initialWeights(options: {
  /** Size of the hidden state, from 1. */
  readonly hiddenUnits: number
  /** Whole number from 0 to 2^32 - 1. */
  readonly seed: number
}): NamedArrays {
  const random = mersenneTwister(options.seed)
  const bound = 1 / Math.sqrt(options.hiddenUnits)
  const { parameters } = describeNetwork(options.hiddenUnits)
  return new Map(
    parameters.map(({ name, shape }) => [
      name,
      { shape, values: fillUniform(random, sizeOf(shape), -bound, bound) },
    ]),
  )
}
