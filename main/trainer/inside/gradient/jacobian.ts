import type { InsideLayer, InsideNet } from '../net/inside-net'
import type { Pass } from '../pass/pass'
import { CELL_DERIVATIVES, momentOf } from './cells/cell-derivatives'

/** How many numbers a layer hands from one time step to the next: h, and for the LSTM c after it. */
export function stateSize({ network: { cell, hiddenUnits } }: InsideNet): number {
  return cell === 'lstm' ? 2 * hiddenUnits : hiddenUnits
}

/**
 * How a layer's state after a time step answers to the one before it, what comes from below held fixed.
 *
 * @param layer from 0
 * @param timeStep from 0
 * @returns [S, S] with S of `stateSize`, row-major: entry (i, j) is the derivative of number i after by number j before
 */
export function jacobian(net: InsideNet, pass: Pass, layer: number, timeStep: number): Float64Array {
  const { recurrentKernel } = net.layers[layer] as InsideLayer
  return CELL_DERIVATIVES[net.network.cell].jacobian(momentOf(net, pass, layer, timeStep), recurrentKernel)
}
