import type { CellName } from '@contract/settings/run-config'
import { describeNetwork } from '../../../../main/trainer/network/shape/describe-network'
import { sizeOf } from '../../../../main/trainer/network/shape/named-arrays'
import type { NetworkSpec } from '../../../../main/trainer/network/shape/network-spec'

/*
 * The same network written a second time, number by number in float64, gate by gate from PyTorch's formulas, and
 * without TensorFlow: what the trainer's gradients and states are checked against.
 */

/** One sequence: a number for each time step. */
export type Sequence = { readonly inputs: ArrayLike<number>; readonly targets: ArrayLike<number> }

/** Of one layer h, and for the LSTM c after it. */
type LayerStates = readonly (readonly number[])[]

/** Of one sequence, from the lowest layer to the highest. */
export type PlainStates = readonly LayerStates[]

/** W_ih, W_hh, b_ih, b_hh, as functions of row and column. */
type Layer = {
  readonly kernel: (row: number, column: number) => number
  readonly recurrent: (row: number, column: number) => number
  readonly bias: (row: number) => number
  readonly recurrentBias: (row: number) => number
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))

/** Runs one sequence through the network; `packed` are all parameters, one after another. */
export function plainForward(
  spec: NetworkSpec,
  packed: ArrayLike<number>,
  { inputs, targets }: Sequence,
  before: PlainStates,
) {
  const { layers, readout, readoutBias } = readable(spec, packed)
  let states = before
  const predictions = Array.from(inputs, (input) => {
    let x: readonly number[] = [input]
    states = states.map((state, index) => {
      const next = CELLS[spec.cell](layers[index] as Layer, x, state)
      x = next[0] ?? []
      return next
    })
    return x.reduce((sum, h, i) => sum + h * readout(i), readoutBias)
  })
  const errors = predictions.map((prediction, i) => (prediction - (targets[i] as number)) ** 2)
  return { predictions, states, loss: errors.reduce((sum, error) => sum + error) / errors.length }
}

/** States of zeros for one sequence. */
export function plainZeros({ cell, layers, hiddenUnits }: NetworkSpec): PlainStates {
  const kinds = cell === 'lstm' ? 2 : 1
  return Array.from({ length: layers }, () => Array.from({ length: kinds }, () => Array(hiddenUnits).fill(0)))
}

type Cell = (layer: Layer, x: readonly number[], states: LayerStates) => LayerStates

const simple =
  (activation: (x: number) => number): Cell =>
  (layer, x, [h = []]) => [h.map((_, i) => activation(fromInput(layer, x, i) + fromState(layer, h, i)))]

const gru: Cell = (layer, x, [h = []]) => {
  const units = h.length
  return [
    h.map((past, i) => {
      const gate = (block: number) =>
        sigmoid(fromInput(layer, x, block * units + i) + fromState(layer, h, block * units + i))
      const [r, z] = [gate(0), gate(1)]
      const n = Math.tanh(fromInput(layer, x, 2 * units + i) + r * fromState(layer, h, 2 * units + i))
      return (1 - z) * n + z * past
    }),
  ]
}

const lstm: Cell = (layer, x, [h = [], c = []]) => {
  const units = h.length
  const sum = (block: number, i: number) =>
    fromInput(layer, x, block * units + i) + fromState(layer, h, block * units + i)
  const cell = c.map((past, i) => sigmoid(sum(1, i)) * past + sigmoid(sum(0, i)) * Math.tanh(sum(2, i)))
  return [cell.map((value, i) => sigmoid(sum(3, i)) * Math.tanh(value)), cell]
}

const CELLS: { readonly [Name in CellName]: Cell } = {
  'rnn-tanh': simple(Math.tanh),
  'rnn-relu': simple((x) => Math.max(0, x)),
  gru,
  lstm,
}

function fromInput({ kernel, bias }: Layer, x: readonly number[], row: number): number {
  return x.reduce((sum, value, j) => sum + value * kernel(row, j), bias(row))
}

function fromState({ recurrent, recurrentBias }: Layer, h: readonly number[], row: number): number {
  return h.reduce((sum, value, j) => sum + value * recurrent(row, j), recurrentBias(row))
}

function readable(spec: NetworkSpec, packed: ArrayLike<number>) {
  const offsets = new Map<string, number>()
  let end = 0
  for (const { name, shape } of describeNetwork(spec).parameters) {
    offsets.set(name, end)
    end += sizeOf(shape)
  }
  const units = spec.hiddenUnits
  const entry = (name: string, columns: number) => {
    const offset = offsets.get(name)
    // The family of TensorFlow has no second bias.
    if (offset === undefined) return () => 0
    return (row: number, column = 0) => packed[offset + row * columns + column] as number
  }
  return {
    layers: Array.from({ length: spec.layers }, (_, k) => ({
      kernel: entry(`rnn.weight_ih_l${k}`, k === 0 ? 1 : units),
      recurrent: entry(`rnn.weight_hh_l${k}`, units),
      bias: entry(`rnn.bias_ih_l${k}`, 1),
      recurrentBias: entry(`rnn.bias_hh_l${k}`, 1),
    })),
    readout: (i: number) => entry('out.weight', units)(0, i),
    readoutBias: entry('out.bias', 1)(0),
  }
}

/** Central differences of a function of the parameters; in float64 good to about 1e-9. */
export function finiteDifferences(packed: ArrayLike<number>, loss: (packed: number[]) => number): number[] {
  const width = 1e-5
  return Array.from(packed, (_, i) => {
    const moved = (by: number) => Array.from(packed, (value, j) => (j === i ? value + by : value))
    return (loss(moved(width)) - loss(moved(-width))) / (2 * width)
  })
}
