import { forward, unpackParameters } from '../network/network'
import { type Scalar, type Tensor1D, type Tensor3D, tf } from '../tensorflow'
import { adam } from './adam'
import { differentiate } from './gradient'
import { meanSquaredError } from './loss'

/** Everything an update changes. */
export type TrainingState = {
  /** All parameters in one vector, in the order of `describeNetwork`: [parameter count]. */
  readonly parameters: Tensor1D
  /** Adam's first moments, in the same places: [parameter count]. */
  readonly firstMoments: Tensor1D
  /** Adam's second moments, in the same places: [parameter count]. */
  readonly secondMoments: Tensor1D
  /** Hidden state that the next window starts from: [layer, batch, hidden]. */
  readonly hidden: Tensor3D
}

/** A window as tensors, both [batch, time step, feature]. */
export type TensorWindow = { readonly inputs: Tensor3D; readonly targets: Tensor3D }

/** What an update says of its window: both from before the update. */
export type Judgement = {
  readonly loss: Scalar
  /** [batch, time step, feature]. */
  readonly predictions: Tensor3D
}

/**
 * One update: forward pass, gradient, Adam. A pure function of tensors that reads none of them back, so its native
 * calls can be recorded once and replayed with other numbers.
 *
 * The hidden state comes in as a constant (truncated BPTT, one window long), and the one that goes out is that of
 * the forward pass, made with the parameters from before the update. The caller owns the results; the arguments stay
 * alive. If it throws, it leaves no tensor behind.
 *
 * @param schedule Adam's two numbers for this update, see `adamSchedule`: [2]
 */
export function update(
  state: TrainingState,
  window: TensorWindow,
  schedule: Tensor1D,
): Judgement & { readonly state: TrainingState } {
  return tf.tidy(() => {
    const { loss, predictions, hidden, gradient } = differentiate((packed) => {
      const parameters = unpackParameters(packed, state.hidden.shape[2])
      const output = forward(parameters, window.inputs, state.hidden)
      return { ...output, loss: meanSquaredError(output.predictions, window.targets) }
    }, state.parameters)
    const moments = { first: state.firstMoments, second: state.secondMoments }
    const next = adam(state.parameters, gradient, moments, schedule)
    return {
      loss,
      predictions,
      state: {
        parameters: next.parameters,
        firstMoments: next.moments.first,
        secondMoments: next.moments.second,
        hidden,
      },
    }
  })
}
