import { type Tensor, type Tensor1D, type Tensor2D, tf } from '../tensorflow'

/** The parameters of one simple recurrent cell, in PyTorch's layouts. */
export type SimpleRnn = {
  /** W_ih: [hidden, feature]. */
  readonly kernel: Tensor2D
  /** W_hh: [hidden, hidden]. */
  readonly recurrentKernel: Tensor2D
  /** b_ih: [hidden]. */
  readonly bias: Tensor1D
  /** b_hh: [hidden]. */
  readonly recurrentBias: Tensor1D
}

/** What the way back needs of the way forward: inputs, W_hh, h_(t-1) and h_t, the time steps one after another. */
type Saved = [rows: Tensor2D, recurrentKernel: Tensor2D, statesBefore: Tensor2D, states: Tensor2D]

/**
 * Runs a simple recurrent cell over a window (Elman 1990, in the form of `torch.nn.RNN`):
 *
 *     h_t = tanh(x_t · W_ih^T + b_ih + h_(t-1) · W_hh^T + b_hh)
 *
 * It brings its own gradient with respect to the four parameters (see `throughTime`), at six native calls for a
 * time step; the one TensorFlow.js derives takes twice as many. The inputs and the hidden state before the window are
 * constants: here is where truncated BPTT cuts.
 *
 * @param rows inputs, [time step · batch, feature]
 * @param hidden hidden state before the window, [batch, hidden]
 * @returns hidden states after each time step, [time step · batch, hidden]
 */
export function unrollSimpleRnn(cell: SimpleRnn, rows: Tensor2D, hidden: Tensor2D): Tensor2D {
  const { kernel, recurrentKernel, bias, recurrentBias } = cell
  const timeSteps = rows.shape[0] / hidden.shape[0]
  const unroll = tf.customGrad<Tensor2D>((...args) => {
    const save = args.at(-1) as (tensors: Tensor[]) => void
    const projected = tf.add(tf.matMul(rows, kernel, false, true), tf.add(bias, recurrentBias))
    const after: Tensor2D[] = []
    let state = hidden
    for (const projection of tf.split(projected, timeSteps)) {
      state = tf.tanh(tf.add(projection, tf.matMul(state, recurrentKernel, false, true)))
      after.push(state)
    }
    const states = tf.concat(after)
    save([rows, recurrentKernel, tf.concat([hidden, ...after.slice(0, -1)]), states])
    return { value: states, gradFunc: (gradient, saved) => throughTime(gradient, saved as Saved, timeSteps) }
  })
  return unroll(kernel, recurrentKernel, bias, recurrentBias)
}

/**
 * Back-propagation through time. With g_t the gradient of the loss by h_t as far as it goes through the read-out at
 * time step t, and a_t the argument of tanh:
 *
 *     da_t  = (g_t + da_(t+1) · W_hh) ∘ (1 - h_t²)
 *     dW_ih = Σ da_t^T · x_t      dW_hh = Σ da_t^T · h_(t-1)      db_ih = db_hh = Σ da_t
 *
 * Only the first line must go time step by time step; each sum over all of them is one product.
 */
function throughTime(readoutGradient: Tensor2D, saved: Saved, timeSteps: number): Tensor[] {
  const [rows, recurrentKernel, statesBefore, states] = saved
  const tanhSlopes = tf.split(tf.sub(1, tf.square(states)), timeSteps)
  const gradients: Tensor[] = []
  for (const direct of tf.split(readoutGradient, timeSteps).reverse()) {
    const later = gradients[0]
    const total = later ? tf.add(direct, tf.matMul(later, recurrentKernel)) : direct
    gradients.unshift(tf.mul(total, tanhSlopes.pop() as Tensor))
  }
  const all = tf.concat(gradients)
  const bias = tf.sum(all, 0)
  return [tf.matMul(all, rows, true), tf.matMul(all, statesBefore, true), bias, bias]
}
