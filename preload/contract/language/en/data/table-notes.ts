import { counted, nounFor } from '../../english'
import type { Words } from '../../words'

type Names = { names: readonly string[] }

/** `Column "a" has` or `Columns "a" and "b" have`. */
function columnsHave(names: readonly string[], words: Words): string {
  return `${nounFor(names.length, 'Column')} ${words.quotedList(names)} ${nounFor(names.length, 'has', 'have')}`
}

/** What a person should know of a table that was read. */
export const tableNotes = {
  'tableNotes.repeated': ({ names }: Names, words: Words) =>
    `${words.quotedList(names)} ${nounFor(names.length, 'names', 'name')} more than one column; the later ones have a number behind the name.`,
  'tableNotes.empty': ({ names }: Names, words: Words) =>
    `${columnsHave(names, words)} nothing but missing values and ${nounFor(names.length, 'is', 'are')} not used.`,
  'tableNotes.constant': ({ names }: Names, words: Words) =>
    `${columnsHave(names, words)} the same value in every row.`,
  'tableNotes.resampled': ({ rows, before }: { rows: number; before: number }, words: Words) =>
    `The values stand at regular times now: ${counted(rows, 'time step')} instead of ${words.number(before)}.`,
  'tableNotes.intervals': ({ column }: { column: string }, words: Words) =>
    `Column ${words.quote(column)} says how much later each time step is than the one before.`,
  'tableNotes.utc': ({ column }: { column: string }, words: Words) =>
    `The times of column ${words.quote(column)} name no time zone and are taken for UTC.`,
}
