import { repeated } from '../../repeated'
import { nativeOp, type Tensor2D, tf } from '../../tensorflow'
import { product, productsWith } from './product'
import type { Recurrence, RecurrenceGradient, RecurrenceInput, Unroll } from './recurrence'

/** An activation, and its backward pass: the gradient by the result, times the slope there. */
export type Activation = {
  readonly apply: (sum: Tensor2D) => Tensor2D
  readonly backward: (gradient: Tensor2D, result: Tensor2D) => Tensor2D
}

export const TANH: Activation = {
  apply: tf.tanh,
  // gradient ∘ (1 - result²)
  backward: (gradient, result) => nativeOp('TanhGrad', [result, gradient]),
}
export const RELU: Activation = {
  apply: tf.relu,
  // At zero the slope is 0, as PyTorch has it.
  backward: (gradient, result) => nativeOp('ReluGrad', [gradient, result]),
}

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
  const recurrentProduct = productsWith(recurrentKernel, before.shape[0])
  const step = repeated((projection: Tensor2D, h: Tensor2D) =>
    activation.apply(tf.add(projection, recurrentProduct(h))),
  )
  const after: Tensor2D[] = []
  let state = before
  for (const projection of tf.split(projections, timeSteps) as Tensor2D[]) {
    state = step(projection, state)
    after.push(state)
  }
  const outputs = tf.concat(after)
  return {
    outputs,
    states: [state],
    backward: (outputGradient) => {
      const sums = throughTime(outputGradient, after, recurrentKernel, activation)
      const statesBefore = tf.concat([before, ...after.slice(0, -1)])
      return { sums, statesBefore } satisfies RecurrenceGradient
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
  states: readonly Tensor2D[],
  recurrentKernel: Tensor2D,
  { backward }: Activation,
): Tensor2D {
  const step = repeated((gradient: Tensor2D, later: Tensor2D, state: Tensor2D) =>
    backward(tf.add<Tensor2D>(gradient, product(later, recurrentKernel)), state),
  )
  const gradients: Tensor2D[] = []
  const directs = tf.split(direct, states.length) as Tensor2D[]
  for (let t = states.length - 1; t >= 0; t -= 1) {
    const [gradient, later, state] = [directs[t] as Tensor2D, gradients[0], states[t] as Tensor2D]
    gradients.unshift(later ? step(gradient, later, state) : backward(gradient, state))
  }
  return tf.concat(gradients)
}
