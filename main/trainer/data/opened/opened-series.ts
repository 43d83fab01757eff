import { axisTimesOf } from '@contract/data/axis-times'
import type { OnIrregular, ReadSeries } from '@contract/data/read-series'
import type { Series } from '@contract/data/series'
import type { TableRead } from '@contract/data/table/table-read'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import { intervals } from '../table/intervals'
import { resampled } from '../table/resampled'
import { sha256Of } from '../table/series-file'
import { withIntervals } from '../table/with-intervals'
import { columnSummary } from './column-summary'
import { windowless } from './windowless'

/** A series that a person opened, and what they must know of it. */
export type OpenedSeries = { readonly series: Series; readonly read: ReadSeries }

/** What the column of intervals is called, in every language: a name is part of a series' hash. */
const INTERVALS = 'interval'

/**
 * The series of a table that was read, its irregular times dealt with as a person chose.
 *
 * Fails where it would get too long by regular times.
 *
 * @param name of the file, or of what stands for one
 */
export function openedSeries(
  { series, sha256, lost, notes }: Pick<TableRead, 'series' | 'sha256' | 'lost' | 'notes'>,
  name: string,
  onIrregular: OnIrregular,
): Result<OpenedSeries> {
  const found = intervals(series.times)
  if (found.kind !== 'irregular' || onIrregular === 'keep') {
    const irregular = found.kind === 'irregular' ? found : null
    return ok(summed(series, sha256, { name, lost, notes, irregular }))
  }
  const made = onIrregular === 'resample' ? resampled(series) : ok(withIntervals(series, INTERVALS))
  if (!made.ok) return made
  const other = made.value
  const note =
    onIrregular === 'resample'
      ? text('tableNotes.resampled', { rows: rowsOf(other), before: rowsOf(series) })
      : text('tableNotes.intervals', { column: other.columns.at(-1)?.name ?? INTERVALS })
  return ok(summed(other, sha256Of(other), { name, lost, notes: [...notes, note], irregular: null }))
}

function summed(
  series: Series,
  sha256: string,
  {
    name,
    ...told
  }: { readonly name: string; readonly notes: readonly Text[] } & Pick<ReadSeries, 'lost' | 'irregular'>,
): OpenedSeries {
  const read: ReadSeries = {
    origin: { kind: 'table', name, sha256 },
    rows: rowsOf(series),
    columns: series.columns.map(columnSummary),
    windowless: windowless(series),
    times: axisTimesOf(series.times),
    ...told,
  }
  return { series, read }
}

function rowsOf({ columns }: Series): number {
  return columns[0]?.values.length ?? 0
}
