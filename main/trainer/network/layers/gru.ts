import { type Tensor2D, tf } from '../../tensorflow'
import { product, productsWith } from './product'
import type { RecurrenceGradient, Unroll } from './recurrence'

/** What each time step leaves for the backward pass, all [batch, hidden]. */
type TimeStep = {
  readonly before: Tensor2D
  readonly reset: Tensor2D
  readonly update: Tensor2D
  readonly candidate: Tensor2D
  /** W_hn h + b_hn: what the reset gate was multiplied with. */
  readonly recurrentCandidate: Tensor2D
}

/**
 * The GRU (Cho et al. 2014) in the form of `torch.nn.GRU`, with the reset gate after the recurrent product; gates in
 * the order r, z, n:
 *
 *     r = σ(W_ir x + b_ir + W_hr h + b_hr)      z = σ(W_iz x + b_iz + W_hz h + b_hz)
 *     n = tanh(W_in x + b_in + r ∘ (W_hn h + b_hn))      h' = (1 - z) ∘ n + z ∘ h
 */
export const unrollGru: Unroll = ({ projections, recurrentKernel, recurrentBias, states }) => {
  const [start] = states as [Tensor2D]
  const [batch, units] = start.shape
  const timeSteps = projections.shape[0] / batch
  const [forGates, forCandidates] = tf.split(projections, [2 * units, units], 1) as [Tensor2D, Tensor2D]
  const candidates = tf.split(forCandidates, timeSteps)
  const recurrentProduct = productsWith(recurrentKernel, batch)
  const steps: TimeStep[] = []
  const after: Tensor2D[] = []
  let state = start
  for (const [t, gates] of tf.split(forGates, timeSteps).entries()) {
    const sums = recurrentProduct(state)
    const recurrent = recurrentBias ? tf.add<Tensor2D>(sums, recurrentBias) : sums
    const [recurrentGates, recurrentCandidate] = tf.split(recurrent, [2 * units, units], 1) as [
      Tensor2D,
      Tensor2D,
    ]
    const [reset, update] = tf.split(tf.sigmoid(tf.add<Tensor2D>(gates, recurrentGates)), 2, 1) as [
      Tensor2D,
      Tensor2D,
    ]
    const candidate: Tensor2D = tf.tanh(tf.add(candidates[t] as Tensor2D, tf.mul(reset, recurrentCandidate)))
    steps.push({ before: state, reset, update, candidate, recurrentCandidate })
    // The same as above with one product less.
    state = tf.add(candidate, tf.mul(update, tf.sub(state, candidate)))
    after.push(state)
  }
  return {
    outputs: tf.concat(after),
    states: [state],
    backward: (outputGradient) => throughTime(tf.split(outputGradient, timeSteps), steps, recurrentKernel),
  }
}

/**
 * Back-propagation through time. With dh the whole gradient by h', every other gradient of a time step is dh times
 * factors that are known beforehand for all time steps, so that only dh must go time step by time step:
 *
 *     dn = dh ∘ (1 - z)(1 - n²)      d(W_hn h + b_hn) = dn ∘ r
 *     dr = dn ∘ (W_hn h + b_hn) r (1 - r)      dz = dh ∘ (h - n) z (1 - z)
 *     dh before = dh ∘ z + (dr, dz, dn ∘ r) · W_hh
 */
function throughTime(
  direct: readonly Tensor2D[],
  steps: readonly TimeStep[],
  recurrentKernel: Tensor2D,
): RecurrenceGradient {
  const all = (of: (step: TimeStep) => Tensor2D) => tf.concat(steps.map(of))
  const [statesBefore, reset, update, candidate] = [
    all(({ before }) => before),
    all((step) => step.reset),
    all((step) => step.update),
    all((step) => step.candidate),
  ]
  const recurrentCandidate = all((step) => step.recurrentCandidate)
  const openness = tf.sub(1, update)
  const byCandidate = tf.mul<Tensor2D>(openness, tf.sub(1, tf.square(candidate)))
  const byRecurrentCandidate = tf.mul<Tensor2D>(byCandidate, reset)
  const byReset = tf.mul<Tensor2D>(
    tf.mul(byRecurrentCandidate, recurrentCandidate),
    tf.sub<Tensor2D>(1, reset),
  )
  const byUpdate = tf.mul<Tensor2D>(tf.mul(tf.sub(statesBefore, candidate), update), openness)
  const factors = tf.concat([byReset, byUpdate, byRecurrentCandidate], 1)
  const factorsAt = tf.split(factors, steps.length)
  const totals: Tensor2D[] = []
  const recurrents: Tensor2D[] = []
  let passedOn: Tensor2D | null = null
  for (let t = steps.length - 1; t >= 0; t -= 1) {
    const [gradient, step] = [direct[t] as Tensor2D, steps[t] as TimeStep]
    const total: Tensor2D = passedOn ? tf.add(gradient, passedOn) : gradient
    const recurrent = tf.mul<Tensor2D>(tf.concat([total, total, total], 1), factorsAt[t] as Tensor2D)
    totals.unshift(total)
    recurrents.unshift(recurrent)
    passedOn = t > 0 ? tf.add(tf.mul(total, step.update), product(recurrent, recurrentKernel)) : null
  }
  const recurrent = tf.concat(recurrents)
  const units = reset.shape[1]
  const gates = tf.slice(recurrent, [0, 0], [-1, 2 * units])
  const projections = tf.concat([gates, tf.mul<Tensor2D>(tf.concat(totals), byCandidate)], 1)
  return { projections, recurrent, statesBefore }
}
