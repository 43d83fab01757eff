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
export function simpleRnn(activation: Activation): Cell<{ readonly after: readonly Tensor2D[] }> {
  const [unrolled, throughTime] = [repeated(unrolledBy(activation)), repeated(throughTimeBy(activation))]
  return {
    forward: ({ parameters: { kernel, recurrentKernel, bias, recurrentBias }, rows, states }) => {
      const added = recurrentBias ? tf.add<Tensor1D>(bias, recurrentBias) : bias
      const projections = tf.add<Tensor2D>(product(rows, kernel, false, true), added)
      const after = unrolled(projections, recurrentKernel, states[0] as Tensor2D)
      return { outputs: tf.concat([...after]), states: [after.at(-1) as Tensor2D], kept: { after } }
    },
    backward: (
      { parameters: { recurrentKernel, recurrentBias }, rows, states },
      { after },
      outputGradient,
    ) => {
      const sums = throughTime(outputGradient, after, recurrentKernel)
      const statesBefore = tf.concat([states[0] as Tensor2D, ...after.slice(0, -1)])
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

/** h after each time step. */
function unrolledBy({ apply }: Activation) {
  return (projections: Tensor2D, recurrentKernel: Tensor2D, before: Tensor2D): readonly Tensor2D[] => {
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
    return after
  }
}

/**
 * Back-propagation through time. With g_t the gradient of the loss by h_t without what goes through h_(t+1), and a_t
 * the argument of the activation:
 *
 *     da_t = (g_t + da_(t+1) · W_hh) ∘ act'(a_t)
 */
function throughTimeBy({ backward }: Activation) {
  return (direct: Tensor2D, states: readonly Tensor2D[], recurrentKernel: Tensor2D): Tensor2D => {
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
}
