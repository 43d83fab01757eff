import type { Errors, Figure, Metrics, RivalName } from '@contract/data/scores'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { autocorrelation } from './autocorrelation'
import { errorsOf } from './errors'
import { lagOf } from './lag'
import type { Rival } from './rivals/rival'
import { type Range, type Scored, valuesIn } from './scored'
import type { TrainingFacts } from './training-facts'

/** Lags at which the residuals are looked at. */
const RESIDUAL_LAGS = 40
/** A rival that is off by less than this share of the target's spread errs by rounding alone. */
const PERFECT = 1e-6

/** What of the training part and of the rivals the metrics of one output are measured by. */
export type Yardsticks = { readonly facts: TrainingFacts; readonly rivals: readonly Rival[] }

/**
 * What can be said of the predictions of one output over a range of target rows, in the data's own units. Missing targets
 * and missing predictions are left out.
 *
 * @param predictions of the rows of the range
 * @returns null where no row has both
 */
export function metricsOf(
  scored: Scored,
  output: number,
  range: Range,
  predictions: Float64Array,
  { facts, rivals }: Yardsticks,
): Metrics | null {
  const target = scored.targets[output] as Scored['targets'][number]
  const targets = valuesIn(target, range)
  const errors = errorsOf(predictions, targets)
  if (!errors) return null
  const residuals = new Float64Array(targets.length)
  for (let row = 0; row < targets.length; row += 1)
    residuals[row] = (targets[row] as number) - (predictions[row] as number)
  return {
    ...errors,
    mase: scaledError(errors, facts),
    r2: determination(errors, predictions, targets, facts),
    skill: skills(rivals, range, predictions, targets, facts),
    lag: lagOf(scored, target.values, range, predictions),
    spread: spreadRatio(predictions, targets),
    residuals: autocorrelation(residuals, RESIDUAL_LAGS),
  }
}

/** Hyndman and Koehler (2006), Another look at measures of forecast accuracy; the seasonal form of Hyndman (2018), 5.8. */
function scaledError({ mae }: Errors, { naiveError, period }: TrainingFacts): Figure {
  if (naiveError === null) return none(text('scores.noPairs', { period }))
  if (naiveError === 0) return none(text('scores.noChange', { period }))
  return { value: mae / naiveError }
}

/** Against the mean of the training part: a rule that could have been had, as the mean of the part itself could not. */
function determination(
  { count, mse }: Errors,
  predictions: Float64Array,
  targets: Float64Array,
  { mean }: TrainingFacts,
): Figure {
  if (Number.isNaN(mean)) return none(text('scores.noTrainingMean'))
  let squares = 0
  for (let row = 0; row < targets.length; row += 1) {
    const value = targets[row] as number
    if (!Number.isNaN(value - (predictions[row] as number))) squares += (value - mean) ** 2
  }
  return squares === 0 ? none(text('scores.allAtMean')) : { value: 1 - (mse * count) / squares }
}

function skills(
  rivals: readonly Rival[],
  range: Range,
  predictions: Float64Array,
  targets: Float64Array,
  facts: TrainingFacts,
): Metrics['skill'] {
  const against = (name: RivalName): Figure => {
    const rival = rivals.find((each) => each.name === name)
    if (!rival) throw new Error(`no rival ${name} was given`)
    if (!rival.available) return none(rival.why)
    const others = rival.predict(range)
    const theirs = errorsOf(others, targets, predictions)
    const ours = errorsOf(predictions, targets, others)
    if (!theirs || !ours) return none(text('scores.noCommonRows'))
    if (theirs.rmse <= PERFECT * (facts.deviation || 0)) return none(text('scores.cannotBeBetter'))
    return { value: 1 - ours.mse / theirs.mse }
  }
  return {
    mean: against('mean'),
    persistence: against('persistence'),
    'seasonal-naive': against('seasonal-naive'),
    linear: against('linear'),
  }
}

function spreadRatio(predictions: Float64Array, targets: Float64Array): Figure {
  const spread = deviation(targets, predictions)
  if (spread === 0) return none(text('scores.targetConstant'))
  return { value: deviation(predictions, targets) / spread }
}

/** The standard deviation of the values of those rows that are known in both. */
function deviation(values: Float64Array, others: Float64Array): number {
  let [count, mean, squares] = [0, 0, 0]
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] as number
    if (Number.isNaN(value) || Number.isNaN(others[row])) continue
    count += 1
    const distance = value - mean
    mean += distance / count
    squares += distance * (value - mean)
  }
  return Math.sqrt(squares / count)
}

function none(why: Text): Figure {
  return { value: null, why }
}
