import { nativeOps, type Tensor2D, tf } from '../../tensorflow'
import type { Cell } from './layer'
import { product } from './product'

/*
 * A whole window is one op of our own forward and one backward (`scripts/setup/between/gru-ops.cc`), around large products
 * of TensorFlow's over all time steps (docs/performance.md, "The gated cells"). What our ops give for a sequence has the same
 * bits alone or in a batch, and in one piece or time step by time step.
 */

/**
 * The GRU (Cho et al. 2014) in the form of `torch.nn.GRU`, with the reset gate after the recurrent product; gates in
 * the order r, z, n:
 *
 *     r = σ(W_ir x + b_ir + W_hr h + b_hr)      z = σ(W_iz x + b_iz + W_hz h + b_hz)
 *     n = tanh(W_in x + b_in + r ∘ (W_hn h + b_hn))      h' = (1 - z) ∘ n + z ∘ h
 */
export const gru: Cell<Readonly<Record<'h' | 'gates', Tensor2D>>> = {
  forward: ({ parameters: { kernel, recurrentKernel, bias, recurrentBias }, rows, states }) => {
    const [state] = states as [Tensor2D]
    const [batch, units] = state.shape
    const all = rows.shape[0]
    const projections = product(rows, kernel, false, true)
    // h begins with that before the window; the gates are r, z, W_hn h + b_hn and n beside each other.
    const [h, gates] = nativeOps(
      'UnrollGru',
      [projections, bias, recurrentKernel, recurrentBias ?? tf.zeros([3 * units]), state],
      {},
      2,
    ) as [Tensor2D, Tensor2D]
    return {
      outputs: tf.slice(h, [batch, 0], [all, units]),
      states: [tf.slice(h, [all, 0], [batch, units])],
      kept: { h, gates },
    }
  },
  backward: ({ parameters: { recurrentKernel, recurrentBias }, rows }, { h, gates }, outputGradient) => {
    const [byProjections, byRecurrent] = nativeOps(
      'UnrollGruGrad',
      [recurrentKernel, gates, h, outputGradient],
      {},
      2,
    ) as [Tensor2D, Tensor2D]
    const statesBefore = tf.slice(h, [0, 0], [rows.shape[0], h.shape[1]])
    // Gradients by x · W_ih^T and by h · W_hh^T, both [time step · batch, 3 · hidden].
    const [byKernel, byBias] = sumsOf(byProjections, rows)
    const [byRecurrentKernel, byRecurrentBias] = sumsOf(byRecurrent, statesBefore)
    return {
      parameters: [byKernel, byRecurrentKernel, byBias, ...(recurrentBias ? [byRecurrentBias] : [])],
      projections: byProjections,
    }
  },
}

/**
 * One product sums over all time steps what was multiplied with `multiplied`, and with 1. The other way round it took a
 * third more time: [hidden, gates · hidden] is the wider one.
 */
function sumsOf(gradients: Tensor2D, multiplied: Tensor2D) {
  const [rows, columns] = multiplied.shape
  const sums = product(tf.concat<Tensor2D>([multiplied, tf.ones([rows, 1])], 1), gradients, true)
  const [kernel, bias] = tf.split(sums, [columns, 1]) as [Tensor2D, Tensor2D]
  return [tf.transpose(kernel), tf.reshape(bias, [-1])] as const
}
