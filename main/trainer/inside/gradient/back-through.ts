import { CELL_SHAPES } from '../../network/shape/cell-shapes'
import type { InsideLayer, InsideNet } from '../net/inside-net'
import { addOuterProduct, addTransposedProduct } from '../net/products'
import { row } from '../net/rows'
import type { Work } from '../net/work'
import type { LayerPass, Pass } from '../pass/pass'
import { CELL_DERIVATIVES, momentOf } from './cells/cell-derivatives'

/** Of one layer, the whole gradient by its states, those after time step t in row t + 1: [time step + 1, hidden]. */
export type StateGradients = { readonly h: Float64Array; readonly c?: Float64Array }

/** Gradients by the parameters of one layer, in their layouts. */
export type LayerParameterGradients = Omit<InsideLayer, 'features'>

/** Gradients by all parameters of a network, in their layouts. */
export type ParameterGradients = {
  readonly layers: readonly LayerParameterGradients[]
  readonly readOut: InsideNet['readOut']
}

/** How far a backward pass goes, and what it adds to on the way. */
export type BackwardPlan = {
  /** The last time step that the loss has to do with, from 0. */
  readonly last: number
  /** The lowest layer that is asked about, from 0. */
  readonly lowest: number
  readonly parameters: ParameterGradients | null
  /** [time step, feature]; only with `lowest` 0. */
  readonly inputs: Float64Array | null
  readonly work: Work
}

/**
 * Goes back through a window, time step by time step, and at each from the highest layer to the lowest one that is asked
 * about. Each gradient is whole when its turn comes: h gets what comes from the layer above it (or the read-out) and from
 * the time step after it; c from the time step after it, and, in its own turn, from h.
 *
 * @param byPredictions gradient of the loss by the predictions, [time step, output]
 * @returns the gradients by the states of every layer, null below the lowest
 */
export function* backThrough(
  net: InsideNet,
  pass: Pass,
  byPredictions: Float64Array,
  { last, lowest, parameters, inputs, work }: BackwardPlan,
): Generator<void, (StateGradients | null)[]> {
  const { network, readOut } = net
  const { cell, hiddenUnits, outputs } = network
  const gates = CELL_SHAPES[cell].gates * hiddenUnits
  const length = (last + 2) * hiddenUnits
  const states = net.layers.map((_, layer) => (layer < lowest ? null : emptyGradients(cell, length)))
  const sums = new Float64Array(gates)
  // The GRU alone tells the two apart.
  const recurrent = cell === 'gru' ? new Float64Array(gates) : sums
  const at = ({ h, c }: StateGradients, time: number) => ({
    h: row(h, time, hiddenUnits),
    ...(c && { c: row(c, time, hiddenUnits) }),
  })
  for (let time = last; time >= 0; time -= 1) {
    const highest = (states.at(-1) as StateGradients).h
    const byPrediction = row(byPredictions, time, outputs)
    addTransposedProduct(readOut.kernel, byPrediction, row(highest, time + 1, hiddenUnits))
    if (parameters) {
      const state = row((pass.layers.at(-1) as LayerPass).states.h, time + 1, hiddenUnits)
      addOuterProduct(parameters.readOut.kernel, byPrediction, state)
      add(parameters.readOut.bias, byPrediction)
    }
    if (work.isPiece(readOut.kernel.length * (parameters ? 2 : 1))) yield
    for (let layer = net.layers.length - 1; layer >= lowest; layer -= 1) {
      const { kernel, recurrentKernel, features } = net.layers[layer] as InsideLayer
      const gradients = states[layer] as StateGradients
      const before = at(gradients, time)
      const moment = momentOf(net, pass, layer, time)
      CELL_DERIVATIVES[cell].back(moment, at(gradients, time + 1), sums, recurrent, before)
      addTransposedProduct(recurrentKernel, recurrent, before.h)
      if (work.isPiece(recurrentKernel.length, gates)) yield
      const below = layer === 0 ? inputs && row(inputs, time, features) : states[layer - 1]
      if (below) {
        const into = below instanceof Float64Array ? below : row(below.h, time + 1, hiddenUnits)
        addTransposedProduct(kernel, sums, into)
        if (work.isPiece(kernel.length)) yield
      }
      if (!parameters) continue
      const x =
        layer === 0 ? row(pass.inputs, time, features) : stateAfter(pass, layer - 1, time, hiddenUnits)
      const byParameters = parameters.layers[layer] as LayerParameterGradients
      addOuterProduct(byParameters.kernel, sums, x)
      if (work.isPiece(kernel.length)) yield
      addOuterProduct(byParameters.recurrentKernel, recurrent, moment.before.h)
      if (work.isPiece(recurrentKernel.length)) yield
      add(byParameters.bias, sums)
      if (byParameters.recurrentBias) add(byParameters.recurrentBias, recurrent)
    }
  }
  return states
}

/** Multiplications that one time step costs, with no parameters and no inputs asked for. */
export function costOfTimeStep({ layers, readOut }: InsideNet, lowest: number): number {
  return layers.reduce(
    (cost, { kernel, recurrentKernel }, layer) =>
      layer < lowest ? cost : cost + recurrentKernel.length + (layer > lowest ? kernel.length : 0),
    readOut.kernel.length,
  )
}

function emptyGradients(cell: string, length: number): StateGradients {
  return { h: new Float64Array(length), ...(cell === 'lstm' && { c: new Float64Array(length) }) }
}

function stateAfter({ layers }: Pass, layer: number, time: number, units: number): Float64Array {
  return row((layers[layer] as LayerPass).states.h, time + 1, units)
}

function add(sum: Float64Array, values: Float64Array) {
  for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] as number) + (values[i] as number)
}
