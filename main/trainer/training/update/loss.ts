import { type Scalar, type Tensor2D, tf } from '../../tensorflow'

/** A loss, and its gradient by the predictions, [time step · batch, feature]. */
export type Loss = { readonly loss: Scalar; readonly gradient: Tensor2D }

/**
 * Mean squared error over all numbers of a window, as `torch.nn.MSELoss`, and its gradient by the predictions.
 *
 * @param predictions [time step · batch, feature]
 * @param targets of the same shape
 * @throws Error if the shapes differ: one of them would be stretched over the other without a word
 */
export function meanSquaredError(predictions: Tensor2D, targets: Tensor2D): Loss {
  const errors = errorsOf(predictions, targets)
  return { loss: tf.mean(tf.square(errors)), gradient: tf.mul(errors, 2 / errors.size) }
}

/**
 * The same over the targets that are there, with m = 1 for those and 0 for the others:
 *
 *     loss = Σ m·(p - t)² / Σ m      gradient = 2·m·(p - t) / Σ m
 *
 * Both are zero where no target is there. With all of them there it is the unmasked loss, to the last bit.
 *
 * @param mask of the same shape
 * @throws Error if the shapes differ
 */
export function maskedSquaredError(predictions: Tensor2D, targets: Tensor2D, mask: Tensor2D): Loss {
  tf.util.assertShapesMatch(mask.shape, targets.shape, 'Mask: ')
  const errors = tf.mul<Tensor2D>(errorsOf(predictions, targets), mask)
  // A whole number, so that 1 stands for none alone.
  const count = tf.maximum(tf.sum<Scalar>(mask), 1)
  return {
    loss: tf.div(tf.sum<Scalar>(tf.square(errors)), count),
    gradient: tf.mul(errors, tf.div(2, count)),
  }
}

function errorsOf(predictions: Tensor2D, targets: Tensor2D): Tensor2D {
  tf.util.assertShapesMatch(predictions.shape, targets.shape, 'Predictions and targets: ')
  return tf.sub(predictions, targets)
}
