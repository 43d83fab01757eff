import { type Tensor2D, tf } from '../tensorflow'
import type { Recurrence, RecurrenceGradient, RecurrenceInput, Unroll } from './recurrence'

/** An activation, and its slope as a function of its result. */
type Activation = {
  readonly apply: (sum: Tensor2D) => Tensor2D
  readonly slope: (result: Tensor2D) => Tensor2D
}

const TANH: Activation = { apply: tf.tanh, slope: (result) => tf.sub(1, tf.square(result)) }
// At zero the slope is 0, as PyTorch has it.
const RELU: Activation = { apply: tf.relu, slope: (result) => tf.cast(tf.greater(result, 0), 'float32') }

/**
 * The simple recurrent cell (Elman 1990, in the form of `torch.nn.RNN`), with act = tanh:
 *
 *     h_t = act(x_t · W_ih^T + b_ih + b_hh + h_(t-1) · W_hh^T)
 */
export const unrollTanhRnn: Unroll = (input) => unroll(input, TANH)

/** The same with act = relu. */
export const unrollReluRnn: Unroll = (input) => unroll(input, RELU)

function unroll(input: RecurrenceInput, activation: Activation): Recurrence {
  const { projections, recurrentKernel, states } = input
  const [before] = states as [Tensor2D]
  const timeSteps = projections.shape[0] / before.shape[0]
  const after: Tensor2D[] = []
  let state = before
  for (const projection of tf.split(projections, timeSteps)) {
    state = activation.apply(tf.add(projection, tf.matMul(state, recurrentKernel, false, true)))
    after.push(state)
  }
  const outputs = tf.concat(after)
  return {
    outputs,
    states: [state],
    backward: (outputGradient) => {
      const slopes = activation.slope(outputs)
      const all = throughTime(outputGradient, slopes, recurrentKernel, timeSteps)
      const statesBefore = tf.concat([before, ...after.slice(0, -1)])
      return { projections: all, recurrent: all, statesBefore } satisfies RecurrenceGradient
    },
  }
}

/**
 * Back-propagation through time. With g_t the gradient of the loss by h_t without what goes through h_(t+1), and a_t
 * the argument of the activation:
 *
 *     da_t = (g_t + da_(t+1) · W_hh) ∘ act'(a_t)
 */
function throughTime(
  direct: Tensor2D,
  slopes: Tensor2D,
  recurrentKernel: Tensor2D,
  timeSteps: number,
): Tensor2D {
  const slopesAt = tf.split(slopes, timeSteps) as Tensor2D[]
  const gradients: Tensor2D[] = []
  for (const gradient of (tf.split(direct, timeSteps) as Tensor2D[]).reverse()) {
    const later = gradients[0]
    const total = later ? tf.add<Tensor2D>(gradient, tf.matMul(later, recurrentKernel)) : gradient
    gradients.unshift(tf.mul(total, slopesAt.pop() as Tensor2D))
  }
  return tf.concat(gradients)
}
