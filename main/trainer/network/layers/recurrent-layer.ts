import type { CellName } from '@contract/settings/run-config'
import { type Tensor1D, type Tensor2D, tf } from '../../tensorflow'
import { unrollGru } from './gru'
import type { LayerParameters, LayerPass, RunLayer } from './layer'
import { runLstm } from './lstm'
import { product } from './product'
import type { Unroll } from './recurrence'
import { unrollReluRnn, unrollTanhRnn } from './simple-rnn'

/** How each cell runs. */
const CELLS: { readonly [Name in CellName]: RunLayer } = {
  'rnn-tanh': projected(unrollTanhRnn, 'added'),
  'rnn-relu': projected(unrollReluRnn, 'added'),
  gru: projected(unrollGru, 'apart'),
  lstm: runLstm,
}

/** Runs one recurrent layer over a window. */
export function runLayer(
  cellName: CellName,
  parameters: LayerParameters,
  rows: Tensor2D,
  states: readonly Tensor2D[],
): LayerPass {
  return CELLS[cellName](parameters, rows, states)
}

/**
 * A layer that projects the inputs of all time steps in one product before the cell unrolls, and makes the sums over
 * time of the backward pass so as well:
 *
 *     dW_ih = Σ da_t^T · x_t      dW_hh = Σ dr_t^T · h_(t-1)      db_ih = Σ da_t      db_hh = Σ dr_t
 *
 * with da_t and dr_t the gradients by the projection and by the recurrent product, which only the GRU tells apart.
 *
 * @param recurrentBiasIs whether b_hh is simply added to what b_ih is added to
 */
function projected(unroll: Unroll, recurrentBiasIs: 'added' | 'apart'): RunLayer {
  const addsBiases = recurrentBiasIs === 'added'
  return ({ kernel, recurrentKernel, bias, recurrentBias }, rows, states) => {
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
}
