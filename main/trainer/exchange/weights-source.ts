import { tableLabel } from '@contract/data/opened-table'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import { sizesOf } from '@contract/settings/source-config'
import type { FindSeries } from '../data/source/source'

/**
 * The settings of loaded weights with a series that is there: their own, or else that of the present run, where it has
 * all of their columns. Fails with `file-unreadable` where there is neither.
 *
 * @param name of the file, for the sentence
 */
export function withSeriesThere(
  name: string,
  config: RunConfig,
  present: RunConfig | null,
  find: FindSeries,
): Result<RunConfig> {
  const { data } = config
  const { source } = data
  if (source.kind === 'lesson') return ok(config)
  const { origin, inputs, targets } = source
  const own = find(origin, data.dataSeed)
  // What the app makes by itself is always there.
  if (own.ok || origin.kind === 'made') return ok(config)
  const other = present?.data.source
  if (present && other?.kind === 'series') {
    const { dataSeed } = present.data
    const series = find(other.origin, dataSeed)
    const names = new Set(series.ok ? series.value.columns.map((column) => column.name) : [])
    if ([...inputs, ...targets].every((column) => names.has(column)))
      return ok({ ...config, data: { ...data, dataSeed, source: { ...source, origin: other.origin } } })
  }
  return fail(
    'file-unreadable',
    text('exchange.seriesNotThere', {
      name,
      series: tableLabel(origin),
      ...sizesOf(source),
      columns: inputs,
    }),
  )
}
