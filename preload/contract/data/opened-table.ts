import type { Text } from '../language/text'
import { text } from '../language/texts'
import type { SeriesOrigin } from '../settings/source-config'
import type { TableGuess } from './table/table-preview'

/** A table that a person has opened; how it is read is still open. There is one at a time, the newest. */
export type OpenedTable = {
  /** The file's name without its folder; null for a table that was pasted. */
  readonly name: string | null
  readonly bytes: number
  readonly guess: TableGuess
}

/** The most characters that can be pasted. */
export const MAX_PASTED = 50_000_000

/** Endings of files that are tables. */
export const TABLE_ENDINGS: readonly string[] = ['.csv', '.tsv', '.tab', '.txt', '.dat']

/** Whether a file's name says that it is a table. @param name base name of a file */
export function isTableName(name: string): boolean {
  return TABLE_ENDINGS.some((ending) => name.toLowerCase().endsWith(ending))
}

/** What a file holds, by its name or by a look into it. */
export type FileContent = 'weights' | 'table' | 'project'

/** The names of series that come from no file, in every language: no file's name has a slash. */
export const PASTED_NAME = '/pasted'
export const DRAWN_NAME = '/drawn'

/** What a person knows a series' origin by, where it is none of those that the app makes. */
export function tableLabel({ name }: Extract<SeriesOrigin, { kind: 'table' }>): Text {
  if (name === PASTED_NAME) return text('source.pasted')
  return name === DRAWN_NAME ? text('source.drawn') : text('source.named', { name })
}

/** That a series is not to be had any more, and what to do. */
export function goneText({ name }: Extract<SeriesOrigin, { kind: 'table' }>): Text {
  if (name === PASTED_NAME) return text('source.pastedGone')
  return name === DRAWN_NAME ? text('source.drawnGone') : text('source.notThere', { name })
}
