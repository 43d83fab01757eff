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

type Curves = Pick<
  History,
  'facts' | 'updates' | 'firstUpdate' | 'points' | 'losses' | 'outputs' | 'range' | 'errors' | 'steps'
>

/** The mean loss of `span` consecutive updates, the first of them at this index; a constant loses 1. */
type MeanAt = (index: number, span: number) => number

/**
 * Judges a run by its last 20 updates, against the least that a constant prediction would have lost on the same windows:
 * the variance of their targets, each output's about its own mean. Null when no update is kept, while the targets of those 20 are
 * read from the record, or where they are all the same, so that a constant is never wrong.
 *
 * The lesson is judged by its losses. A series may be scaled, and of a batch only the first sequence is shown: there the
 * predictions that are shown are held against the targets beside them, both in the data's own units.
 */
export function outcomeOf(history: Curves): Outcome | null {
  const { updates, firstUpdate } = history
  if (updates === 0) return null
  const span = Math.min(SPAN, updates)
  const { from } = history.range(firstUpdate + updates - span)
  if (!history.steps.want(from, history.points)) return null
  const variances = variancesOf(history, from)
  if (variances.every((variance) => !(variance > 0))) return null
  const meanAt =
    history.facts.axis === 'half-periods'
      ? meanOfLosses(history, variances)
      : meanOfErrors(history, variances)
  if (meanAt(updates - span, span) < 1) return { kind: 'learned' }
  let [hadLearned, last] = [false, -1]
  for (let index = 0; index + span <= updates; index++) {
    const mean = meanAt(index, span)
    hadLearned ||= mean < CLEARLY_LEARNED
    if (mean < 1) last = index
  }
  return hadLearned ? { kind: 'lost', learnedUntil: firstUpdate + last + span - 1 } : { kind: 'not-learned' }
}

/** The variance of each output's targets, as far as there are any, from the time step at this index to the last: [output]. */
function variancesOf({ points, outputs }: Curves, from: number): number[] {
  return outputs.map(({ targets }) => {
    const all = Array.from({ length: points - from }, (_, i) => targets.at(from + i))
    const there = all.filter((value) => !Number.isNaN(value))
    const mean = there.reduce((sum, value) => sum + value, 0) / there.length
    return there.reduce((sum, value) => sum + (value - mean) ** 2, 0) / there.length
  })
}

function meanOfLosses({ losses }: Curves, variances: readonly number[]): MeanAt {
  const { data } = losses.values
  const constant = variances.reduce((sum, variance) => sum + variance, 0) / variances.length
  return (index, span) => {
    // Summed each time from nothing: a sum that is carried along would keep the rounding of a loss of 10⁹ long after it has left.
    let sum = 0
    for (let update = index; update < index + span; update++) sum += data[update] ?? 0
    return sum / span / constant
  }
}

/** Of each output the mean squared error over its variance, and of all outputs the mean: one of large numbers counts no more. */
function meanOfErrors({ errors, outputs }: Curves, variances: readonly number[]): MeanAt {
  const judged = [...outputs.keys()].filter((output) => (variances[output] ?? 0) > 0)
  return (index, span) => {
    const means = judged.map((output) => {
      let [sum, count] = [0, 0]
      for (let update = index; update < index + span; update++) {
        sum += errors?.squares(update, output) ?? 0
        count += errors?.count(update, output) ?? 0
      }
      return sum / count / (variances[output] ?? 0)
    })
    return means.reduce((sum, mean) => sum + mean, 0) / means.length
  }
}
