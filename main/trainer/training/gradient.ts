import type { NetworkOutput } from '../network/network'
import { type Scalar, type Tensor, type Tensor1D, tf } from '../tensorflow'

/** A forward pass with the loss it came to. */
export type JudgedOutput = NetworkOutput & { readonly loss: Scalar }

/**
 * Runs a forward pass and differentiates its loss by the parameters. Unlike `tf.valueAndGrads` it also hands out
 * what else the forward pass made, and leaves no tensor behind when it throws. The results belong to the scope of
 * the caller: call it inside `tf.tidy`.
 *
 * @param forward makes the loss from the parameters; only the loss is differentiated
 * @param parameters all in one vector, [parameter count]; the gradient has the same shape
 */
export function differentiate(
  forward: (parameters: Tensor1D) => JudgedOutput,
  parameters: Tensor1D,
): JudgedOutput & { readonly gradient: Tensor1D } {
  const kept: Tensor[] = []
  // The differentiation throws away what the forward pass made, save its value; what is kept outlives it.
  const keep = <T extends Tensor>(tensor: T): T => {
    kept.push(tf.keep(tensor))
    return tensor
  }
  let output: NetworkOutput | undefined
  try {
    const { value, grads } = tf.valueAndGrads((given: Tensor) => {
      const { loss, predictions, hidden } = forward(given as Tensor1D)
      output = { predictions: keep(predictions), hidden: keep(hidden) }
      return loss
    })([parameters])
    const { predictions, hidden } = output as NetworkOutput
    // Clones share the numbers; they belong to the caller's scope, and the kept ones can go.
    return {
      loss: value as Scalar,
      gradient: grads[0] as Tensor1D,
      predictions: predictions.clone(),
      hidden: hidden.clone(),
    }
  } catch (error) {
    disposeTape()
    throw error
  } finally {
    tf.dispose(kept)
  }
}

/**
 * Disposes what TensorFlow.js has put aside for a pass backwards that will not come: its own clean-up is the last
 * thing in `Engine.gradients`, and an exception goes past it.
 */
function disposeTape(): void {
  const { state } = tf.engine()
  for (const { saved } of state.activeTape ?? []) tf.dispose(saved)
  state.activeTape = []
}
