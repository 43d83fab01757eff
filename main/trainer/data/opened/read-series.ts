import { basename } from 'node:path'
import { PASTED_NAME } from '@contract/data/opened-table'
import type { OnIrregular } from '@contract/data/read-series'
import type { TableChoices } from '@contract/data/table/table-choices'
import type { TableRead } from '@contract/data/table/table-read'
import type { Result } from '@contract/result'
import { readPasted } from '../table/paste-table'
import { type ReadingOptions, readTable } from '../table/read-table'
import { type OpenedSeries, openedSeries } from './opened-series'

/** Where a table is: in a file, or in the bytes that were pasted, in UTF-8. */
export type TablePlace =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'pasted'; readonly bytes: Uint8Array }

/** What is to be read, and how. */
export type ReadingOrder = {
  readonly place: TablePlace
  readonly choices: TableChoices
  readonly onIrregular: OnIrregular
}

/** Reads a table to its end, as `readTable` does, into a series that can be learned. Null when it was called off. */
export type SeriesReader = (
  order: ReadingOrder,
  options?: ReadingOptions,
) => Promise<Result<OpenedSeries> | null>

/** The name of a place, as a series' origin has it. */
export function nameOfPlace(place: TablePlace): string {
  return place.kind === 'file' ? basename(place.path) : PASTED_NAME
}

/** Reads where it is called: for a thread, or a process that has nothing else to do. */
export const readSeriesInPlace: SeriesReader = async ({ place, choices, onIrregular }, options) => {
  const read = await tableIn(place, choices, options)
  return read?.ok ? openedSeries(read.value, nameOfPlace(place), onIrregular) : read
}

async function tableIn(
  place: TablePlace,
  choices: TableChoices,
  options?: ReadingOptions,
): Promise<Result<TableRead> | null> {
  if (place.kind === 'file') return readTable(place.path, choices, options)
  return readPasted(place.bytes, choices)
}
