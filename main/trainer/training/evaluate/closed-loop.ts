import type { PreparedSeries } from '../../data/windows/prepared'
import { forward, type NetworkPlan, type NetworkStates } from '../../network/network'
import { numbersOf, type Tensor1D, type Tensor2D, tf } from '../../tensorflow'
import { shortPass } from './how-long'
import { zeroStates } from './predict-pieces'

/** Time steps of one forward pass at most: there may be some hundred origins beside each other. */
const MOST_AT_ONCE = 64

/** Where a closed loop begins. */
export type Origin = {
  /** The last row whose inputs are known. */
  readonly row: number
  /** Rows up to and with it that the network is shown, from a zero state: at least the horizon, and from 1. */
  readonly warmUp: number
}

/** What a closed loop goes through. */
export type LoopQuestion = {
  readonly plan: NetworkPlan
  /** With a horizon from 1. */
  readonly series: Pick<PreparedSeries, 'inputs' | 'raw' | 'scalers' | 'rows' | 'gaps' | 'horizon'>
  /** The output that each input column is, too; any number where the steps are not more than the horizon, as nothing is fed. */
  readonly feeds: readonly number[]
  readonly steps: number
}

/** Both [origin, step ahead, output], in the network's units. */
export type Loops = {
  /** Fed with its own predictions. */
  readonly closed: Float32Array
  /** Shown what was: NaN from the first row on in which an input is missing, or before which time jumps. */
  readonly forced: Float32Array
}

/**
 * Lets a network go on by itself from some origins, side by side. It is shown the warm-up of each, with true inputs. With
 * horizon h, what it says at row t is of row t + h: the rows up to h ahead of the origin are said by what it has been shown,
 * and from the row after the origin on its input is what it has said of that row itself, h rows before. Beside that, the
 * same network from the same state is shown what was. It yields between forward passes; nothing of a training changes.
 *
 * @param parameters stay the caller's and must stay alive until the end
 */
export function* runLoops(
  question: LoopQuestion,
  parameters: Tensor1D,
  origins: readonly Origin[],
): Generator<void, Loops> {
  const { plan, series, steps } = question
  const { outputs } = plan.network
  const { horizon } = series
  const loops: Loops = {
    closed: new Float32Array(origins.length * steps * outputs).fill(Number.NaN),
    forced: new Float32Array(origins.length * steps * outputs).fill(Number.NaN),
  }
  const warmUpOf = (index: number) => (origins[index] as Origin).warmUp
  const rowOf = (index: number) => (origins[index] as Origin).row
  // Those that begin first are the first: what begins later is put behind them.
  const order = origins.map((_, index) => index).sort((a, b) => warmUpOf(b) - warmUpOf(a))
  const keep = (
    into: readonly Float32Array[],
    lanes: readonly number[],
    said: Float32Array,
    offset: number,
  ) => {
    const timeSteps = said.length / (lanes.length * outputs)
    for (let t = 0; t < timeSteps; t += 1)
      for (const [lane, index] of lanes.entries()) {
        // What is said at so many rows after the origin is of `horizon` rows later; the first row ahead has place 0.
        const ahead = offset + t + horizon - 1
        if (ahead < 0 || ahead >= steps) continue
        const from = (t * lanes.length + lane) * outputs
        for (const all of into)
          all.set(said.subarray(from, from + outputs), (index * steps + ahead) * outputs)
      }
  }
  const most = shortPass(plan, MOST_AT_ONCE, () => origins.length)
  let states = zeroStates(plan, 0)
  try {
    // The warm-ups end together, and one that is shorter begins later.
    const begins = [...new Set(order.map(warmUpOf))]
    for (let warmUp = begins[0] ?? 0; warmUp > 0; ) {
      const lanes = order.filter((index) => warmUpOf(index) >= warmUp)
      states = withMore(plan, states, lanes.length)
      const next = begins.find((begin) => begin < warmUp) ?? 0
      const timeSteps = Math.min(most, warmUp - next)
      const inputs = rowsOf(question, lanes.map(rowOf), 1 - warmUp, timeSteps, trueInput)
      const said = pass(plan, parameters, inputs, states, lanes.length)
      states = said.states
      keep([loops.closed, loops.forced], lanes, said.predictions, 1 - warmUp)
      warmUp -= timeSteps
      yield
    }
    const further = steps - horizon
    if (further > 0) {
      let shown = copyOf(states)
      try {
        for (let done = 0; done < further; done += most) {
          const timeSteps = Math.min(most, further - done)
          const inputs = rowsOf(question, order.map(rowOf), done + 1, timeSteps, trueInput)
          const said = pass(plan, parameters, inputs, shown, order.length)
          shown = said.states
          keep([loops.forced], order, said.predictions, done + 1)
          yield
        }
      } finally {
        tf.dispose(shown)
      }
      for (const [index, { row }] of origins.entries()) {
        const known = knownAfter(series, row, further)
        loops.forced.fill(
          Number.NaN,
          (index * steps + horizon + known) * outputs,
          (index + 1) * steps * outputs,
        )
      }
    }
    for (let ahead = 1; ahead <= further; ahead += 1) {
      const fed = new Float32Array(order.length * plan.network.inputs)
      for (const [lane, index] of order.entries())
        for (const [input, output] of question.feeds.entries())
          fed[lane * plan.network.inputs + input] = asInput(
            series,
            input,
            output,
            loops.closed[(index * steps + ahead - 1) * outputs + output] as number,
          )
      const said = pass(plan, parameters, fed, states, order.length)
      states = said.states
      keep([loops.closed], order, said.predictions, ahead)
      yield
    }
  } finally {
    tf.dispose(states)
  }
  return loops
}

