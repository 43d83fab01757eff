import { nativeOps, type Tensor1D, type Tensor2D, tf } from '../../tensorflow'
import type { LayerParameters, LayerPass, RunLayer } from './layer'
import { product } from './product'

/*
 * TensorFlow has one op for a time step of the LSTM, and one for its backward pass. Each does what a dozen ops would, in
 * which most of the time would go into calling them (docs/performance.md). They have the gates in the order i, g, f, o,
 * so kernels are laid out like that once an update, and their gradients back again.
 */

/** What one time step computes, all [batch, hidden]. */
type CellValues = {
  readonly input: Tensor2D
  /** c' */
  readonly cell: Tensor2D
  readonly forget: Tensor2D
  readonly output: Tensor2D
  readonly candidate: Tensor2D
  /** tanh c' */
  readonly cellTanh: Tensor2D
  /** h' */
  readonly state: Tensor2D
}

/** One time step: what it started from, and what it came to. */
type TimeStep = CellValues & {
  /** x: [batch, feature]. */
  readonly rows: Tensor2D
  readonly before: Tensor2D
  readonly cellBefore: Tensor2D
}

/** What is the same at all time steps, gates in the order i, g, f, o. */
type CellParameters = {
  /** For x and h beside each other: [feature + hidden, 4 · hidden]. */
  readonly kernel: Tensor2D
  /** [4 · hidden] */
  readonly bias: Tensor1D
  /** In place of the weights from c to the gates, which `torch.nn.LSTM` has not: [hidden]. */
  readonly zeros: Tensor1D
}

/**
 * The LSTM (Hochreiter and Schmidhuber 1997, with forget gate) in the form of `torch.nn.LSTM`; gates in the order
 * i, f, g, o, and with W x for W_i x + W_h h + b_i + b_h of each:
 *
 *     i = σ(W x)   f = σ(W x)   g = tanh(W x)   o = σ(W x)      c' = f ∘ c + i ∘ g      h' = o ∘ tanh c'
 */
export const runLstm: RunLayer = (parameters, rows, states) => {
  const [start, cellStart] = states as [Tensor2D, Tensor2D]
  const [batch, units] = start.shape
  const ordered = inCellOrder(parameters)
  const cell: CellParameters = {
    kernel: tf.transpose(tf.concat([ordered.kernel, ordered.recurrentKernel], 1)),
    bias: ordered.bias,
    zeros: tf.zeros([units]),
  }
  const steps: TimeStep[] = []
  let [state, cellState] = [start, cellStart]
  for (const at of tf.split(rows, rows.shape[0] / batch) as Tensor2D[]) {
    const step = timeStep(cell, at, state, cellState)
    steps.push(step)
    state = step.state
    cellState = step.cell
  }
  const all = tf.concat([start, ...steps.map((step) => step.state)])
  const statesBefore = tf.slice(all, [0, 0], [rows.shape[0], units])
  return {
    outputs: tf.slice(all, [batch, 0], [rows.shape[0], units]),
    states: [state, cellState],
    backward: (outputGradient) =>
      backward(parameters, ordered, cell, rows, steps, statesBefore, outputGradient),
  } satisfies LayerPass
}

function timeStep(
  { kernel, bias, zeros }: CellParameters,
  rows: Tensor2D,
  before: Tensor2D,
  cellBefore: Tensor2D,
): TimeStep {
  const [input, cell, forget, output, candidate, cellTanh, state] = nativeOps(
    'LSTMBlockCell',
    [rows, cellBefore, before, kernel, zeros, zeros, zeros, bias],
    // Nothing is added to the forget gate, and c is not clipped.
    { forget_bias: 0, cell_clip: -1, use_peephole: false },
    7,
  ) as [Tensor2D, Tensor2D, Tensor2D, Tensor2D, Tensor2D, Tensor2D, Tensor2D]
  return { rows, before, cellBefore, input, cell, forget, output, candidate, cellTanh, state }
}

