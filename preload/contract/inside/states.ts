import type { CellName } from '../settings/run-config'

/** The gates and candidates of the cells, by their names in the field. */
export type GateName = 'reset' | 'update' | 'candidate' | 'input' | 'forget' | 'output'

/** Gates and candidates of each cell, in the order of their blocks of rows in the kernels; a simple cell has none. */
export const GATES: { readonly [Cell in CellName]: readonly GateName[] } = {
  'rnn-tanh': [],
  'rnn-relu': [],
  gru: ['reset', 'update', 'candidate'],
  lstm: ['input', 'forget', 'candidate', 'output'],
}

/** What is shown of a unit at each time step. */
export type InsideRow = 'h' | 'c' | GateName

/** One layer over a window, for one sequence. */
export type InsideLayer = {
  /** What its units hold: h, c of an LSTM, and the gates after their activations; each [time step, hidden]. */
  readonly rows: readonly { readonly name: InsideRow; readonly values: Float32Array }[]
  /** The states that went into the window: [hidden]; `cellBefore` of an LSTM alone. */
  readonly before: Float32Array
  readonly cellBefore: Float32Array | null
}

/** A sequence of a window on its way through the network. */
export type InsideStates = {
  readonly kind: 'states'
  readonly timeSteps: number
  readonly units: number
  /** Places of the time steps on the run's axis; NaN of all sequences but the first, the only one whose place a window has. */
  readonly places: Float64Array
  /** Columns that go in, in their own units: of each [time step]. */
  readonly inputs: readonly Float32Array[]
  /** Columns that should come out and do, in their own units: of each [time step]; NaN where a target is missing. */
  readonly targets: readonly Float32Array[]
  readonly predictions: readonly Float32Array[]
  /** Mean squared error of this sequence, in the network's units. */
  readonly loss: number
  readonly layers: readonly InsideLayer[]
}
