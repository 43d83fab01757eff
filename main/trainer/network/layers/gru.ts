import { repeated } from '../../repeated'
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

/** What the backward pass has of a time step: the whole gradient by h', and by the recurrent product and its bias. */
type Backward = { readonly total: Tensor2D; readonly recurrent: Tensor2D }

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
  const step = repeated((before: Tensor2D, gates: Tensor2D, forCandidate: Tensor2D) => {
    const sums = recurrentProduct(before)
    const recurrent = recurrentBias ? tf.add<Tensor2D>(sums, recurrentBias) : sums
    const [recurrentGates, recurrentCandidate] = tf.split(recurrent, [2 * units, units], 1) as [
      Tensor2D,
      Tensor2D,
    ]
    const [reset, update] = tf.split(tf.sigmoid(tf.add<Tensor2D>(gates, recurrentGates)), 2, 1) as [
      Tensor2D,
      Tensor2D,
    ]
    const candidate: Tensor2D = tf.tanh(tf.add(forCandidate, tf.mul(reset, recurrentCandidate)))
    // The same as above with one product less.
    const state: Tensor2D = tf.add(candidate, tf.mul(update, tf.sub(before, candidate)))
    return { reset, update, candidate, recurrentCandidate, state }
  })
  const steps: TimeStep[] = []
  const after: Tensor2D[] = []
  let before = start
  for (const [t, gates] of (tf.split(forGates, timeSteps) as Tensor2D[]).entries()) {
    const { state, ...made } = step(before, gates, candidates[t] as Tensor2D)
    steps.push({ before, ...made })
    after.push(state)
    before = state
  }
  return {
    outputs: tf.concat(after),
    states: [before],
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
  const recurrentOf = (total: Tensor2D, factor: Tensor2D) =>
    tf.mul<Tensor2D>(tf.concat([total, total, total], 1), factor)
  /** From one time step to the one before it; `later` is what there is of the later one. */
  const step = repeated((gradient: Tensor2D, factor: Tensor2D, later: Backward, laterUpdate: Tensor2D) => {
    const passedOn = tf.add(tf.mul(later.total, laterUpdate), product(later.recurrent, recurrentKernel))
    const total: Tensor2D = tf.add(gradient, passedOn)
    return { total, recurrent: recurrentOf(total, factor) }
  })
  const backward: Backward[] = []
  for (let t = steps.length - 1; t >= 0; t -= 1) {
    const [gradient, factor, later] = [direct[t] as Tensor2D, factorsAt[t] as Tensor2D, backward[0]]
    const laterUpdate = steps[t + 1]?.update as Tensor2D
    backward.unshift(
      later
        ? step(gradient, factor, later, laterUpdate)
        : { total: gradient, recurrent: recurrentOf(gradient, factor) },
    )
  }
  const [totals, recurrents] = [backward.map(({ total }) => total), backward.map((each) => each.recurrent)]
  const recurrent = tf.concat(recurrents)
  const units = reset.shape[1]
  const gates = tf.slice(recurrent, [0, 0], [-1, 2 * units])
  const projections = tf.concat([gates, tf.mul<Tensor2D>(tf.concat(totals), byCandidate)], 1)
  return { projections, recurrent, statesBefore }
}
