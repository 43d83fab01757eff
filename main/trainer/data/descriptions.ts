import type { PartRange } from '@contract/data/parts'
import type { Series } from '@contract/data/series'
import type { NearPicture, SeriesPicture } from '@contract/data/series-picture'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { DataConfig, RunConfig } from '@contract/settings/run-config'
import type { SeriesSource } from '@contract/settings/source-config'
import { leakReport } from './leak-alarm'
import { seriesOf } from './open-source'
import { nearPictureOf } from './picture/near-picture'
import { pictureOf } from './picture/series-picture'
import type { FindSeries } from './source/source'

/** What the data of some settings look like; worked out in slices, so that training goes on. */
export type Descriptions = {
  /** The whole series. Fails where there is none, or it has not the columns. */
  readonly describeSeries: (data: DataConfig) => Promise<Result<SeriesPicture>>
  /** Some of its rows, near. */
  readonly describeRows: (
    data: DataConfig,
    rows: PartRange,
    columns: readonly string[],
  ) => Promise<Result<NearPicture>>
}

/** @param config of the run that a leak is looked for in */
export function createDescriptions(find: FindSeries, config: () => RunConfig): Descriptions {
  /** What these settings learn from; the lesson has no series. */
  function described(data: DataConfig): Result<{ readonly source: SeriesSource; readonly series: Series }> {
    const { source } = data
    if (source.kind === 'lesson') return fail('invalid-setting', text('source.lessonHasNone'))
    const series = seriesOf(source, data, find)
    return series.ok ? ok({ source, series: series.value }) : series
  }

  return {
    describeSeries: async (data) => {
      const found = described(data)
      if (!found.ok) return found
      const { series, source } = found.value
      const leak = leakReport(series, { ...config(), data })
      return ok(await pictureOf(series, source, data, leak, turn))
    },
    describeRows: async (data, { from, to }, columns) => {
      const found = described(data)
      if (!found.ok) return found
      const { series } = found.value
      const rows = series.columns[0]?.values.length ?? 0
      const range = { from: Math.min(from, rows), to: Math.min(to, rows) }
      return ok(await nearPictureOf(series, range, columns, turn))
    },
  }
}

/** Lets whatever waits have its turn: a pause, the next updates. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
