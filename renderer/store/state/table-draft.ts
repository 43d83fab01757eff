import type { OpenedTable } from '@contract/data/opened-table'
import type { TableChoices } from '@contract/data/table/table-choices'
import { asksOfBothMarks, type TableGuess, type TableGuesses } from '@contract/data/table/table-preview'

/** A guess about a table, by the choice that it is for. */
export type GuessName = keyof TableGuesses

/** What is asked first: letters make cells, cells make numbers, and numbers make times. */
const ORDER: readonly GuessName[] = [
  'encoding',
  'delimiter',
  'decimal',
  'thousands',
  'header',
  'time',
  'missing',
]

/** A table on its way to a series: how it is to be read, and what of it a person has said. */
export type TableDraft = {
  /** With the newest guess. */
  readonly table: OpenedTable
  readonly choices: TableChoices
  /** What was set by hand, or answered; all else is guessed. */
  readonly told: Partial<TableChoices>
}

/** The draft of a table that has just been opened: everything as it was guessed. */
export function tableDraftOf(table: OpenedTable): TableDraft {
  return { table, choices: table.guess.choices, told: {} }
}

/** The draft of a table that was looked at again. */
export function withGuess(draft: TableDraft, guess: TableGuess): TableDraft {
  return { ...draft, table: { ...draft.table, guess }, choices: guess.choices }
}

/** The guesses that a person is asked about, answered or not, in the order of asking. */
export function questionsOf({ table }: TableDraft): GuessName[] {
  const { guesses } = table.guess
  const unsure = ORDER.filter((name) => !guesses[name].sure)
  return asksOfBothMarks(guesses) ? unsure.filter((name) => name !== 'thousands') : unsure
}

/** The questions that still wait for an answer. */
export function openQuestions(draft: TableDraft): GuessName[] {
  return questionsOf(draft).filter((name) => draft.told[name] === undefined)
}

/** The draft after a person has chosen: what is chosen, be it the guess itself, stays until they choose otherwise. */
export function withChoice(draft: TableDraft, change: Partial<TableChoices>): TableDraft {
  const told = { ...draft.told, ...change }
  // Other cells make other columns: the one that was said to be the time is none of them.
  const isOtherCells = change.delimiter !== undefined && change.delimiter !== draft.choices.delimiter
  if (isOtherCells && told.time) delete told.time
  // No mark is both: what was said last holds.
  if (told.decimal !== undefined && told.decimal === told.thousands)
    delete told[change.thousands === undefined ? 'thousands' : 'decimal']
  return { ...draft, told, choices: { ...draft.choices, ...told, ...(isOtherCells && { time: null }) } }
}
