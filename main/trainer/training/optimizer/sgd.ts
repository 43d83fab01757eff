import { type Scalar, type Tensor1D, tf } from '../../tensorflow'
import type { Optimizer } from './optimizer'

/**
 * Stochastic gradient descent with momentum in the form of `torch.optim.SGD`, no dampening:
 *
 *     b ← momentum · b + g      p ← p - lr · b
 *
 * A buffer of zeros gives b = g at the first update, as PyTorch has it.
 */
export const sgd: Optimizer = {
  schedule: ({ learningRate, momentum }) => [learningRate, momentum],
  apply: ({ parameters, slots }, gradient, schedule) => {
    const [learningRate, momentum] = schedule as [Scalar, Scalar]
    const [before] = slots as [Tensor1D]
    const buffer = tf.add<Tensor1D>(tf.mul(before, momentum), gradient)
    return { parameters: tf.sub(parameters, tf.mul(buffer, learningRate)), slots: [buffer] }
  },
}
