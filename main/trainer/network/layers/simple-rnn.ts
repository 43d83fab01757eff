import { repeated } from '../../repeated'
import { nativeOp, type Tensor1D, type Tensor2D, tf } from '../../tensorflow'
import type { Cell } from './layer'
import { product, productsWith } from './product'

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
 * The simple recurrent cell (Elman 1990, in the form of `torch.nn.RNN`):
 *
 *     h_t = act(x_t · W_ih^T + b_ih + b_hh + h_(t-1) · W_hh^T)
 *
 * The inputs of all time steps are projected in one product before it unrolls, and the sums over time of the backward pass
 * are made so as well, with da_t the gradient by the argument of the activation:
 *
 *     dW_ih = Σ da_t^T · x_t      dW_hh = Σ da_t^T · h_(t-1)      db_ih = db_hh = Σ da_t
 */
export function simpleRnn(activation: Activation): Cell<{ readonly outputs: Tensor2D }> {
  const [unrolled, throughTime] = [repeated(unrolledBy(activation)), repeated(throughTimeBy(activation))]
  return {
    forward: ({ parameters: { kernel, recurrentKernel, bias, recurrentBias }, rows, states }) => {
      const added = recurrentBias ? tf.add<Tensor1D>(bias, recurrentBias) : bias
      const projections = tf.add<Tensor2D>(product(rows, kernel, false, true), added)
      const { outputs, state } = unrolled(projections, recurrentKernel, states[0] as Tensor2D)
      return { outputs, states: [state], kept: { outputs } }
    },
    backward: ({ parameters: { recurrentKernel, recurrentBias }, rows, states }, { outputs }, gradient) => {
      const { sums, statesBefore } = throughTime(gradient, outputs, states[0] as Tensor2D, recurrentKernel)
      const byBias = tf.sum(sums, 0)
      return {
        parameters: [
          product(sums, rows, true),
          product(sums, statesBefore, true),
          byBias,
          ...(recurrentBias ? [byBias] : []),
        ],
        projections: sums,
      }
    },
  }
}

/** h after each time step, [time step · batch, hidden], and after the last. */
function unrolledBy({ apply }: Activation) {
  return (projections: Tensor2D, recurrentKernel: Tensor2D, before: Tensor2D) => {
    const timeSteps = projections.shape[0] / before.shape[0]
    const recurrentProduct = productsWith(recurrentKernel, before.shape[0])
    const step = repeated((projection: Tensor2D, h: Tensor2D) =>
      apply(tf.add(projection, recurrentProduct(h))),
    )
    const after: Tensor2D[] = []
    let state = before
    for (const projection of tf.split(projections, timeSteps) as Tensor2D[]) {
      state = step(projection, state)
      after.push(state)
    }
    return { outputs: tf.concat(after), state }
  }
}

/**
 * Back-propagation through time: the gradients by the arguments of the activation, and h before each time step, both
 * [time step · batch, hidden]. With g_t the gradient of the loss by h_t without what goes through h_(t+1), and a_t
 * the argument of the activation:
 *
 *     da_t = (g_t + da_(t+1) · W_hh) ∘ act'(a_t)
 */
function throughTimeBy({ backward }: Activation) {
  return (direct: Tensor2D, outputs: Tensor2D, before: Tensor2D, recurrentKernel: Tensor2D) => {
    const step = repeated((gradient: Tensor2D, later: Tensor2D, state: Tensor2D) =>
      backward(tf.add<Tensor2D>(gradient, product(later, recurrentKernel)), state),
    )
    const timeSteps = outputs.shape[0] / before.shape[0]
    // A recording knows that the states are what `outputs` was joined of.
    const [directs, states] = [direct, outputs].map((rows) => tf.split(rows, timeSteps)) as [
      Tensor2D[],
      Tensor2D[],
    ]
    const gradients: Tensor2D[] = []
    for (let t = timeSteps - 1; t >= 0; t -= 1) {
      const [gradient, later, state] = [directs[t] as Tensor2D, gradients[0], states[t] as Tensor2D]
      gradients.unshift(later ? step(gradient, later, state) : backward(gradient, state))
    }
    return { sums: tf.concat(gradients), statesBefore: tf.concat([before, ...states.slice(0, -1)]) }
  }
}
