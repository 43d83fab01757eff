import { basename } from 'node:path'
import type { Series } from '@contract/data/series'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import { intervals } from '../../trainer/data/table/intervals'
import { lookAtFile, readTable } from '../../trainer/data/table/read-table'
import { resampled } from '../../trainer/data/table/resampled'
import { sha256Of } from '../../trainer/data/table/series-file'
import { withIntervals } from '../../trainer/data/table/with-intervals'
import { EXIT } from '../base/exit-code'
import type { Terminal } from '../base/terminal'
import type { Irregular, TableOption } from './table-options'
import { choicesFor } from './table-questions'

/** A table that was read. */
export type OpenTable = {
  readonly name: string
  /** As its rows have it. */
  readonly asRead: Series
  /** As it is learned: where its times are not even, as the person wants these. */
  readonly series: Series
  /** Of what is learned. */
  readonly sha256: string
}

/** Name of the column that says how long each row is after the one before it. */
const INTERVAL = 'interval'

/**
 * Reads a whole table, tells what a person should know of it, and shows how far it is. What the table leaves open is
 * refused with a question; when the person ends it, no more is read.
 *
 * @returns the table, or the exit code of the process
 */
export async function openTable(option: TableOption, terminal: Terminal): Promise<OpenTable | number> {
  const path = terminal.pathOf(option.file)
  const name = basename(path)
  const refuse = (why: Text) => {
    terminal.warn(why)
    return EXIT.refused
  }
  const looked = await lookAtFile(path, option.told)
  if (!looked.ok) return refuse(looked.error.text)
  const choices = choicesFor(looked.value.guess, option)
  if (!choices.ok) return refuse(choices.error.text)
  const reading = new AbortController()
  let stoppedBy: number = EXIT.done
  const callOff = terminal.onStop((exitCode) => {
    stoppedBy = exitCode
    reading.abort()
  })
  let percentShown = -1
  const read = await readTable(path, choices.value, {
    signal: reading.signal,
    progress: ({ rows, bytes, ofBytes }) => {
      const percent = Math.floor((100 * bytes) / ofBytes)
      if (percent === percentShown) return
      percentShown = percent
      terminal.progress(text('tableOptions.reading', { name, percent, rows }))
    },
  })
  terminal.progress(null)
  callOff()
  if (read === null || reading.signal.aborted) return stoppedBy
  if (!read.ok) return refuse(read.error.text)
  const { series: asRead, lost, textColumns, notes } = read.value
  for (const note of notes) terminal.warn(note)
  if (textColumns.length > 0) terminal.warn(text('tableOptions.textColumns', { names: textColumns }))
  for (const { rows, why, lines } of lost) terminal.warn(text('tableOptions.lost', { rows, why, lines }))
  const told = irregularity(asRead)
  if (told && !option.toldIrregular) terminal.warn(told)
  const series = arranged(asRead, option.irregular)
  if (!series.ok) return refuse(series.error.text)
  return { name, asRead, series: series.value, sha256: sha256Of(series.value) }
}

/** A series whose times are not even, as the person wants these. */
function arranged(series: Series, irregular: Irregular): Result<Series> {
  switch (irregular) {
    case 'keep':
      return ok(series)
    case 'resample':
      return resampled(series)
    case 'intervals':
      return ok(withIntervals(series, INTERVAL))
  }
}

function irregularity({ times }: Series): Text | null {
  const found = intervals(times)
  if (found.kind !== 'irregular') return null
  return text('tableOptions.irregular', { percent: Math.ceil(100 * found.offShare), after: found.after + 1 })
}
