import type { ReadoutName } from '@contract/settings/run-config'
import { type Tensor2D, tf } from '../../tensorflow'
import { matMul } from './basic-rnn'
import type { ReadoutParameters, readOutBackward } from './read-out'

/** A read-out's predictions, [time step · batch, feature], and its backward pass. */
export type DensePass = {
  readonly predictions: Tensor2D
  readonly backward: (gradient: Tensor2D) => ReturnType<typeof readOutBackward>
}

/**
 * The linear read-out as TensorFlow's dense layer: what `readOut` is, by the ops of TensorFlow's own program, which keeps
 * the kernel as [hidden, feature].
 *
 * @param states h after each time step, [time step · batch, hidden]
 * @param batch sequences, so many rows are a time step
 */
export function dense(
  { kernel: transposed, bias }: ReadoutParameters,
  states: Tensor2D,
  batch: number,
  how: ReadoutName,
): DensePass {
  const kernel = tf.transpose(transposed)
  const blocks =
    how === 'per-time-step' ? (tf.split(states, states.shape[0] / batch) as Tensor2D[]) : [states]
  const products = blocks.map((block) => matMul(block, kernel))
  return {
    predictions: tf.add(products.length === 1 ? (products[0] as Tensor2D) : tf.concat(products), bias),
    backward: (gradient) => ({
      parameters: [tf.transpose(matMul(states, gradient, true)), tf.sum(gradient, 0)],
      states: matMul(gradient, kernel, false, true),
    }),
  }
}
