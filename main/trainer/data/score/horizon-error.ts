import type { HorizonErrors } from '@contract/data/scores'
import { quantileOfSorted } from '@contract/statistics/quantile'

/** Forecasts, or what they should have said: a row for each origin, a number for each step ahead from 1. */
export type Forecasts = { readonly origins: number; readonly ahead: number; readonly values: Float64Array }

/**
 * The errors of forecasts over the origins, for each step ahead: root mean squared error, and percentiles of the absolute
 * error, between two errors by a straight line, as numpy's `percentile` has them. NaN in either is left out.
 *
 * @throws RangeError where the two are not of one shape
 */
export function errorsOverHorizon(forecasts: Forecasts, truth: Forecasts): HorizonErrors {
  const { origins, ahead, values } = forecasts
  if (truth.origins !== origins || truth.ahead !== ahead || values.length !== truth.values.length)
    throw new RangeError('errorsOverHorizon expected forecasts and truth of one shape')
  const make = () => new Float64Array(ahead).fill(Number.NaN)
  const found = { counts: new Float64Array(ahead), rmse: make(), p10: make(), p50: make(), p90: make() }
  for (let step = 0; step < ahead; step += 1) {
    const errors = Float64Array.from({ length: origins }, (_, origin) => {
      const at = origin * ahead + step
      return Math.abs((values[at] as number) - (truth.values[at] as number))
    })
      .filter((error) => !Number.isNaN(error))
      .sort()
    found.counts[step] = errors.length
    if (errors.length === 0) continue
    found.rmse[step] = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length)
    found.p10[step] = quantileOfSorted(errors, 0.1)
    found.p50[step] = quantileOfSorted(errors, 0.5)
    found.p90[step] = quantileOfSorted(errors, 0.9)
  }
  return found
}
