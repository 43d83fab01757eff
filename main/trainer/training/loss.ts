import { type Scalar, type Tensor3D, tf } from '../tensorflow'

/**
 * Mean squared error over all numbers of a window, as `torch.nn.MSELoss`.
 *
 * @param predictions [batch, time step, feature]
 * @param targets of the same shape
 * @throws Error if the shapes differ: one of them would be stretched over the other without a word
 */
export function meanSquaredError(predictions: Tensor3D, targets: Tensor3D): Scalar {
  tf.util.assertShapesMatch(predictions.shape, targets.shape, 'Predictions and targets: ')
  return tf.mean(tf.squaredDifference(predictions, targets))
}
