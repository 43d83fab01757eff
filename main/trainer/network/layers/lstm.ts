import { nativeOp, nativeOps, type Tensor1D, type Tensor2D, tf } from '../../tensorflow'
import type { Cell } from './layer'
import { product } from './product'

/*
 * A whole window is one op of our own forward and one backward (`scripts/setup/between/lstm-ops.cc`), around large products
 * of TensorFlow's over all time steps (docs/performance.md, "The gated cells"). What our ops give for a sequence has the same bits
 * alone or in a batch, and in one piece or time step by time step.
 */

/**
 * The LSTM (Hochreiter and Schmidhuber 1997, with forget gate) in the form of `torch.nn.LSTM`; gates in the order
 * i, f, g, o, and with W x for W_i x + W_h h + b_i + b_h of each:
 *
 *     i = σ(W x)   f = σ(W x)   g = tanh(W x)   o = σ(W x)      c' = f ∘ c + i ∘ g      h' = o ∘ tanh c'
 */
export const lstm: Cell<Readonly<Record<'h' | 'c' | 'gates', Tensor2D>>> = {
  forward: ({ parameters: { kernel, recurrentKernel, bias, recurrentBias }, rows, states }) => {
    const [state, cell] = states as [Tensor2D, Tensor2D]
    const [batch, units] = state.shape
    const all = rows.shape[0]
    const projections = product(rows, kernel, false, true)
    const added = recurrentBias ? tf.add<Tensor1D>(bias, recurrentBias) : bias
    // h and c begin with those before the window; the gates are i, f, g, o and tanh c' beside each other.
    const [h, c, gates] = nativeOps(
      'UnrollLstm',
      [projections, added, recurrentKernel, state, cell],
      {},
      3,
    ) as [Tensor2D, Tensor2D, Tensor2D]
    return {
      outputs: tf.slice(h, [batch, 0], [all, units]),
      states: [h, c].map((each) => tf.slice(each, [all, 0], [batch, units])),
      kept: { h, c, gates },
    }
  },
  backward: ({ parameters: { recurrentKernel, recurrentBias }, rows }, { h, c, gates }, outputGradient) => {
    const [all, features] = rows.shape
    const units = h.shape[1]
    const byGates = nativeOp<Tensor2D>('UnrollLstmGrad', [recurrentKernel, gates, c, outputGradient])
    const statesBefore = tf.slice(h, [0, 0], [all, units])
    // One product sums over all time steps what was multiplied with x, with 1 and with h.
    const multiplied = tf.concat<Tensor2D>([rows, tf.ones([all, 1]), statesBefore], 1)
    const sums = product(byGates, multiplied, true)
    const [byKernel, byBias, byRecurrentKernel] = tf.split(sums, [features, 1, units], 1) as [
      Tensor2D,
      Tensor2D,
      Tensor2D,
    ]
    const bias = tf.reshape(byBias, [-1])
    return {
      parameters: [byKernel, byRecurrentKernel, bias, ...(recurrentBias ? [bias] : [])],
      projections: byGates,
    }
  },
}
