import { type Tensor1D, tf } from '../tensorflow'

/** Decay of the first moment, per update. */
const BETA_1 = 0.9
/** Decay of the second moment, per update. */
const BETA_2 = 0.999
/** Keeps the division finite. PyTorch's value, and added where PyTorch adds it; TensorFlow.js would take 1e-7. */
const EPSILON = 1e-8

/** What Adam keeps beside the parameters: running means of the gradient and of its square, [parameter count]. */
export type Moments = { readonly first: Tensor1D; readonly second: Tensor1D }

/**
 * The two numbers in which updates differ: `lr / (1 - β1^t)` and `sqrt(1 - β2^t)`. Computed in float64 outside
 * TensorFlow, so that the update itself is the same calculation for every t and every learning rate.
 *
 * @param learningRate step size, above 0, no unit
 * @param update t, the number of this update since the moments were zero, from 1
 */
export function adamSchedule(
  learningRate: number,
  update: number,
): [stepSize: number, rootCorrection: number] {
  return [learningRate / (1 - BETA_1 ** update), Math.sqrt(1 - BETA_2 ** update)]
}

/**
 * One update of Adam (Kingma and Ba 2015) in the form of `torch.optim.Adam`, on all parameters at once:
 *
 *     m ← m + (1 - β1)(g - m)      v ← β2 v + (1 - β2) g²
 *     p ← p - stepSize · m / (sqrt(v) / rootCorrection + ε)
 *
 * @param schedule the two numbers of `adamSchedule`, [2]
 */
export function adam(
  parameters: Tensor1D,
  gradient: Tensor1D,
  moments: Moments,
  schedule: Tensor1D,
): { readonly parameters: Tensor1D; readonly moments: Moments } {
  const [stepSize, rootCorrection] = tf.unstack(schedule) as [Tensor1D, Tensor1D]
  const first = tf.add<Tensor1D>(moments.first, tf.mul(tf.sub(gradient, moments.first), 1 - BETA_1))
  const second = tf.add<Tensor1D>(tf.mul(moments.second, BETA_2), tf.mul(tf.square(gradient), 1 - BETA_2))
  const denominator = tf.add(tf.div(tf.sqrt(second), rootCorrection), EPSILON)
  const change = tf.mul(tf.div(first, denominator), stepSize)
  return { parameters: tf.sub(parameters, change), moments: { first, second } }
}
