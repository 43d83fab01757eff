import { goneText, tableLabel } from '@contract/data/opened-table'
import type { Series } from '@contract/data/series'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { SeriesOrigin } from '@contract/settings/source-config'
import { findMade } from '../find-made'
import type { FindSeries } from '../source/source'
import { openSeriesFolder } from './series-folder'

type TableOrigin = Extract<SeriesOrigin, { kind: 'table' }>

/** Where the series of runs stand: those that the app makes, and those that a person opened, by their hashes. */
export type Shelf = {
  readonly find: FindSeries
  /** Takes a series in. @returns why it cannot be found again tomorrow, in a sentence; null when it can */
  readonly put: (origin: TableOrigin, series: Series) => Promise<Text | null>
  /** Sees to it that the series of a run that was opened is on disk; answers as `put` does. */
  readonly keep: (origin: SeriesOrigin) => Promise<Text | null>
}

/**
 * In memory it has the series that was asked for last, and those that the disk did not take; all others are in the folder.
 *
 * @param path of the folder; null where nothing is to be kept: then every series stays in memory
 */
export function createShelf(path: string | null): Shelf {
  const folder = path === null ? null : openSeriesFolder(path)
  const unkept = new Map<string, Series>()
  let latest: { readonly sha256: string; readonly series: Series } | null = null

  function inMemory(sha256: string): Series | null {
    return latest?.sha256 === sha256 ? latest.series : (unkept.get(sha256) ?? null)
  }

  function find(origin: TableOrigin): Result<Series> {
    const { sha256 } = origin
    const here = inMemory(sha256)
    if (here) return ok(here)
    const found = folder?.read(sha256) ?? null
    if (!found) return fail('file-unreadable', goneText(origin))
    if (found.ok) latest = { sha256, series: found.value }
    return found
  }

  async function write(origin: TableOrigin, series: Series): Promise<Text | null> {
    const { sha256 } = origin
    unkept.set(sha256, series)
    if (!folder) return null
    const why = await folder.write(sha256, series)
    if (why) return text('source.notKept', { what: tableLabel(origin), why })
    unkept.delete(sha256)
    return null
  }

  return {
    find: (origin, dataSeed) => (origin.kind === 'table' ? find(origin) : findMade(origin, dataSeed)),
    put: async (origin, series) => {
      latest = { sha256: origin.sha256, series }
      return write(origin, series)
    },
    keep: async (origin) => {
      if (origin.kind !== 'table' || !folder || folder.has(origin.sha256)) return null
      const series = inMemory(origin.sha256)
      return series ? write(origin, series) : null
    },
  }
}
