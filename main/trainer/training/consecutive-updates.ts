import { type Scalar, type Tensor1D, type Tensor2D, type Tensor3D, type Tensor4D, tf } from '../tensorflow'
import { type TrainingState, update } from './update'

/** Windows of one length, one after another: [update, batch, time step, feature]. */
export type WindowStack = { readonly inputs: Tensor4D; readonly targets: Tensor4D }

/** What comes of several updates; losses and predictions each from before its own update. */
export type ConsecutiveUpdates = {
  readonly state: TrainingState
  /** [update]. */
  readonly losses: Tensor1D
  /** [update, batch, time step, feature]. */
  readonly predictions: Tensor4D
}

/**
 * Several updates in a row, each taking over the state the one before it left: still one pure function of tensors,
 * so that they can be recorded together and replayed in one native call.
 *
 * @param schedules Adam's two numbers for each update: [update, 2]
 * @param carryState false: every window starts from a hidden state of zeros
 */
export function consecutiveUpdates(
  state: TrainingState,
  windows: WindowStack,
  schedules: Tensor2D,
  carryState: boolean,
): ConsecutiveUpdates {
  return tf.tidy(() => {
    const inputs = tf.unstack(windows.inputs) as Tensor3D[]
    const targets = tf.unstack(windows.targets) as Tensor3D[]
    const losses: Scalar[] = []
    const predictions: Tensor3D[] = []
    let current = state
    for (const [index, schedule] of (tf.unstack(schedules) as Tensor1D[]).entries()) {
      const window = { inputs: inputs[index] as Tensor3D, targets: targets[index] as Tensor3D }
      const from = carryState ? current : { ...current, hidden: tf.zerosLike(current.hidden) }
      const result = update(from, window, schedule)
      losses.push(result.loss)
      predictions.push(result.predictions)
      current = result.state
    }
    return {
      state: current,
      losses: tf.stack(losses) as Tensor1D,
      predictions: tf.stack(predictions) as Tensor4D,
    }
  })
}
