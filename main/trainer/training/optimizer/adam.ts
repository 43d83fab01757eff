import { type Scalar, type Tensor1D, tf } from '../../tensorflow'
import type { Optimizer } from './optimizer'

/** Decay of the first moment, per update. */
const BETA_1 = 0.9
/** Decay of the second moment, per update. */
const BETA_2 = 0.999
/** Keeps the division finite. PyTorch's and TensorFlow's value; TensorFlow.js would take 1e-7. */
const EPSILON = 1e-8

/** The next running means of the gradient and of its square: the same in both forms of Adam. */
function nextMoments(slots: readonly Tensor1D[], gradient: Tensor1D): [first: Tensor1D, second: Tensor1D] {
  const [first, second] = slots as [Tensor1D, Tensor1D]
  return [
    tf.add(first, tf.mul(tf.sub(gradient, first), 1 - BETA_1)),
    tf.add(tf.mul(second, BETA_2), tf.mul(tf.square(gradient), 1 - BETA_2)),
  ]
}

/**
 * Adam (Kingma and Ba 2015) in the form of `torch.optim.Adam`:
 *
 *     m ← m + (1 - β1)(g - m)      v ← β2 v + (1 - β2) g²
 *     p ← p - stepSize · m / (sqrt(v) / rootCorrection + ε)
 *
 * with stepSize = lr / (1 - β1^t) and rootCorrection = sqrt(1 - β2^t).
 */
export const adam: Optimizer = {
  schedule: ({ learningRate }, update) => [
    learningRate / (1 - BETA_1 ** update),
    Math.sqrt(1 - BETA_2 ** update),
  ],
  apply: ({ parameters, slots }, gradient, schedule) => {
    const [stepSize, rootCorrection] = schedule as [Scalar, Scalar]
    const [first, second] = nextMoments(slots, gradient)
    const denominator = tf.add(tf.div(tf.sqrt(second), rootCorrection), EPSILON)
    const change = tf.mul(tf.div(first, denominator), stepSize)
    return { parameters: tf.sub(parameters, change), slots: [first, second] }
  },
}

/**
 * Adam in the form of `tf.compat.v1.train.AdamOptimizer` (the paper's "ε hat"), which adds ε to the root before it is
 * corrected:
 *
 *     p ← p - stepSize · m / (sqrt(v) + ε)      stepSize = lr · sqrt(1 - β2^t) / (1 - β1^t)
 */
export const adamTensorflow: Optimizer = {
  schedule: ({ learningRate }, update) => [
    (learningRate * Math.sqrt(1 - BETA_2 ** update)) / (1 - BETA_1 ** update),
  ],
  apply: ({ parameters, slots }, gradient, schedule) => {
    const [stepSize] = schedule as [Scalar]
    const [first, second] = nextMoments(slots, gradient)
    const change = tf.div(tf.mul(first, stepSize), tf.add(tf.sqrt(second), EPSILON))
    return { parameters: tf.sub(parameters, change), slots: [first, second] }
  },
}
