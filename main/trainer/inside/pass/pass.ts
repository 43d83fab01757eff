import { GATES, type GateName } from '@contract/inside/states'
import { CELL_SHAPES } from '../../network/shape/cell-shapes'
import type { InsideLayer, InsideNet } from '../net/inside-net'
import { addProduct } from '../net/products'
import { row } from '../net/rows'
import { countWork, toTheEnd, type Work } from '../net/work'
import { CELL_STEPS } from './cells'

/** The states of one layer between two time steps: h, and for the LSTM c, [hidden] each. */
export type LayerState = { readonly h: Float64Array; readonly c?: Float64Array }

/** Everything that one layer has computed over a window. */
export type LayerPass = {
  /** h, and c for the LSTM: [time step + 1, hidden]; row 0 is the state before the window. */
  readonly states: { readonly h: Float64Array; readonly c?: Float64Array }
  /**
   * Each gate and candidate after its activation, by name, [time step, hidden]: reset, update, candidate of the GRU;
   * input, forget, candidate, output of the LSTM; none of the simple cells.
   */
  readonly gates: ReadonlyMap<GateName, Float64Array>
  /** The arguments of the activations, [time step, gates · hidden], in the order of the kernels' rows. */
  readonly sums: Float64Array
  /** Of the GRU: W_hn h + b_hn, what the reset gate is multiplied with, [time step, hidden]. */
  readonly recurrentCandidates?: Float64Array
}

/** A window's forward pass, with all that happens inside. */
export type Pass = {
  readonly timeSteps: number
  /** [time step, feature]: those that were given. */
  readonly inputs: Float64Array
  /** From the one that sees the inputs to the one that is read out. */
  readonly layers: readonly LayerPass[]
  /** [time step, output]. */
  readonly predictions: Float64Array
}

/**
 * Changes values in place at a time step: called for every gate and candidate once it is activated, then for c, then for
 * h, with the row that belongs to it. What is computed after it is computed with what it leaves there.
 *
 * @param layer from 0, the one that sees the inputs
 * @param timeStep from 0
 * @param values [hidden]
 */
export type Meddle = (
  layer: number,
  timeStep: number,
  what: 'h' | 'c' | GateName,
  values: Float64Array,
) => void

/**
 * Runs one sequence through a network and keeps everything.
 *
 * @param inputs [time step, feature]
 * @param states before the window, one for each layer; copied
 * @param meddle changes values on the way; left out, nothing is changed
 * @throws Error if the inputs are no whole time steps, or the states do not fit the network
 */
export function runPass(
  net: InsideNet,
  inputs: Float64Array,
  states: readonly LayerState[],
  meddle?: Meddle,
): Pass {
  return toTheEnd(passInPieces(net, inputs, states, meddle))
}

/** The same for large networks: it yields after every 5 ms of work or so. */
export function* passInPieces(
  net: InsideNet,
  inputs: Float64Array,
  states: readonly LayerState[],
  meddle?: Meddle,
): Generator<void, Pass> {
  const { network, readOut } = net
  const timeSteps = inputs.length / network.inputs
  if (!Number.isInteger(timeSteps))
    throw new Error(`${inputs.length} inputs are no whole time steps of ${network.inputs}`)
  checkStates(net, states)
  const layers = net.layers.map((_, layer) => emptyPass(net, states[layer] as LayerState, timeSteps))
  const predictions = new Float64Array(timeSteps * network.outputs)
  const recurrent = new Float64Array(CELL_SHAPES[network.cell].gates * network.hiddenUnits)
  const work = countWork()
  for (let timeStep = 0; timeStep < timeSteps; timeStep += 1) {
    let x = row(inputs, timeStep, network.inputs)
    for (const [index, layer] of net.layers.entries()) {
      const pass = layers[index] as LayerPass
      yield* products(layer, pass, timeStep, x, recurrent, work)
      const tell = (what: 'h' | 'c' | GateName, values: Float64Array) =>
        meddle?.(index, timeStep, what, values)
      x = runCell(net, pass, timeStep, recurrent, tell)
    }
    const prediction = row(predictions, timeStep, network.outputs)
    prediction.set(readOut.bias)
    addProduct(readOut.kernel, x, prediction)
    if (work.isPiece(readOut.kernel.length)) yield
  }
  return { timeSteps, inputs, layers, predictions }
}

/** W_ih x + b_ih into the time step's sums, and W_hh h + b_hh. */
function* products(
  layer: InsideLayer,
  { sums, states }: LayerPass,
  timeStep: number,
  x: Float64Array,
  recurrent: Float64Array,
  work: Work,
): Generator<void, void> {
  const projection = row(sums, timeStep, recurrent.length)
  projection.set(layer.bias)
  addProduct(layer.kernel, x, projection)
  if (work.isPiece(layer.kernel.length)) yield
  if (layer.recurrentBias) recurrent.set(layer.recurrentBias)
  else recurrent.fill(0)
  const units = layer.recurrentKernel.length / recurrent.length
  addProduct(layer.recurrentKernel, row(states.h, timeStep, units), recurrent)
  if (work.isPiece(layer.recurrentKernel.length, recurrent.length)) yield
}

/** Fills what the cell makes of the sums at a time step, and returns h after it. */
function runCell(
  { network: { cell, hiddenUnits } }: InsideNet,
  { states, gates, sums, recurrentCandidates }: LayerPass,
  timeStep: number,
  recurrent: Float64Array,
  tell: (what: 'h' | 'c' | GateName, values: Float64Array) => void,
): Float64Array {
  const at = (time: number) => ({
    h: row(states.h, time, hiddenUnits),
    ...(states.c && { c: row(states.c, time, hiddenUnits) }),
  })
  const after = at(timeStep + 1)
  CELL_STEPS[cell]({
    sums: row(sums, timeStep, recurrent.length),
    recurrent,
    before: at(timeStep),
    after,
    gates: [...gates.values()].map((values) => row(values, timeStep, hiddenUnits)),
    ...(recurrentCandidates && { recurrentCandidate: row(recurrentCandidates, timeStep, hiddenUnits) }),
    tell,
  })
  return after.h
}

/** Room for all that a layer computes, with the state before the window in row 0. */
function emptyPass({ network }: InsideNet, start: LayerState, timeSteps: number): LayerPass {
  const { cell, hiddenUnits } = network
  const rows = () => new Float64Array(timeSteps * hiddenUnits)
  const from = (state: Float64Array) => {
    const all = new Float64Array((timeSteps + 1) * hiddenUnits)
    all.set(state)
    return all
  }
  return {
    states: { h: from(start.h), ...(cell === 'lstm' && start.c && { c: from(start.c) }) },
    gates: new Map(GATES[cell].map((name) => [name, rows()])),
    sums: new Float64Array(timeSteps * CELL_SHAPES[cell].gates * hiddenUnits),
    ...(cell === 'gru' && { recurrentCandidates: rows() }),
  }
}

function checkStates({ network }: InsideNet, states: readonly LayerState[]) {
  const { cell, layers, hiddenUnits } = network
  const fits = ({ h, c }: LayerState) =>
    h.length === hiddenUnits && (cell !== 'lstm' || c?.length === hiddenUnits)
  if (states.length !== layers || !states.every(fits))
    throw new Error(
      `expected a state [${hiddenUnits}] for each layer, ${layers} in all, and for the LSTM c beside h`,
    )
}
