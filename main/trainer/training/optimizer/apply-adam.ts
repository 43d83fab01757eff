import { type Scalar, type Tensor1D, tf } from '../../tensorflow'
import type { Optimizer } from './optimizer'

/** All numbers are float32 there, from the start. */
const float32 = Math.fround
const BETA_1 = float32(0.9)
const BETA_2 = float32(0.999)
const EPSILON = 1e-8
/** What is less than this makes no difference to 1: powers are not multiplied up further. */
const NOTHING = 2 ** -26

/** β1^t and β2^t of the updates so far, as TensorFlow has them: multiplied once more at each update, and rounded. */
const powers: (readonly [number, number])[] = [[1, 1]]

function powersAt(update: number): readonly [number, number] {
  let last = powers.at(-1) as readonly [number, number]
  while (powers.length <= update && last[1] > NOTHING) {
    last = [float32(last[0] * BETA_1), float32(last[1] * BETA_2)]
    powers.push(last)
  }
  return powers[update] ?? last
}

/**
 * `tf.compat.v1.train.AdamOptimizer` to its last bits: op `ApplyAdam` of TensorFlow's kernels (training_ops.cc), in float32
 * throughout:
 *
 *     m ← m + (g - m)(1 - β1)      v ← v + (g² - v)(1 - β2)
 *     p ← p - m · α / (sqrt(v) + ε)      α = lr · sqrt(1 - β2^t) / (1 - β1^t)
 *
 * `adamTensorflow` is the same rule, in which v is written otherwise and α is computed in float64.
 */
export const applyAdam: Optimizer = {
  schedule: ({ learningRate }, update) => {
    const [first, second] = powersAt(update)
    const root = float32(Math.sqrt(float32(1 - second)))
    return [float32(float32(float32(learningRate) * root) / float32(1 - first))]
  },
  apply: ({ parameters, slots }, gradient, schedule) => {
    const [alpha] = schedule as [Scalar]
    const [m, v] = slots as [Tensor1D, Tensor1D]
    const first = tf.add<Tensor1D>(m, tf.mul(tf.sub(gradient, m), float32(1 - BETA_1)))
    const second = tf.add<Tensor1D>(v, tf.mul(tf.sub(tf.square(gradient), v), float32(1 - BETA_2)))
    const change = tf.div(tf.mul(first, alpha), tf.add(tf.sqrt(second), EPSILON))
    return { parameters: tf.sub(parameters, change), slots: [first, second] }
  },
}
