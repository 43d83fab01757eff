import type { ReadoutName } from '@contract/settings/run-config'
import { repeated } from '../../repeated'
import { type Tensor1D, type Tensor2D, tf } from '../../tensorflow'
import { product } from './product'

/** The parameters of the read-out, in PyTorch's layouts. */
export type ReadoutParameters = {
  /** out.weight: [feature, hidden]. */
  readonly kernel: Tensor2D
  /** out.bias: [feature]. */
  readonly bias: Tensor1D
}

/**
 * The linear read-out: h_t · W^T + b at every time step.
 *
 * @param states h after each time step, [time step · batch, hidden]
 * @param batch sequences, so many rows are a time step
 * @param how one product for each time step, stacked, or one for all: the same numbers
 * @returns [time step · batch, feature]
 */
export const readOut = repeated(
  ({ kernel, bias }: ReadoutParameters, states: Tensor2D, batch: number, how: ReadoutName): Tensor2D => {
    const blocks =
      how === 'per-time-step' ? (tf.split(states, states.shape[0] / batch) as Tensor2D[]) : [states]
    const products = blocks.map((block) => product(block, kernel, false, true))
    return tf.add(products.length === 1 ? (products[0] as Tensor2D) : tf.concat(products), bias)
  },
)

/**
 * The backward pass, for all time steps at once: with g_t the gradient by the prediction, dW = Σ g_t^T · h_t, db = Σ g_t,
 * and g_t · W by h_t.
 *
 * @param gradient by the predictions, [time step · batch, feature]
 */
export const readOutBackward = repeated(
  ({ kernel }: ReadoutParameters, states: Tensor2D, gradient: Tensor2D) => ({
    parameters: [product(gradient, states, true), tf.sum(gradient, 0)] as const,
    states: product(gradient, kernel),
  }),
)
