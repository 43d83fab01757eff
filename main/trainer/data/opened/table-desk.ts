import { DRAWN_NAME, type OpenedTable } from '@contract/data/opened-table'
import type { OnIrregular, ReadSeries, TableReading } from '@contract/data/read-series'
import type { Series } from '@contract/data/series'
import type { TableChoices } from '@contract/data/table/table-choices'
import type { TableGuess } from '@contract/data/table/table-preview'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { Shelf } from '../shelf/shelf'
import { lookAtPasted } from '../table/paste-table'
import { lookAtFile } from '../table/read-table'
import { sha256Of } from '../table/series-file'
import { type OpenedSeries, openedSeries } from './opened-series'
import type { SeriesReader, TablePlace } from './read-series'

/** Where one table at a time lies opened, on its way to become a series on the shelf. None of it touches a run. */
export type TableDesk = {
  readonly open: (path: string) => Promise<Result<OpenedTable>>
  readonly paste: (pasted: string) => Result<OpenedTable>
  /** Looks at the opened table again, with what a person has said of it. */
  readonly guess: (told: Partial<TableChoices>) => Promise<Result<TableGuess>>
  /** Null when it was called off. */
  readonly read: (choices: TableChoices, onIrregular: OnIrregular) => Promise<Result<ReadSeries | null>>
  readonly cancel: () => void
  readonly draw: (values: Float64Array) => Promise<Result<ReadSeries>>
}

/** @param tell hears how far a reading is, at most ten times a second, and null at its end */
export function createTableDesk(
  readSeries: SeriesReader,
  shelf: Pick<Shelf, 'put'>,
  tell: (reading: TableReading | null) => void,
): TableDesk {
  let opened: TablePlace | null = null
  let reading: AbortController | null = null

  /** A table that could be looked at is the opened one: what was read of the one before is not asked for any more. */
  function lay(place: TablePlace, looked: Result<OpenedTable>): Result<OpenedTable> {
    if (!looked.ok) return looked
    reading?.abort()
    opened = place
    return looked
  }

  async function read(order: Parameters<SeriesReader>[0]): Promise<Result<OpenedSeries> | null> {
    reading?.abort()
    const own = new AbortController()
    reading = own
    let told = false
    const found = await readSeries(order, {
      signal: own.signal,
      progress: ({ rows, bytes, ofBytes }) => {
        if (own.signal.aborted) return
        told = true
        tell({ rows, bytes, of: ofBytes })
      },
    })
    if (told && reading === own) tell(null)
    // One that was read to its end in the same instant is called off no less.
    return own.signal.aborted ? null : found
  }

  async function shelve({ series, read: summary }: OpenedSeries): Promise<Result<ReadSeries>> {
    const unkept = await shelf.put(summary.origin, series)
    return ok(unkept ? { ...summary, notes: [...summary.notes, unkept] } : summary)
  }

  return {
    open: async (path) => lay({ kind: 'file', path }, await lookAtFile(path)),
    paste: (pasted) => {
      const bytes = new TextEncoder().encode(pasted)
      return lay({ kind: 'pasted', bytes }, lookAtPasted(bytes))
    },
    guess: async (told) => {
      if (!opened) return nothingOpened()
      const looked =
        opened.kind === 'file' ? await lookAtFile(opened.path, told) : lookAtPasted(opened.bytes, told)
      return looked.ok ? ok(looked.value.guess) : looked
    },
    read: async (choices, onIrregular) => {
      if (!opened) return nothingOpened()
      const found = await read({ place: opened, choices, onIrregular })
      if (found === null) return ok(null)
      return found.ok ? shelve(found.value) : found
    },
    cancel: () => reading?.abort(),
    draw: async (values) => {
      const series: Series = { times: { kind: 'rows' }, columns: [{ name: 'y', values }] }
      const drawn = openedSeries(
        { series, sha256: sha256Of(series), lost: [], notes: [] },
        DRAWN_NAME,
        'keep',
      )
      return drawn.ok ? shelve(drawn.value) : drawn
    },
  }
}

function nothingOpened(): Result<never> {
  return fail('file-unreadable', text('source.noTable'))
}
