import { type Scalar, type Tensor2D, tf } from '../../tensorflow'

/**
 * Mean squared error over all numbers of a window, as `torch.nn.MSELoss`, and its gradient by the predictions.
 *
 * @param predictions [time step · batch, feature]
 * @param targets of the same shape
 * @throws Error if the shapes differ: one of them would be stretched over the other without a word
 */
export function meanSquaredError(
  predictions: Tensor2D,
  targets: Tensor2D,
): { readonly loss: Scalar; readonly gradient: Tensor2D } {
  tf.util.assertShapesMatch(predictions.shape, targets.shape, 'Predictions and targets: ')
  const errors = tf.sub<Tensor2D>(predictions, targets)
  return { loss: tf.mean(tf.square(errors)), gradient: tf.mul(errors, 2 / errors.size) }
}
