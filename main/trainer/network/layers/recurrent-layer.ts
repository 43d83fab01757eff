import type { CellName } from '@contract/settings/run-config'
import { type Tensor, type Tensor1D, type Tensor2D, tf } from '../../tensorflow'
import { unrollGru } from './gru'
import { unrollLstm } from './lstm'
import { product } from './product'
import type { Unroll } from './recurrence'
import { unrollReluRnn, unrollTanhRnn } from './simple-rnn'

/** The parameters of one recurrent layer, in PyTorch's layouts. */
export type LayerParameters = {
  /** W_ih: [gates · hidden, feature]. */
  readonly kernel: Tensor2D
  /** W_hh: [gates · hidden, hidden]. */
  readonly recurrentKernel: Tensor2D
  /** b_ih: [gates · hidden]. */
  readonly bias: Tensor1D
  /** b_hh: [gates · hidden]; null where the family has one bias. */
  readonly recurrentBias: Tensor1D | null
}

/** A window's forward and backward pass through a layer. */
export type LayerPass = {
  /** h after each time step, [time step · batch, hidden]. */
  readonly outputs: Tensor2D
  /** States after the window, each [batch, hidden]. */
  readonly states: readonly Tensor2D[]
  readonly backward: (outputGradient: Tensor2D) => LayerGradient
}

export type LayerGradient = {
  /** By each parameter, in the order of `LayerParameters`. */
  readonly parameters: readonly Tensor[]
  /** By the rows that came in; made only when asked for, as nobody asks at the lowest layer. */
  readonly rows: () => Tensor2D
}

/** How each cell unrolls, and whether b_hh is simply added to what b_ih is added to. */
const CELLS: { readonly [Name in CellName]: { readonly unroll: Unroll; readonly addsBiases: boolean } } = {
  'rnn-tanh': { unroll: unrollTanhRnn, addsBiases: true },
  'rnn-relu': { unroll: unrollReluRnn, addsBiases: true },
  gru: { unroll: unrollGru, addsBiases: false },
  lstm: { unroll: unrollLstm, addsBiases: true },
}

/**
 * Runs one recurrent layer over a window. The inputs of all time steps are projected in one product before the cell
 * unrolls, and so are the sums over time of the backward pass:
 *
 *     dW_ih = Σ da_t^T · x_t      dW_hh = Σ dr_t^T · h_(t-1)      db_ih = Σ da_t      db_hh = Σ dr_t
 *
 * with da_t and dr_t the gradients by the projection and by the recurrent product, which only the GRU tells apart.
 *
 * @param rows inputs, [time step · batch, feature]
 * @param states states before the window, each [batch, hidden]
 */
export function runLayer(
  cellName: CellName,
  parameters: LayerParameters,
  rows: Tensor2D,
  states: readonly Tensor2D[],
): LayerPass {
  const { kernel, recurrentKernel, bias, recurrentBias } = parameters
  const { unroll, addsBiases } = CELLS[cellName]
  const added = addsBiases && recurrentBias ? tf.add<Tensor1D>(bias, recurrentBias) : bias
  const { backward, ...pass } = unroll({
    projections: tf.add(product(rows, kernel, false, true), added),
    recurrentKernel,
    recurrentBias: addsBiases ? null : recurrentBias,
    states,
  })
  return {
    ...pass,
    backward: (outputGradient) => {
      const { projections, recurrent, statesBefore } = backward(outputGradient)
      const byBias = tf.sum(projections, 0)
      const byRecurrentBias = recurrent === projections ? byBias : tf.sum(recurrent, 0)
      return {
        parameters: [
          product(projections, rows, true),
          product(recurrent, statesBefore, true),
          byBias,
          ...(recurrentBias ? [byRecurrentBias] : []),
        ],
        rows: () => product(projections, kernel),
      }
    },
  }
}
