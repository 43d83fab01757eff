import type { Text } from '../language/text'
import { text } from '../language/texts'
import { mostPointsOf } from '../settings/numbers'
import type { CellName, RunConfig } from '../settings/run-config'
import { sizesOf } from '../settings/source-config'

/*
 * Measured as the peak of resident memory in seven updates of networks from 1,153 to 7,358,977 parameters
 * (docs/performance.md, "Memory"): what follows is from
 * 5 % below to 25 % above each, and 36 % above the largest.
 */

/** The trainer with TensorFlow and a small network. */
const BASE = 465e6
/** Bytes for each parameter: weights, gradient, what the optimiser keeps, copies for checkpoints. */
const PER_PARAMETER = 195
/** Bytes of a number of a window: in its series, as rows, as a tensor, and the predictions with their gradient. */
const PER_SEEN = 24
/** Bytes of a node of a recorded graph, with the recording itself. */
const PER_NODE = 15_000
/** Blocks of hidden units in a cell's kernel, bytes kept of each for the backward pass, and native calls in a time step (a window of a gated cell is one). */
const CELLS: { readonly [Name in CellName]: { gates: number; perNumber: number; calls: number } } = {
  'rnn-tanh': { gates: 1, perNumber: 80, calls: 8 },
  'rnn-relu': { gates: 1, perNumber: 80, calls: 8 },
  gru: { gates: 3, perNumber: 38, calls: 0 },
  lstm: { gates: 4, perNumber: 27, calls: 0 },
}

/**
 * Bytes of memory that the trainer has at its peak when it trains a run: an estimate.
 *
 * @param parameterCount numbers in all parameters together
 */
export function memoryNeed(parameterCount: number, { data, network, training }: RunConfig): number {
  const { gates, perNumber, calls } = CELLS[network.cell]
  const timeSteps = mostPointsOf(data)
  const steps = timeSteps * network.layers
  const { inputs, outputs } = sizesOf(data.source)
  const seen = training.batch * timeSteps * (inputs + outputs) * PER_SEEN
  const kept = training.batch * steps * network.hiddenUnits * gates * perNumber
  // A large network has its batch in halves, each with nodes of its own.
  const nodes = steps * calls * (training.batch > 1 ? 2 : 1)
  return BASE + parameterCount * PER_PARAMETER + kept + seen + nodes * PER_NODE
}

/** What a person should know before a run is started that needs more memory than there is; null when it is enough. */
export function memoryConcern(need: number, available: number): Text | null {
  // What the trainer has already is no longer among what is free.
  return need - BASE <= available ? null : text('memory.concern', { need, free: available })
}
