import { type Scalar, type Tensor1D, tf } from '../../tensorflow'

/** Keeps the division finite: PyTorch's value. */
const EPSILON = 1e-6

/**
 * The greatest norm as the update takes it: without clipping there is none, so that both are the same calculation.
 *
 * @param clipNorm 0 for never
 */
export function greatestNorm(clipNorm: number): number {
  return clipNorm > 0 ? clipNorm : Number.POSITIVE_INFINITY
}

/**
 * Scales a gradient down to a global norm if it is longer, as `torch.nn.utils.clip_grad_norm_`:
 *
 *     g ← g · min(1, greatest / (|g| + 1e-6))
 *
 * @param greatest see `greatestNorm`
 * @returns the gradient, and its norm before: not finite for a gradient whose squares are beyond float32
 */
export function clipGradient(
  gradient: Tensor1D,
  greatest: Scalar,
): { readonly gradient: Tensor1D; readonly norm: Scalar } {
  const norm = tf.sqrt(tf.sum<Scalar>(tf.square(gradient)))
  const share = tf.minimum(tf.div(greatest, tf.add(norm, EPSILON)), 1)
  return { gradient: tf.mul(gradient, share), norm }
}
