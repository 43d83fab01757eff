import { join } from 'node:path'
import { MAX_ROWS, type Series } from '@contract/data/series'
import { MAX_NUMBERS } from '@contract/data/table/table-read'
import type { Text } from '@contract/language/text'
import type { Result } from '@contract/result'
import { writeDurably } from '../../../disk/own-file'
import { isThere } from '../../../disk/own-folder'
import { readOwnFileSync } from '../../../disk/read-own-file'
import { explain, isSystemError } from '../../../disk/system-error'
import { decodeSeries, encodeSeries } from '../table/series-file'

/** More than any series' file has: the numbers of a table, its times, and its names. */
const MOST_BYTES = 8 * (MAX_NUMBERS + MAX_ROWS) + 2 ** 26

/** Series on disk, each in a file under its hash. */
export type SeriesFolder = {
  readonly has: (sha256: string) => boolean
  /** Null where there is none. Fails where it is damaged, or is another series. */
  readonly read: (sha256: string) => Result<Series> | null
  /** @returns why it is not there, as the end of a sentence; null when it is */
  readonly write: (sha256: string, series: Series) => Promise<Text | null>
}

/** @param folder is made with the first series */
export function openSeriesFolder(folder: string): SeriesFolder {
  const pathOf = (sha256: string) => join(folder, `${sha256}.series`)
  const has = (sha256: string) => {
    try {
      return isThere(pathOf(sha256))
    } catch (error) {
      if (!isSystemError(error)) throw error
      return false
    }
  }
  return {
    has,
    read: (sha256) => {
      const found = readOwnFileSync(pathOf(sha256), MOST_BYTES)
      if (found.kind === 'missing') return null
      const series = found.kind === 'read' ? decodeSeries(found.bytes) : decodeSeries(new Uint8Array())
      // The hash at its end stands for all of it.
      const isIt = found.kind === 'read' && Buffer.from(found.bytes.subarray(-32)).toString('hex') === sha256
      return series.ok && !isIt ? decodeSeries(new Uint8Array()) : series
    },
    write: async (sha256, series) => {
      try {
        await writeDurably(pathOf(sha256), encodeSeries(series, sha256))
        return null
      } catch (error) {
        if (!isSystemError(error)) throw error
        return explain(error.code)
      }
    },
  }
}
