import type { Piece } from '../../data/windows/pieces'
import type { PreparedSeries } from '../../data/windows/prepared'
import type { NetworkPlan, NetworkStates } from '../../network/network'
import { CELL_SHAPES, stateShapes } from '../../network/shape/cell-shapes'
import { numbersOf, type Tensor1D, type Tensor2D, tf } from '../../tensorflow'
import { shortPass } from './how-long'
import { eagerForward, inOnePiece, type PassInPieces } from './recorded-forward'

/** Numbers that one forward pass holds at most: pieces beside each other are as many as fit. */
const MOST_NUMBERS = 500_000

/** All parameters of a network, packed: [parameter count]. */
export type PackedParameters = Tensor1D

/** Takes the predictions for a target row: those of output i are at `from + i`, in the network's units. */
export type TakePredictions = (targetRow: number, predictions: Float32Array, from: number) => void

/** What a network is asked to predict. */
export type Question<Wait = never> = {
  readonly plan: NetworkPlan
  readonly series: Pick<PreparedSeries, 'inputs' | 'horizon'>
  readonly pieces: readonly Piece[]
  /** Time steps of one forward pass. */
  readonly window: number
  /** How a forward pass is made; left out, op by op, with fewer time steps where it would take long. */
  readonly pass?: PassInPieces<Wait>
}

/**
 * Predicts pieces of a series, each from a zero state, side by side. It yields after every forward pass, so that other
 * things can be done meanwhile; nothing of a training changes by it. Whoever calls it off does so by `return`.
 *
 * @param parameters all parameters, [parameter count]; stay the caller's and must stay alive until the end
 */
export function* predictPieces<Wait = never>(
  { plan, series, pieces, window, pass }: Question<Wait>,
  parameters: Tensor1D,
  take: TakePredictions,
): Generator<Wait | undefined, void> {
  const { network } = plan
  const lanesFor = (timeSteps: number) => lanesAtOnce(plan, timeSteps)
  // The longest first: those that are still under way are then the first of their kind.
  const all = [...pieces].sort((a, b) => pairsOf(b) - pairsOf(a))
  const atOnce = pass
    ? window
    : shortPass(plan, window, (timeSteps) => Math.min(all.length, lanesFor(timeSteps)))
  const through = pass ?? inOnePiece(eagerForward(plan))
  const beside = lanesFor(atOnce)
  for (let at = 0; at < all.length; at += beside) {
    const lanes = all.slice(at, at + beside)
    let states = zeroStates(plan, lanes.length)
    try {
      for (let done = 0; done < pairsOf(lanes[0] as Piece); done += atOnce) {
        const active = lanes.filter((piece) => pairsOf(piece) > done)
        const timeSteps = Math.min(atOnce, pairsOf(lanes[0] as Piece) - done)
        const rows = tf.tensor2d(inputsOf(series, network.inputs, active, done, timeSteps), [
          timeSteps * active.length,
          network.inputs,
        ])
        const before = firstOf(states, active.length)
        tf.dispose(states)
        try {
          const passed = yield* through(parameters, rows, before)
          states = passed.states
          const predictions = numbersOf(passed.predictions)
          passed.predictions.dispose()
          tell(series.horizon, network.outputs, active, done, timeSteps, predictions, take)
        } finally {
          tf.dispose([rows, before])
        }
        yield
      }
    } finally {
      tf.dispose(states)
    }
  }
}

function pairsOf({ warmUp, count }: Piece): number {
  return warmUp + count
}

function lanesAtOnce({ network }: NetworkPlan, window: number): number {
  const { cell, layers, hiddenUnits, inputs } = network
  const perPair = inputs + layers * hiddenUnits * (CELL_SHAPES[cell].gates + 2)
  return Math.max(1, Math.floor(MOST_NUMBERS / (perPair * window)))
}

/** The states of the first so many sequences, which belong to the caller. */
function firstOf(states: NetworkStates, beside: number): NetworkStates {
  return tf.tidy(() =>
    states.map((ofLayers) => ofLayers.map((state) => tf.slice(state, [0, 0], [beside, state.shape[1]]))),
  )
}

/** States of zeros, which belong to the caller. @param batch sequences side by side */
export function zeroStates({ network }: NetworkPlan, batch: number): NetworkStates {
  return stateShapes(network, batch).map(() =>
    Array.from({ length: network.layers }, () => tf.zeros([batch, network.hiddenUnits]) as Tensor2D),
  )
}

/** What the pieces see from pair `done` on: [time step · piece, input]; 0 after the end of one that is shorter. */
function inputsOf(
  { inputs }: Question['series'],
  width: number,
  pieces: readonly Piece[],
  done: number,
  timeSteps: number,
): Float32Array {
  const rows = new Float32Array(timeSteps * pieces.length * width)
  for (const [lane, piece] of pieces.entries()) {
    const last = Math.min(timeSteps, pairsOf(piece) - done)
    for (let t = 0; t < last; t += 1) {
      const from = (piece.from - piece.warmUp + done + t) * width
      rows.set(inputs.subarray(from, from + width), (t * pieces.length + lane) * width)
    }
  }
  return rows
}

function tell(
  horizon: number,
  width: number,
  pieces: readonly Piece[],
  done: number,
  timeSteps: number,
  predictions: Float32Array,
  take: TakePredictions,
) {
  for (const [lane, piece] of pieces.entries()) {
    const last = Math.min(timeSteps, pairsOf(piece) - done)
    for (let t = Math.max(0, piece.warmUp - done); t < last; t += 1)
      take(piece.from - piece.warmUp + done + t + horizon, predictions, (t * pieces.length + lane) * width)
  }
}
