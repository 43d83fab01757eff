import type { OpenedTable } from '@contract/data/opened-table'
import type { TableChoices, ThousandsMark } from '@contract/data/table/table-choices'
import { choicesOf, type TableGuesses, type TablePreview } from '@contract/data/table/table-preview'

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

/** A table on its way to a series: how it is to be read, and which questions about it have an answer. */
export type TableDraft = {
  readonly table: OpenedTable
  readonly choices: TableChoices
  readonly answered: readonly GuessName[]
  readonly preview: TablePreview
}

/** The draft of a table that has just been opened: everything as it was guessed. */
export function tableDraftOf(table: OpenedTable): TableDraft {
  const { guesses, preview } = table.guess
  return { table, choices: choicesOf(guesses), answered: [], preview }
}

/** Whether one question is asked about both marks of numbers: what 1,234 is. */
function asksOfBothMarks({ table }: TableDraft): boolean {
  const { decimal, thousands } = table.guess.guesses
  return !decimal.sure && !thousands.sure
}

/** The guesses that a person is asked about, answered or not, in the order of asking. */
export function questionsOf(draft: TableDraft): GuessName[] {
  const { guesses } = draft.table.guess
  const unsure = ORDER.filter((name) => !guesses[name].sure)
  return asksOfBothMarks(draft) ? unsure.filter((name) => name !== 'thousands') : unsure
}

/** The questions that still wait for an answer. */
export function openQuestions(draft: TableDraft): GuessName[] {
  return questionsOf(draft).filter((name) => !draft.answered.includes(name))
}

/** The draft after a person has chosen: what is chosen, be it the guess itself, is answered. */
export function withChoice(draft: TableDraft, change: Partial<TableChoices>): TableDraft {
  const whole = { ...draft.choices, ...consequences(draft, change), ...change }
  return {
    ...draft,
    choices: whole,
    answered: [...new Set([...draft.answered, ...ORDER.filter((name) => name in change)])],
  }
}

/** What one choice says of others: they can be chosen otherwise afterwards. */
function consequences(
  draft: TableDraft,
  { decimal, delimiter }: Partial<TableChoices>,
): Partial<TableChoices> {
  const { guesses } = draft.table.guess
  if (delimiter !== undefined && delimiter !== draft.choices.delimiter) {
    const isOneNumber = delimiter !== ',' && asksOneOrTwo(guesses.delimiter)
    // Other cells make other columns: none of them is known to be the time.
    return { time: null, ...(isOneNumber && { decimal: ',', thousands: null }) }
  }
  if (decimal === undefined) return {}
  // The mark that is no decimal one groups thousands; beside sure numbers, no mark is both.
  const mark = asksOfBothMarks(draft) ? groupMark(guesses.thousands) : draft.choices.thousands
  return { thousands: mark === decimal ? null : mark }
}

/** Whether it is asked if 1,5 is two numbers or one. */
export function asksOneOrTwo(guess: TableGuesses['delimiter']): boolean {
  return !guess.sure && guess.question.id === 'tableGuess.oneNumberOrTwo'
}

/** The mark that may group thousands, by a guess that leaves it open. */
export function groupMark(guess: TableGuesses['thousands']): ThousandsMark {
  if (guess.sure) return guess.value
  return [guess.value, ...guess.others].find((mark) => mark !== null) ?? null
}