/** Rows after an origin whose inputs are all known, without a jump of time, up to `most`. */
export function knownAfter(
  { raw, rows, gaps }: Pick<LoopQuestion['series'], 'raw' | 'rows' | 'gaps'>,
  origin: number,
  most: number,
): number {
  for (let ahead = 1; ahead <= most; ahead += 1) {
    const row = origin + ahead
    if (row >= rows || isAmong(gaps, row - 1) || raw.inputs.some((values) => Number.isNaN(values[row])))
      return ahead - 1
  }
  return most
}

/** Whether a number is among others in order; there may be a million of them. */
function isAmong(sorted: readonly number[], value: number): boolean {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return sorted[low] === value
}

/** Rows up to and with one whose inputs are all known, without a jump of time between them, up to `most`. */
export function knownBefore(
  { raw, gaps }: Pick<LoopQuestion['series'], 'raw' | 'gaps'>,
  row: number,
  most: number,
): number {
  let known = 0
  for (; known < Math.min(most, row + 1); known += 1) {
    if (raw.inputs.some((values) => Number.isNaN(values[row - known]))) break
    if (known > 0 && isAmong(gaps, row - known)) break
  }
  return known
}

function trueInput(
  { inputs, rows }: LoopQuestion['series'],
  width: number,
  row: number,
  input: number,
): number {
  return row < rows ? (inputs[row * width + input] as number) : 0
}

/** A prediction as the network sees it when it is an input: the column's two scalers may differ. */
function asInput({ scalers }: LoopQuestion['series'], input: number, output: number, value: number): number {
  const [from, to] = [scalers.targets[output], scalers.inputs[input]]
  if (!from || !to) throw new RangeError(`there is no scaler for input ${input} or output ${output}`)
  if (from.offset === to.offset && from.scale === to.scale) return value
  return (value * from.scale + from.offset - to.offset) / to.scale
}

/** Inputs of lanes from so many rows after their origins on: [time step · lane, input]. */
function rowsOf(
  { plan, series }: LoopQuestion,
  origins: readonly number[],
  offset: number,
  timeSteps: number,
  input: typeof trueInput,
): Float32Array {
  const width = plan.network.inputs
  const rows = new Float32Array(timeSteps * origins.length * width)
  let to = 0
  for (let t = 0; t < timeSteps; t += 1)
    for (const origin of origins)
      for (let i = 0; i < width; i += 1) rows[to++] = input(series, width, origin + offset + t, i)
  return rows
}

/** One forward pass; the states that go in are given back, those that come out belong to the caller. */
function pass(
  plan: NetworkPlan,
  parameters: Tensor1D,
  inputs: Float32Array,
  states: NetworkStates,
  lanes: number,
): { readonly predictions: Float32Array; readonly states: NetworkStates } {
  const { inputs: width } = plan.network
  const made = tf.tidy(() => {
    const rows = tf.tensor2d(inputs, [inputs.length / width, width])
    const { predictions, states: after } = forward(plan, parameters, rows, states)
    return { predictions, after }
  })
  tf.dispose(states)
  const predictions = numbersOf(made.predictions)
  made.predictions.dispose()
  if (predictions.length % lanes !== 0)
    throw new Error(`${predictions.length} predictions for ${lanes} lanes`)
  return { predictions, states: made.after }
}

function withMore(plan: NetworkPlan, states: NetworkStates, lanes: number): NetworkStates {
  const grown = tf.tidy(() =>
    states.map((ofLayers) =>
      ofLayers.map((state) => {
        const more = tf.zeros([lanes - state.shape[0], plan.network.hiddenUnits]) as Tensor2D
        return state.shape[0] === 0 ? more : (tf.concat([state, more]) as Tensor2D)
      }),
    ),
  )
  tf.dispose(states)
  return grown
}

function copyOf(states: NetworkStates): NetworkStates {
  return states.map((ofLayers) => ofLayers.map((state) => tf.clone(state)))
}