/**
 * Back-propagation through time. With dh and dc the whole gradients by h' and c':
 *
 *     dc = (dc' of the next ∘ its f) + dh ∘ o (1 - tanh² c')      do = dh ∘ tanh c' · o (1 - o)
 *     di = dc ∘ g i (1 - i)      df = dc ∘ c f (1 - f)      dg = dc ∘ i (1 - g²)
 *     dh before = (di, dg, df, do) · W_hh
 */
function backward(
  { recurrentBias }: LayerParameters,
  ordered: OrderedParameters,
  cell: CellParameters,
  rows: Tensor2D,
  steps: readonly TimeStep[],
  statesBefore: Tensor2D,
  outputGradient: Tensor2D,
) {
  const direct = tf.split(outputGradient, steps.length) as Tensor2D[]
  const gradients: Tensor2D[] = []
  let cellGradient = tf.zerosLike(steps[0]?.cell as Tensor2D)
  for (let t = steps.length - 1; t >= 0; t -= 1) {
    const [gradient, later] = [direct[t] as Tensor2D, gradients[0]]
    const total = later ? tf.add<Tensor2D>(gradient, product(later, ordered.recurrentKernel)) : gradient
    const [passedOn, byGates] = timeStepBackward(cell, steps[t] as TimeStep, cellGradient, total)
    gradients.unshift(byGates)
    cellGradient = passedOn
  }
  const byGates = tf.concat(gradients)
  // One product sums over all time steps what was multiplied with x, with 1 and with h.
  const [features, units] = [rows.shape[1], steps[0]?.cell.shape[1] as number]
  const multiplied = tf.concat<Tensor2D>([rows, tf.ones([rows.shape[0], 1]), statesBefore], 1)
  const sums = middleSwapped(product(byGates, multiplied, true))
  const [byKernel, byBias, byRecurrentKernel] = tf.split(sums, [features, 1, units], 1) as [
    Tensor2D,
    Tensor2D,
    Tensor2D,
  ]
  const bias = tf.reshape(byBias, [-1])
  return {
    parameters: [byKernel, byRecurrentKernel, bias, ...(recurrentBias ? [bias] : [])],
    rows: () => product(byGates, ordered.kernel),
  }
}

/** The gradients by c before, [batch, hidden], and by what i, g, f and o are made of, [batch, 4 · hidden]. */
function timeStepBackward(
  { kernel, bias, zeros }: CellParameters,
  step: TimeStep,
  cellGradient: Tensor2D,
  gradient: Tensor2D,
): readonly [Tensor2D, Tensor2D] {
  const { rows, before, cellBefore, input, cell, forget, output, candidate, cellTanh } = step
  const given = [rows, cellBefore, before, kernel, zeros, zeros, zeros, bias]
  const made = [input, cell, forget, output, candidate, cellTanh]
  const gradients = nativeOps(
    'LSTMBlockCellGrad',
    [...given, ...made, cellGradient, gradient],
    { use_peephole: false },
    5,
  )
  return gradients.slice(0, 2) as [Tensor2D, Tensor2D]
}

/** A layer's parameters with the gates in the cell's order, and the biases added up. */
type OrderedParameters = Pick<LayerParameters, 'kernel' | 'recurrentKernel' | 'bias'>

function inCellOrder({ kernel, recurrentKernel, bias, recurrentBias }: LayerParameters): OrderedParameters {
  return {
    kernel: middleSwapped(kernel),
    recurrentKernel: middleSwapped(recurrentKernel),
    bias: middleSwapped(recurrentBias ? tf.add<Tensor1D>(bias, recurrentBias) : bias),
  }
}

/** From i, f, g, o to i, g, f, o, or back: blocks of rows. */
function middleSwapped<Rows extends Tensor1D | Tensor2D>(gates: Rows): Rows {
  const [first, second, third, fourth] = tf.split(gates, 4) as [Rows, Rows, Rows, Rows]
  return tf.concat([first, third, second, fourth])
}
