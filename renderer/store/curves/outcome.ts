import type { History } from './history'

/**
 * What a training came to: a run that reaches its goal has not learned for that alone. `lost`: it had learned, and was
 * no better than a constant again after update `learnedUntil`.
 */
export type Outcome =
  | { readonly kind: 'learned' }
  | { readonly kind: 'not-learned' }
  | { readonly kind: 'lost'; readonly learnedUntil: number }

/** Updates that are judged together: single losses of short windows jump by a factor of ten. */
const SPAN = 20
/** Of what a constant loses: a run that was never below had learned nothing that it could lose. */
const CLEARLY_LEARNED = 0.5

type Losses = Pick<History, 'updates' | 'firstUpdate' | 'points' | 'losses' | 'outputs' | 'range'>

/**
 * Judges a run by the mean loss of its last 20 updates, against the least that a constant prediction would have lost
 * on the same windows: the variance of their targets, each output's about its own mean. Null when no update is kept. Losses
 * and targets must be in the same unit: a run whose columns are scaled is judged by its rivals.
 */
export function outcomeOf(history: Losses): Outcome | null {
  const { updates, firstUpdate } = history
  if (updates === 0) return null
  const span = Math.min(SPAN, updates)
  const constant = varianceOfTargets(history, span)
  const means = meansOver(history, span)
  if ((means.at(-1) ?? Number.NaN) < constant) return { kind: 'learned' }
  const hadLearned = means.some((mean) => mean < CLEARLY_LEARNED * constant)
  if (!hadLearned) return { kind: 'not-learned' }
  const last = means.findLastIndex((mean) => mean < constant)
  return { kind: 'lost', learnedUntil: firstUpdate + last + span - 1 }
}

/** The variance of all targets that there are of the last `span` updates. */
function varianceOfTargets({ firstUpdate, updates, points, outputs, range }: Losses, span: number): number {
  const { from } = range(firstUpdate + updates - span)
  let [squares, count] = [0, 0]
  for (const { targets } of outputs) {
    const there = targets.values.data.subarray(from, points).filter((value) => !Number.isNaN(value))
    const mean = there.reduce((sum, value) => sum + value, 0) / there.length
    squares += there.reduce((sum, value) => sum + (value - mean) ** 2, 0)
    count += there.length
  }
  return squares / count
}

/** The mean loss of every `span` consecutive updates, the earliest first. */
function meansOver({ losses, updates }: Losses, span: number): Float64Array {
  const { data } = losses.values
  const means = new Float64Array(updates - span + 1)
  for (let index = 0; index < means.length; index++) {
    // Summed each time from nothing: a sum that is carried along would keep the rounding of a loss of 10⁹ long after it has left.
    let sum = 0
    for (let update = index; update < index + span; update++) sum += data[update] ?? 0
    means[index] = sum / span
  }
  return means
}
