import { AS_IT_IS, type Scaler, type Scalers, unscaled } from '@contract/data/scaler'
import type { Series } from '@contract/data/series'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { prepareSeries } from '../../trainer/data/windows/prepared'
import { regimeOf } from '../../trainer/data/windows/regime'
import { tooLarge } from '../../trainer/data/windows/too-large'
import { planForecast } from '../../trainer/run/judging/forecast-run'
import { loopsOfWeights } from '../../trainer/training/evaluate/loops-of-weights'
import type { Weights } from '../../trainer/weights/named-weights'

/** What is forecast of one target, in its own unit: the first number is of the row after the last one. */
export type Ahead = { readonly name: string; readonly values: Float64Array }

/** A forecast, and the inputs that are no targets where these keep it from going on. */
export type ForecastAhead = {
  readonly steps: number
  readonly lacking: readonly string[]
  readonly ahead: readonly Ahead[]
}

/**
 * Runs a network over the last rows of a series and on by itself, as the app does. Fails where the weights do not say what
 * they have learned, where the series lacks a column of theirs, and where it ends with too few rows.
 *
 * @param asked time steps ahead, from 1
 */
export function forecastAhead(weights: Weights, series: Series, asked: number): Result<ForecastAhead> {
  const { config, snapshot } = weights
  const { source } = config.data
  if (source.kind === 'lesson') return fail('invalid-setting', text('forecastCommand.lesson'))
  const scalers = scalersOf(weights)
  if (!scalers) return fail('invalid-setting', text('forecastCommand.noScaler'))
  const columns = series.columns.map(({ name }) => name)
  const missing = [...source.inputs, ...source.targets].find((name) => !columns.includes(name))
  if (missing !== undefined)
    return fail('invalid-setting', text('forecastCommand.noColumn', { name: missing, columns }))
  const large = tooLarge(series, source)
  if (large) return large
  const prepared = prepareSeries(series, source, config.data, scalers)
  const regime = regimeOf(config)
  const from = { origin: prepared.rows - 1, steps: asked }
  const plan = planForecast({ series: prepared, regime }, source, from, 'forecastCommand.tooFewRows')
  if (!plan.ok) return plan
  const { feeds, origin, lacking } = plan.value
  const { steps } = plan.value.from
  const { closed } = loopsOfWeights(snapshot, { series: prepared, feeds, steps }, [origin])
  const { outputs } = snapshot.network
  const ahead = source.targets.map((name, output) => ({
    name,
    values: Float64Array.from({ length: steps }, (_, step) =>
      unscaled(closed[step * outputs + output] as number, scalers.targets[output] as Scaler),
    ),
  }))
  return ok({ steps, lacking, ahead })
}

/** How the weights' columns are scaled: of files from before that was written, only where they are not scaled at all. */
function scalersOf({ scalers, config }: Weights): Scalers | null {
  if (scalers) return scalers
  const { source, scaling } = config.data
  if (source.kind === 'lesson' || scaling !== 'none') return null
  return { inputs: source.inputs.map(() => AS_IT_IS), targets: source.targets.map(() => AS_IT_IS) }
}
