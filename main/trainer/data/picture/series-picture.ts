import { axisTimesOf } from '@contract/data/axis-times'
import type { Series } from '@contract/data/series'
import {
  type ColumnPicture,
  MAX_BUCKETS,
  type SeriesPicture,
  type TargetPicture,
} from '@contract/data/series-picture'
import type { DataConfig } from '@contract/settings/run-config'
import type { SeriesSource } from '@contract/settings/source-config'
import { autocorrelation } from '../score/autocorrelation'
import { seasonalPeriod } from '../score/seasonal-period'
import { type MeasuredSeries, measureSeries } from '../windows/prepared'
import { windowStarts } from '../windows/window-starts'
import { envelopeOf } from './envelope'
import { lostPairs } from './lost-pairs'
import { gapsTold } from './near-picture'
import { seenRanges } from './seen-ranges'

/** The least number of lags of an autocorrelation, and windows that one goes over. */
const LEAST_LAGS = 100
const WINDOWS_OF_LAGS = 3

/** Rows that say enough of how a target is like itself, the newest of the training part: of millions it would take seconds. */
const MOST_ROWS = 400_000

/**
 * What a series looks like under these settings, made in pieces: nothing else waits for longer than one of them.
 *
 * @param series has all columns of the source: who asks has looked
 * @param leak what was found of leaks
 * @param turn ends when all that waits has had its turn
 */
export async function pictureOf(
  series: Series,
  source: SeriesSource,
  data: DataConfig,
  leak: SeriesPicture['leak'],
  turn: () => Promise<void>,
): Promise<SeriesPicture> {
  const measured = measureSeries(series, source, data)
  const { raw, rows, parts, gaps, stretches } = measured
  await turn()
  const columns: ColumnPicture[] = []
  for (const column of columnsOf(source, measured)) {
    const { values, ...told } = column
    columns.push({ ...told, ...envelopeOf(values), seen: seenRanges(values, parts.train) })
    await turn()
  }
  const targets: TargetPicture[] = []
  for (const [index, name] of source.targets.entries()) {
    const all = raw.targets[index] as Float64Array
    const { from, to } = parts.train
    const by = { from: Math.max(from, to - MOST_ROWS), to }
    const values = all.subarray(by.from, by.to)
    const lags = Math.max(WINDOWS_OF_LAGS * data.window, LEAST_LAGS)
    const found = autocorrelation(values, lags)
    await turn()
    targets.push({ name, by, autocorrelation: found, season: seasonalPeriod(values) })
    await turn()
  }
  return {
    rows,
    times: axisTimesOf(series.times),
    columns,
    targets,
    parts,
    gaps: { count: gaps.length, rows: gapsTold(gaps, { from: 0, to: rows }, MAX_BUCKETS) },
    windows: {
      consecutive: windowStarts(stretches.train, data.window, data.stride).count,
      random: windowStarts(stretches.train, data.window, 1).count,
    },
    ...lostPairs(measured, data.window),
    leak,
  }
}

/** Each column once, with the numbers that it is drawn from. */
function columnsOf({ inputs, targets }: SeriesSource, { raw, scalers }: MeasuredSeries) {
  const ofInputs = inputs.map((name, i) => ({
    name,
    isInput: true,
    isTarget: targets.includes(name),
    values: raw.inputs[i] as Float64Array,
    scaler: scalers.inputs[i] as ColumnPicture['scaler'],
  }))
  const others = targets.flatMap((name, i) =>
    inputs.includes(name)
      ? []
      : {
          name,
          isInput: false,
          isTarget: true,
          values: raw.targets[i] as Float64Array,
          scaler: scalers.targets[i] as ColumnPicture['scaler'],
        },
  )
  return [...ofInputs, ...others]
}
