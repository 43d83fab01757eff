import { mersenneTwister } from '../random/mersenne-twister'
import { fillUniform } from '../random/torch-uniform'
import { describeNetwork } from './shape/describe-network'
import { type NamedArrays, sizeOf } from './shape/named-arrays'
import type { NetworkSpec } from './shape/network-spec'

/**
 * The weights that a training starts from, decided by the network and the seed alone.
 *
 * PyTorch's family: what `torch.manual_seed(seed)`, then `nn.RNN` (or `nn.GRU`, `nn.LSTM`) and `nn.Linear(H, outputs)`
 * draw: every parameter uniform in ±1/sqrt(H), in the order in which the network lists them. The bound is that of
 * `RNNBase.reset_parameters`; the read-out's `kaiming_uniform_(a=sqrt(5))` comes to the same for H inputs.
 *
 * TensorFlow's family: glorot-uniform kernels and zero biases, as BasicRNNCell and a dense layer have them. The
 * program itself sets no seed, so there is none to match: the numbers come from the generator of the other family.
 *
 * @param seed whole number from 0 to 2^32 - 1
 */
export function initialWeights(spec: NetworkSpec & { readonly seed: number }): NamedArrays {
  const random = mersenneTwister(spec.seed)
  const boundOf = spec.family === 'pytorch' ? () => 1 / Math.sqrt(spec.hiddenUnits) : glorotBounds(spec)
  return new Map(
    describeNetwork(spec).parameters.map(({ name, shape }) => {
      const bound = boundOf(name)
      const size = sizeOf(shape)
      const values = bound === 0 ? new Float32Array(size) : fillUniform(random, size, -bound, bound)
      return [name, { shape, values }]
    }),
  )
}

/**
 * `glorot_uniform`: ±sqrt(6 / (fan in + fan out)) (Glorot and Bengio 2010). Kernel and recurrent kernel are one
 * matrix [inputs + H, H] there, so both have the bound of the whole; the dense kernel is [H, outputs].
 */
function glorotBounds({ hiddenUnits, inputs, outputs }: NetworkSpec): (name: string) => number {
  const cell = Math.sqrt(6 / (inputs + hiddenUnits + hiddenUnits))
  const dense = Math.sqrt(6 / (hiddenUnits + outputs))
  return (name) => {
    if (name.includes('bias')) return 0
    return name === 'out.weight' ? dense : cell
  }
}
