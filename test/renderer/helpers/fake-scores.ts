import {
  type Autocorrelation,
  type Metrics,
  RIVAL_NAMES,
  type RivalName,
  type RivalScore,
} from '@contract/data/scores'
import { text } from '@contract/language/texts'
import type { Forecast } from '@contract/run/forecast'
import type { RunRivals, RunScores } from '@contract/run/run-scores'

/** Each rival's mean squared error on every part; those that are left out are not available. */
export type RivalErrors = { readonly [Name in RivalName]?: number }

const FORMULA = text('scores.repeatingFormula', { target: 'load', horizon: 1, ago: 0 })
const LINEAR = text('scores.linearFormula', {
  target: 'cos t',
  horizon: 0,
  terms: [
    { name: 'sin', ago: 0, coefficient: 3.0777 },
    { name: 'sin', ago: 1, coefficient: -3.2361 },
  ],
  constant: null,
})
const WHY = text('scores.noSeason')

function rivalOf(name: RivalName, mse: number | undefined): RivalScore {
  if (mse === undefined) return { name, available: false, why: WHY }
  const errors = { count: 30, mse, rmse: Math.sqrt(mse), mae: Math.sqrt(mse) / 2 }
  return {
    ...{ name, available: true, formula: name === 'linear' ? LINEAR : FORMULA, notes: [] },
    errors: { train: errors, validation: errors, test: null },
  }
}

/** What the trainer tells of the rivals of a run with these outputs; a run without a validation part has `validation` null. */
export function fakeRivals(
  runId: string,
  errors: RivalErrors,
  { outputs = ['load'], validated = true }: { outputs?: readonly string[]; validated?: boolean } = {},
): RunRivals {
  return {
    runId,
    rows: { train: { from: 0, to: 70 }, validation: { from: 70, to: 85 }, test: { from: 85, to: 100 } },
    outputs: outputs.map((name) => ({
      ...{ name, period: null },
      rivals: RIVAL_NAMES.map((rival) => rivalOf(rival, errors[rival])),
    })),
    lines: RIVAL_NAMES.map((name) => {
      const mse = errors[name] ?? null
      return { name, mse: { train: mse, validation: validated ? mse : null, test: mse } }
    }),
  }
}

/** One bar in three is outside of the band. */
const RESIDUALS: Autocorrelation = { values: Float64Array.of(1, 0.1, -0.5, 0.05), count: 100, band: 0.196 }

/** Of one part: an error of so much, and all figures that there can be. */
export function fakeMetrics(mse: number, change: Partial<Metrics> = {}): Metrics {
  return {
    ...{ count: 1234, mse, rmse: Math.sqrt(mse), mae: 0.25 },
    mase: { value: 0.76 },
    r2: { value: -0.5 },
    skill: {
      mean: { value: 0.5 },
      persistence: { value: -1.25 },
      'seasonal-naive': { value: null, why: WHY },
      linear: { value: null, why: text('scores.cannotBeBetter') },
    },
    lag: { best: 0, correlation: 0.9, correlationInTime: 0.9, delayed: false },
    spread: { value: 0.875 },
    residuals: RESIDUALS,
    ...change,
  }
}

/** What the trainer tells of a network with this error on every part; a test part without predictions. */
export function fakeScores(
  runId: string,
  mse: number,
  { outputs = ['load'], change = {} }: { outputs?: readonly string[]; change?: Partial<Metrics> } = {},
): RunScores {
  const metrics = fakeMetrics(mse, change)
  return {
    ...{ runId, update: 20, losses: { train: mse, validation: mse, test: null } },
    outputs: outputs.map((name) => ({
      ...{ name, period: null, rivals: [] },
      parts: { train: metrics, validation: metrics, test: null },
    })),
  }
}

/** Three time steps after row 70 of the series, of which the last is not known. */
export function fakeForecast(runId: string, outputs: readonly string[] = ['load']): Forecast {
  const errors = (rmse: number[]) => ({
    counts: Float64Array.from(rmse, () => 10),
    rmse: Float64Array.from(rmse),
    p10: Float64Array.from(rmse, (value) => value / 4),
    p50: Float64Array.from(rmse, (value) => value / 2),
    p90: Float64Array.from(rmse, (value) => value * 1.5),
  })
  return {
    ...{ runId, update: 20, origin: 69, steps: 3, origins: 10, lacking: [] },
    outputs: outputs.map((name, output) => ({
      name,
      closedLoop: Float64Array.of(1, 2, 4).map((value) => value + 10 * output),
      teacherForced: Float64Array.of(1, 2.5, Number.NaN),
      truth: Float64Array.of(1.25, 2.25, Number.NaN),
      rivals: [{ name: 'persistence', values: Float64Array.of(-5, -5, -5) }],
      errors: {
        network: errors([0.1, 0.2, 0.4]),
        rivals: [{ name: 'persistence', errors: errors([0.3, 0.3, 0.9]) }],
      },
    })),
  }
}
