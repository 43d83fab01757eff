import { type Tensor2D, tf } from '../../tensorflow'
import { product, productsWith } from './product'
import type { RecurrenceGradient, Unroll } from './recurrence'

/** What each time step leaves for the backward pass, all [batch, hidden] but the gates. */
type TimeStep = {
  readonly before: Tensor2D
  readonly cellBefore: Tensor2D
  /** i, f, g, o. */
  readonly gates: readonly [Tensor2D, Tensor2D, Tensor2D, Tensor2D]
  /** tanh c' */
  readonly cellTanh: Tensor2D
}

/**
 * The LSTM (Hochreiter and Schmidhuber 1997, with forget gate) in the form of `torch.nn.LSTM`; gates in the order
 * i, f, g, o, and with W x for W_i x + b_i + W_h h + b_h of each:
 *
 *     i = σ(W x)   f = σ(W x)   g = tanh(W x)   o = σ(W x)      c' = f ∘ c + i ∘ g      h' = o ∘ tanh c'
 */
export const unrollLstm: Unroll = ({ projections, recurrentKernel, states }) => {
  const [start, cellStart] = states as [Tensor2D, Tensor2D]
  const [batch, units] = start.shape
  const timeSteps = projections.shape[0] / batch
  const recurrentProduct = productsWith(recurrentKernel, batch)
  const steps: TimeStep[] = []
  const after: Tensor2D[] = []
  let [state, cell] = [start, cellStart]
  for (const projection of tf.split(projections, timeSteps)) {
    const sums = tf.add<Tensor2D>(projection, recurrentProduct(state))
    const [inputForget, candidates, outputs] = tf.split(sums, [2 * units, units, units], 1) as [
      Tensor2D,
      Tensor2D,
      Tensor2D,
    ]
    const [input, forget] = tf.split(tf.sigmoid(inputForget), 2, 1) as [Tensor2D, Tensor2D]
    const [candidate, output] = [tf.tanh(candidates), tf.sigmoid(outputs)]
    const cellAfter = tf.add<Tensor2D>(tf.mul(forget, cell), tf.mul(input, candidate))
    const cellTanh = tf.tanh(cellAfter)
    steps.push({ before: state, cellBefore: cell, gates: [input, forget, candidate, output], cellTanh })
    cell = cellAfter
    state = tf.mul(output, cellTanh)
    after.push(state)
  }
  return {
    outputs: tf.concat(after),
    states: [state, cell],
    backward: (outputGradient) => throughTime(tf.split(outputGradient, timeSteps), steps, recurrentKernel),
  }
}

/**
 * Back-propagation through time. With dh and dc the whole gradients by h' and c', every other gradient of a time step
 * is one of them times factors that are known beforehand for all time steps:
 *
 *     dc = (dc' of the next ∘ its f) + dh ∘ o (1 - tanh² c')      do = dh ∘ tanh c' · o (1 - o)
 *     di = dc ∘ g i (1 - i)      df = dc ∘ c f (1 - f)      dg = dc ∘ i (1 - g²)
 *     dh before = (di, df, dg, do) · W_hh
 */
function throughTime(
  direct: readonly Tensor2D[],
  steps: readonly TimeStep[],
  recurrentKernel: Tensor2D,
): RecurrenceGradient {
  const all = (of: (step: TimeStep) => Tensor2D) => tf.concat(steps.map(of))
  const input = all(({ gates }) => gates[0])
  const forget = all(({ gates }) => gates[1])
  const candidate = all(({ gates }) => gates[2])
  const output = all(({ gates }) => gates[3])
  const cellTanh = all((step) => step.cellTanh)
  const factors = tf.concat(
    [
      tf.mul<Tensor2D>(tf.mul(candidate, input), tf.sub(1, input)),
      tf.mul<Tensor2D>(
        tf.mul(
          all(({ cellBefore }) => cellBefore),
          forget,
        ),
        tf.sub(1, forget),
      ),
      tf.mul<Tensor2D>(input, tf.sub(1, tf.square(candidate))),
      tf.mul<Tensor2D>(tf.mul(cellTanh, output), tf.sub(1, output)),
    ],
    1,
  )
  const factorsAt = tf.split(factors, steps.length)
  const cellSlopes = tf.split(tf.mul<Tensor2D>(output, tf.sub(1, tf.square(cellTanh))), steps.length)
  const gradients: Tensor2D[] = []
  let cellPassedOn: Tensor2D | null = null
  for (let t = steps.length - 1; t >= 0; t -= 1) {
    const [gradient, step, later] = [direct[t] as Tensor2D, steps[t] as TimeStep, gradients[0]]
    const total: Tensor2D = later ? tf.add(gradient, product(later, recurrentKernel)) : gradient
    const throughOutput = tf.mul<Tensor2D>(total, cellSlopes[t] as Tensor2D)
    const cell: Tensor2D = cellPassedOn ? tf.add(throughOutput, cellPassedOn) : throughOutput
    gradients.unshift(tf.mul(tf.concat([cell, cell, cell, total], 1), factorsAt[t] as Tensor2D))
    cellPassedOn = t > 0 ? tf.mul(cell, step.gates[1]) : null
  }
  const sums = tf.concat(gradients)
  return { projections: sums, recurrent: sums, statesBefore: all(({ before }) => before) }
}
