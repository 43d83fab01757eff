import { countedDraw } from '@contract/counted-draw'
import type { Leak } from '@contract/data/leak'
import type { Series } from '@contract/data/series'
import type { RunConfig } from '@contract/settings/run-config'
import type { SeriesSource } from '@contract/settings/source-config'
import { yardsticksOf } from './score/scores'
import { seasonalPeriod } from './score/seasonal-period'
import { scoredSeries } from './scored-series'
import { type PreparedSeries, prepareSeries } from './windows/prepared'
import { trainingWindows } from './windows/series-windows'

/** Everything that is computed from a series on its way to a prediction; a test puts a leaking one in its place. */
export type Pipeline = {
  /** What becomes of the series as it was read, before anything else. */
  readonly resample: (series: Series) => Series
  readonly prepare: typeof prepareSeries
  readonly windows: typeof trainingWindows
  readonly season: typeof seasonalPeriod
  readonly rivals: typeof yardsticksOf
  /** Predictions by input row, NaN where there is none: [row, output]; null where no network is asked. */
  readonly predict: ((prepared: PreparedSeries) => Float32Array) | null
}

/** What a run goes through. */
export const PIPELINE: Pipeline = {
  resample: (series) => series,
  prepare: prepareSeries,
  windows: trainingWindows,
  season: seasonalPeriod,
  rivals: yardsticksOf,
  predict: null,
}

/** Windows that are compared, evenly spread: all where there are no more. */
const WINDOWS = 200
/** Seed of the noise; any does. */
const NOISE = 20_231

/**
 * Looks for leaks by their effect: everything from some row on is replaced by noise, all is computed again, and what comes
 * before that row has to be the same to the last bit. The rows are the end of the training part, for which scaling and
 * rivals are fitted, and others after it.
 *
 * @returns the first leak on each path; none for a series that is computed as it should be
 */
export function findLeaks(
  series: Series,
  source: SeriesSource,
  config: RunConfig,
  pipeline: Pipeline = PIPELINE,
): readonly Leak[] {
  const honest = computed(series, source, config, pipeline)
  const found = new Map<Leak['path'], Leak>()
  for (const cut of cutsOf(honest.prepared)) {
    const noisy = withNoise(series, rowAt(series, honest.resampled, cut))
    const other = computed(noisy, source, config, pipeline)
    for (const leak of differences(honest, other, cut)) if (!found.has(leak.path)) found.set(leak.path, leak)
  }
  return [...found.values()]
}

/** The rows from which on there is noise: the first after the training part, and three more. */
export function cutsOf({ parts, rows }: Pick<PreparedSeries, 'parts' | 'rows'>): readonly number[] {
  const { validation, test } = parts
  const middle = ({ from, to }: typeof test) => Math.floor((from + to) / 2)
  const cuts = [validation.from, middle(validation), test.from, middle(test)]
  return [...new Set(cuts)].filter((cut) => cut > 0 && cut < rows)
}

type Computed = ReturnType<typeof computed>

function computed(series: Series, source: SeriesSource, config: RunConfig, pipeline: Pipeline) {
  const resampled = pipeline.resample(series)
  const prepared = pipeline.prepare(resampled, source, config.data)
  const scored = scoredSeries(prepared, source, config.data)
  const [from, to] = scored.parts.train
  const seasons = scored.targets.map(({ values }) => pipeline.season(values.subarray(from, to)))
  return {
    resampled,
    prepared,
    seasons,
    windows: pipeline.windows(prepared, config),
    rivals: pipeline.rivals(scored, seasons),
    predictions: pipeline.predict?.(prepared) ?? null,
  }
}

function* differences(honest: Computed, other: Computed, cut: number): Generator<Leak> {
  const at = (path: Leak['path'], row: number | null): Leak => ({ path, cut, row })
  for (const [index, { values }] of honest.resampled.columns.entries()) {
    const row = firstDifference(values, other.resampled.columns[index]?.values ?? values, cut)
    if (row !== null) yield at('resampling', row)
  }
  if (JSON.stringify(honest.prepared.scalers) !== JSON.stringify(other.prepared.scalers))
    yield at('scaling', null)
  for (const name of ['inputs', 'targets'] as const) {
    const width = honest.prepared.raw[name].length
    const place = firstDifference(honest.prepared[name], other.prepared[name], cut * width)
    if (place !== null) yield at('scaling', Math.floor(place / width))
  }
  const { count } = honest.windows
  if (count !== other.windows.count) yield at('windows', null)
  else
    for (let i = 0; i < Math.min(count, WINDOWS); i += 1) {
      const position = Math.floor((i * count) / Math.min(count, WINDOWS))
      const [a, b] = [honest.windows.at(position), other.windows.at(position)]
      const same =
        a.start === b.start &&
        [a.inputs, a.targets].every((numbers, index) => {
          const theirs = index === 0 ? b.inputs : b.targets
          return firstDifference(numbers, theirs, numbers.length) === null
        })
      if (!same) yield at('windows', a.start)
    }
  if (honest.seasons.join() !== other.seasons.join()) yield at('season', null)
  for (const [output, { rivals }] of honest.rivals.entries())
    for (const [index, rival] of rivals.entries()) {
      const theirs = other.rivals[output]?.rivals[index]
      if (!rival.available || !theirs?.available) {
        if (rival.available !== theirs?.available) yield at('rivals', null)
        continue
      }
      const row = firstDifference(rival.predict([0, cut]), theirs.predict([0, cut]), cut)
      if (row !== null) yield at('rivals', row)
    }
  if (honest.predictions && other.predictions) {
    const outputs = honest.prepared.raw.targets.length
    const place = firstDifference(honest.predictions, other.predictions, cut * outputs)
    if (place !== null) yield at('predictions', Math.floor(place / outputs))
  }
}

type Numbers = Float64Array | Float32Array

/** The first place before `end` at which two rows of numbers differ; two that are no numbers do not. */
function firstDifference(a: Numbers, b: Numbers, end: number): number | null {
  for (let place = 0; place < end; place += 1) if (!Object.is(a[place], b[place])) return place
  return null
}

/** The first row of a series that is later than the row before a row of what it became, which may be at other times. */
function rowAt({ times }: Series, became: Series, row: number): number {
  if (times.kind === 'rows' || became.times.kind === 'rows' || times === became.times) return row
  const time = became.times.values[row - 1] as number
  const found = times.values.findIndex((each) => each > time)
  return found === -1 ? times.values.length : found
}

/** The series with noise in every column from a row on, and nothing missing there: of its own size, and far beyond it. */
function withNoise({ times, columns }: Series, cut: number): Series {
  return {
    times,
    columns: columns.map(({ name, values }, index) => {
      let size = 1
      for (const value of values) size = Math.max(size, Math.abs(value) || 0)
      const noise = values.slice()
      for (let row = cut; row < noise.length; row += 1)
        noise[row] = size * (countedDraw(NOISE + index, row, 1_000_000) / 50_000 - 10)
      return { name, values: noise }
    }),
  }
}
