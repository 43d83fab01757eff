import type { CellName } from '@contract/settings/run-config'
import { type Tensor1D, type Tensor2D, tf } from '../../tensorflow'
import { runGru } from './gru'
import type { LayerParameters, LayerPass, RunLayer } from './layer'
import { runLstm } from './lstm'
import { product } from './product'
import type { Unroll } from './recurrence'
import { unrollReluRnn, unrollTanhRnn } from './simple-rnn'

/** How each cell runs. */
const CELLS: { readonly [Name in CellName]: RunLayer } = {
  'rnn-tanh': projected(unrollTanhRnn),
  'rnn-relu': projected(unrollReluRnn),
  gru: runGru,
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
 * time of the backward pass so as well, with da_t the gradient by what the cell adds up:
 *
 *     dW_ih = Σ da_t^T · x_t      dW_hh = Σ da_t^T · h_(t-1)      db_ih = db_hh = Σ da_t
 */
function projected(unroll: Unroll): RunLayer {
  return ({ kernel, recurrentKernel, bias, recurrentBias }, rows, states) => {
    const added = recurrentBias ? tf.add<Tensor1D>(bias, recurrentBias) : bias
    const projections = tf.add<Tensor2D>(product(rows, kernel, false, true), added)
    const { backward, ...pass } = unroll({ projections, recurrentKernel, states })
    return {
      ...pass,
      backward: (outputGradient) => {
        const { sums, statesBefore } = backward(outputGradient)
        const byBias = tf.sum(sums, 0)
        return {
          parameters: [
            product(sums, rows, true),
            product(sums, statesBefore, true),
            byBias,
            ...(recurrentBias ? [byBias] : []),
          ],
          rows: () => product(sums, kernel),
        }
      },
    }
  }
}
