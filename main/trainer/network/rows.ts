import { type Tensor2D, type Tensor3D, tf } from '../tensorflow'

/*
 * The network computes on rows: one for each time step of each sequence, all sequences of a time step beside each
 * other. So a whole window goes through one matrix product, and a time step is a block of rows.
 */

/** [batch, time step, feature] to rows [time step · batch, feature]. */
export function toRows(series: Tensor3D): Tensor2D {
  const [batch, timeSteps, features] = series.shape
  // With one sequence both orders are the same, and a native call is saved.
  const timeMajor = batch === 1 ? series : tf.transpose(series, [1, 0, 2])
  return tf.reshape(timeMajor, [timeSteps * batch, features])
}

/** Rows [time step · batch, feature] back to [batch, time step, feature]. */
export function fromRows(rows: Tensor2D, batch: number): Tensor3D {
  const [count, features] = rows.shape
  const timeSteps = count / batch
  if (batch === 1) return tf.reshape(rows, [batch, timeSteps, features])
  return tf.transpose(tf.reshape(rows, [timeSteps, batch, features]), [1, 0, 2])
}
