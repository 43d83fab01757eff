import type { Errors } from '@contract/data/scores'

/**
 * The errors of predictions, over the rows that have a prediction, a target and, where others are given, a prediction of
 * theirs: two can only be compared where both say something.
 *
 * @param predictions NaN where there is none, as in the other two
 * @returns null where no row has all
 */
export function errorsOf(
  predictions: Float64Array,
  targets: Float64Array,
  others?: Float64Array,
): Errors | null {
  let [count, squares, absolutes] = [0, 0, 0]
  for (let row = 0; row < targets.length; row += 1) {
    const error = (predictions[row] as number) - (targets[row] as number)
    if (Number.isNaN(error) || (others && Number.isNaN(others[row]))) continue
    count += 1
    squares += error * error
    absolutes += Math.abs(error)
  }
  if (count === 0) return null
  const mse = squares / count
  return { count, mse, rmse: Math.sqrt(mse), mae: absolutes / count }
}
