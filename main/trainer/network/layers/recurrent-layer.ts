import type { CellName } from '@contract/settings/run-config'
import { repeated } from '../../repeated'
import type { Tensor, Tensor2D } from '../../tensorflow'
import { gru } from './gru'
import type { Cell, Kept, LayerWindow } from './layer'
import { lstm } from './lstm'
import { product } from './product'
import { RELU, simpleRnn, TANH } from './simple-rnn'

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

type RunLayer = (window: LayerWindow) => LayerPass

/** How each cell runs. */
const CELLS: { readonly [Name in CellName]: RunLayer } = {
  'rnn-tanh': running(simpleRnn(TANH)),
  'rnn-relu': running(simpleRnn(RELU)),
  gru: running(gru),
  lstm: running(lstm),
}

/** Runs one recurrent layer over a window. */
export function runLayer(cellName: CellName, window: LayerWindow): LayerPass {
  return CELLS[cellName](window)
}

function running<Keeps extends Kept>(cell: Cell<Keeps>): RunLayer {
  const [forward, backward] = [repeated(cell.forward), repeated(cell.backward)]
  return (window) => {
    const { kept, ...pass } = forward(window)
    return {
      ...pass,
      backward: (outputGradient) => {
        const { parameters, projections } = backward(window, kept, outputGradient)
        return { parameters, rows: () => product(projections, window.parameters.kernel) }
      },
    }
  }
}
