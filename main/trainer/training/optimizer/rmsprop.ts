import { type Scalar, type Tensor1D, tf } from '../../tensorflow'
import type { Optimizer } from './optimizer'

/** Decay of the mean square, per update. */
const ALPHA = 0.99
const EPSILON = 1e-8

/**
 * RMSprop (Tieleman and Hinton 2012) in the form of `torch.optim.RMSprop`, not centred, without momentum:
 *
 *     v ← α v + (1 - α) g²      p ← p - lr · g / (sqrt(v) + ε)
 */
export const rmsprop: Optimizer = {
  schedule: ({ learningRate }) => [learningRate],
  apply: ({ parameters, slots }, gradient, schedule) => {
    const [learningRate] = schedule as [Scalar]
    const [before] = slots as [Tensor1D]
    const meanSquare = tf.add<Tensor1D>(tf.mul(before, ALPHA), tf.mul(tf.square(gradient), 1 - ALPHA))
    const change = tf.mul(tf.div(gradient, tf.add(tf.sqrt(meanSquare), EPSILON)), learningRate)
    return { parameters: tf.sub(parameters, change), slots: [meanSquare] }
  },
}
