import type { TableChoices, TimeColumn, TimeFormat } from '@contract/data/table/table-choices'
import { MISSING_MARKS, TIME_FORMATS } from '@contract/data/table/table-choices'
import {
  asksOfBothMarks,
  type Guess,
  type TableGuess,
  type TableGuesses,
} from '@contract/data/table/table-preview'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { MARK_NAMES, type TableOption } from './table-options'

type Asked = Exclude<keyof TableGuesses, 'time'>

/** In the order in which the answers depend on each other. */
const ASKED: readonly Asked[] = ['encoding', 'delimiter', 'decimal', 'thousands', 'header', 'missing']

/**
 * How a table is read: by what was told, and else by what the table itself tells for sure. What it leaves open is refused
 * with the question, and the options that answer it.
 */
export function choicesFor(
  { guesses, choices, preview }: TableGuess,
  { told, time, timeFormat }: TableOption,
): Result<TableChoices> {
  for (const name of ASKED) {
    // One question is about both marks, and told by the decimal one.
    if (told[name] !== undefined || (name === 'thousands' && asksOfBothMarks(guesses))) continue
    const guess: Guess<TableChoices[Asked]> = guesses[name]
    if (!guess.sure)
      return ask(
        guess.question,
        [guess.value, ...guess.others].map((value) => answer(name, value)),
      )
  }
  const columns = preview.columns.map((column) => column.name)
  const found = time === null ? ok(null) : timeFor(guesses.time, columns, time, timeFormat)
  if (!found.ok) return found
  return ok({ ...choices, time: found.value })
}

function timeFor(
  guess: Guess<TimeColumn | null>,
  columns: readonly string[],
  name: string | undefined,
  format: TimeFormat | undefined,
): Result<TimeColumn | null> {
  if (name === undefined && format === undefined && guess.sure) return ok(guess.value)
  const column = name === undefined ? null : columns.indexOf(name)
  if (column === -1 && name !== undefined) return refuse(text('tableOptions.noTimeColumn', { name, columns }))
  if (column !== null && format !== undefined) return ok({ column, format })
  const all = guess.sure ? [guess.value] : [guess.value, ...guess.others]
  const fitting = all
    .filter((each) => each !== null)
    .filter((each) => column === null || each.column === column)
    .filter((each) => format === undefined || each.format === format)
  const [only, ...more] = fitting
  const isTold = name !== undefined || format !== undefined
  if (only && more.length === 0 && isTold) return ok(only)
  if (!only)
    return refuse(
      name === undefined
        ? text('tableOptions.whichTime', { format: format ?? '', columns })
        : text('tableOptions.whichFormat', { name, formats: TIME_FORMATS }),
    )
  const answers = fitting.map(
    (each) => `--time ${inShell(columns[each.column] ?? '')} --time-format ${each.format}`,
  )
  const question = guess.sure ? text('tableOptions.theTime') : guess.question
  return ask(question, [...answers, ...(all.includes(null) && !isTold ? ['--no-time'] : [])])
}

/** The option that gives a choice this value. */
function answer(name: Asked, value: TableChoices[Asked]): string {
  switch (name) {
    case 'header':
      return value === true ? '--header' : '--no-header'
    case 'missing': {
      const marks = (value as readonly string[]).slice(MISSING_MARKS.length)
      return marks.length === 0 ? '--no-missing' : `--missing ${inShell(marks.join())}`
    }
    case 'thousands':
    case 'encoding':
    case 'delimiter':
    case 'decimal':
      return value === null ? `--no-${name}` : `--${name} ${inShell(MARK_NAMES[`${value}`] ?? `${value}`)}`
  }
}

/** As a shell takes it for one word. */
function inShell(word: string): string {
  // A mark alone would be lost among those of the sentence.
  if (/^[\w.,/+-]*\w[\w.,/+-]*$/.test(word)) return word
  return `"${word.replaceAll(/["\\$`]/g, '\\$&')}"`
}

function ask(question: Text, answers: readonly string[]): Result<never> {
  return refuse(text('tableOptions.asked', { question, answers }))
}

function refuse(why: Text): Result<never> {
  return fail('invalid-setting', why)
}
