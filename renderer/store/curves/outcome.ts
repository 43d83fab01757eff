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

type Curves = Pick<History, 'facts' | 'updates' | 'firstUpdate' | 'points' | 'losses' | 'outputs' | 'range'>

/** The mean loss of `span` consecutive updates, the first of them at this index; a constant loses 1. */
type MeanAt = (index: number, span: number) => number

/**
 * Judges a run by its last 20 updates, against the least that a constant prediction would have lost on the same windows:
 * the variance of their targets, each output's about its own mean. Null when no update is kept, or where the targets are
 * all the same, so that a constant is never wrong.
 *
 * The lesson is judged by its losses. A series may be scaled, and of a batch only the first sequence is shown: there the
 * predictions that are shown are held against the targets beside them, both in the data's own units.
 */
export function outcomeOf(history: Curves): Outcome | null {
  const { updates, firstUpdate } = history
  if (updates === 0) return null
  const span = Math.min(SPAN, updates)
  const variances = variancesOf(history, updates - span)
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

/** The variance of each output's targets, as far as there are any, from the update at this index to the last: [output]. */
function variancesOf({ firstUpdate, points, outputs, range }: Curves, index: number): number[] {
  const { from } = range(firstUpdate + index)
  return outputs.map(({ targets }) => {
    const there = targets.values.data.subarray(from, points).filter((value) => !Number.isNaN(value))
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
function meanOfErrors(
  { updates, firstUpdate, outputs, range }: Curves,
  variances: readonly number[],
): MeanAt {
  const judged = outputs.flatMap(({ targets, predictions }, output) => {
    const variance = variances[output] ?? 0
    if (!(variance > 0)) return []
    // Of each update, as every one is asked for many times; not a number where it has not been.
    const [squares, counts] = [new Float64Array(updates).fill(Number.NaN), new Float64Array(updates)]
    return [{ targets: targets.values, predictions: predictions.values, variance, squares, counts }]
  })
  return (index, span) => {
    const errors = judged.map(({ targets, predictions, variance, squares, counts }) => {
      let [sum, count] = [0, 0]
      for (let update = index; update < index + span; update++) {
        if (Number.isNaN(squares[update])) {
          const { from, to } = range(firstUpdate + update)
          squares[update] = 0
          for (let point = from; point < to; point++) {
            const error = (predictions.data[point] ?? 0) - (targets.data[point] ?? 0)
            // There is no target here.
            if (Number.isNaN(error)) continue
            squares[update] = (squares[update] ?? 0) + error ** 2
            counts[update] = (counts[update] ?? 0) + 1
          }
        }
        sum += squares[update] ?? 0
        count += counts[update] ?? 0
      }
      return sum / count / variance
    })
    return errors.reduce((sum, error) => sum + error, 0) / errors.length
  }
}
