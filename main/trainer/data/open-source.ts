import { axisTimesOf } from '@contract/data/axis-times'
import type { Series } from '@contract/data/series'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { DataConfig, RunConfig } from '@contract/settings/run-config'
import type { SeriesSource } from '@contract/settings/source-config'
import { LESSON_SOURCE } from './lesson/lesson-source'
import type { FindSeries, Source } from './source/source'
import { inOwnUnits, shownOf } from './windows/own-units'
import { type PreparedSeries, prepareSeries } from './windows/prepared'
import { type SeriesWindows, trainingWindows } from './windows/series-windows'
import { tooLarge } from './windows/too-large'

/** A source that a run can be judged on as well. */
export type OpenedSource = Source & {
  /** The series; null for the lesson, which has no parts. */
  readonly series: PreparedSeries | null
}

/**
 * Opens what a run with these settings learns from. Fails where its series is not to be had, has not the columns, has a
 * number in them that is too large, or where there is no window or no target to train on.
 */
export function openSource(config: RunConfig, find: FindSeries): Result<OpenedSource> {
  const { source } = config.data
  if (source.kind === 'lesson') return ok({ ...LESSON_SOURCE, series: null })
  const series = seriesOf(source, config.data, find)
  if (!series.ok) return series
  const ready = preparedOf(series.value, source, config.data)
  if (!ready.ok) return ready
  const made = ready.value
  const untrainable = whyUntrainable(made, source, config)
  if (untrainable) return untrainable
  return ok({
    facts: {
      axis: 'time-steps',
      inputs: source.inputs,
      targets: source.targets,
      times: axisTimesOf(series.value.times),
    },
    scalers: made.scalers,
    windowAt: windowsOf(made),
    shown: (window) => shownOf(window, made),
    inOwnUnits: (predictions) => inOwnUnits(predictions, made.scalers.targets),
    series: made,
  })
}

/** Finds a source's series. Fails where it is not to be had, or has not the columns. */
export function seriesOf(source: SeriesSource, data: DataConfig, find: FindSeries): Result<Series> {
  const series = find(source.origin, data.dataSeed)
  if (!series.ok) return series
  const missing = columnMissing(series.value, source)
  return missing === null ? series : fail('invalid-setting', text('source.noColumn', { name: missing }))
}

/** What was prepared last of a series. A run that begins anew needs the very same, and of 10 million rows not twice. */
const prepared = new WeakMap<Series, { readonly key: string; readonly made: Result<PreparedSeries> }>()

function preparedOf(series: Series, source: SeriesSource, data: DataConfig): Result<PreparedSeries> {
  const { inputs, targets } = source
  const { horizon, scaling, trainPercent, validationPercent } = data
  const key = JSON.stringify([inputs, targets, horizon, scaling, trainPercent, validationPercent])
  const found = prepared.get(series)
  if (found?.key === key) return found.made
  const made = tooLarge(series, source) ?? ok(prepareSeries(series, source, data))
  prepared.set(series, { key, made })
  return made
}

/** The windows follow from settings that seldom change: they are cut anew when one of them does. */
function windowsOf(prepared: PreparedSeries): Source['windowAt'] {
  let latest: { readonly carryState: boolean; readonly windows: SeriesWindows } | null = null
  return ({ position }, config) => {
    const { carryState } = config.training
    if (latest?.carryState !== carryState) latest = { carryState, windows: trainingWindows(prepared, config) }
    return latest.windows.at(position)
  }
}

function columnMissing({ columns }: Series, { inputs, targets }: SeriesSource): string | null {
  const names = new Set(columns.map(({ name }) => name))
  return [...inputs, ...targets].find((name) => !names.has(name)) ?? null
}

/** The first target of which there is nothing to train on; a loss of it would be 0, whatever the network says. */
function targetWithoutValues(
  { raw, stretches, horizon }: PreparedSeries,
  targets: readonly string[],
): string | null {
  const isThere = (values: Float64Array) =>
    stretches.train.some(({ from, to }) =>
      values.subarray(from + horizon, to + horizon).some((value) => !Number.isNaN(value)),
    )
  return targets.find((_, output) => !isThere(raw.targets[output] as Float64Array)) ?? null
}

function whyUntrainable(
  prepared: PreparedSeries,
  { targets }: SeriesSource,
  config: RunConfig,
): Result<never> | null {
  const { batch } = config.training
  // With or without a carried state: it may change while the run trains.
  const counts = [true, false].map(
    (carryState) =>
      trainingWindows(prepared, { ...config, training: { ...config.training, carryState } }).count,
  )
  const count = Math.min(...counts)
  const { train } = prepared.parts
  const { window, horizon } = config.data
  if (count >= (config.data.order === 'random' ? 1 : batch)) {
    const name = targetWithoutValues(prepared, targets)
    return name === null ? null : fail('invalid-setting', text('source.noTarget', { name, rows: train.to }))
  }
  const stretches = prepared.stretches.train
  // Who sees many time steps and no window has to hear what breaks them up, where anything does but the horizon.
  const longest = Math.max(0, ...stretches.map(({ from, to }) => to - from))
  const inARow = longest < train.to - horizon ? longest : null
  return fail(
    'invalid-setting',
    text('source.tooFewWindows', { rows: train.to, inARow, window, horizon, found: count, batch }),
  )
}
