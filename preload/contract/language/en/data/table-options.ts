import { counted, nounFor } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

/** So many answers to a question are told one by one. */
const MOST_ANSWERS = 8

/** A table on the command line. */
export const tableOptions = {
  'tableOptions.dataHelp':
    'learn the table in this file; how it is written is seen from it, or told by these:',
  'tableOptions.delimiterHelp': 'what stands between two cells: "," ";" "|" tab space',
  'tableOptions.decimalHelp': 'the decimal mark: . or ,',
  'tableOptions.thousandsHelp': "what groups digits in thousands: , . space or ', or --no-thousands",
  'tableOptions.headerHelp': 'the first row has the names of the columns, or with --no-header it has not',
  'tableOptions.timeHelp': 'the column that says when the rows were, or --no-time',
  'tableOptions.timeFormatHelp': 'how its times are written:',
  'tableOptions.missingHelp': 'also take these for missing values: "-999", or none with --no-missing',
  'tableOptions.badRowsHelp':
    'refuse a table with rows that cannot be read, or drop them: refuse, drop (refuse)',
  'tableOptions.irregularHelp': `rows at uneven times: keep them, resample them to even times, or take the
intervals as one more column: keep, resample, intervals (keep)`,
  'tableOptions.option': ({ option }: { option: string }) => option,
  'tableOptions.onlyOfData': ({ option }: { option: string }) =>
    `${option} says how a table is written, but none is read; name its file with --data, or leave ${option} out.`,
  'tableOptions.asked': (
    { question, answers }: { question: Text; answers: readonly string[] },
    words: Words,
  ) =>
    `The table must be read in one way, but leaves this open: ${words.say(question)} Answer with ${answers.length > MOST_ANSWERS ? words.few(answers) : words.list(answers, 'or')}.`,
  'tableOptions.theTime': 'How are its times written?',
  'tableOptions.noTimeColumn': (
    { name, columns }: { name: string; columns: readonly string[] },
    words: Words,
  ) =>
    `--time must name a column, but the table has none called ${words.quote(name)}; it has ${words.quotedList(columns)}.`,
  'tableOptions.whichFormat': (
    { name, formats }: { name: string; formats: readonly string[] },
    words: Words,
  ) =>
    `How the times of column ${words.quote(name)} are written cannot be seen for sure; say it with --time-format, which is ${words.list(formats, 'or')}.`,
  'tableOptions.whichTime': (
    { format, columns }: { format: string; columns: readonly string[] },
    words: Words,
  ) =>
    `--time-format ${format} was given, but no column looks like it; name the column with --time: ${words.quotedList(columns)}.`,
  'tableOptions.reading': (
    { name, percent, rows }: { name: string; percent: number; rows: number },
    words: Words,
  ) => `Reading ${name}: ${words.number(percent)}%, ${counted(rows, 'row')}`,
  'tableOptions.textColumns': ({ names }: { names: readonly string[] }, words: Words) =>
    `${nounFor(names.length, 'Column')} ${words.quotedList(names)} ${nounFor(names.length, 'holds', 'hold')} texts and ${nounFor(names.length, 'is', 'are')} not used.`,
  'tableOptions.lost': (
    { rows, why, lines }: { rows: number; why: Text; lines: readonly number[] },
    words: Words,
  ) => {
    const places = lines.map((line) => words.number(line))
    const which = rows > lines.length ? `${places.join(', ')} and others` : words.list(places)
    return `${counted(rows, 'row')} ${nounFor(rows, 'was', 'were')} left out, as ${words.say(why)}: ${nounFor(rows, 'line', 'lines')} ${which}.`
  },
  'tableOptions.irregular': ({ percent, after }: { percent: number; after: number }, words: Words) =>
    `The rows are not evenly spaced in time: up to ${words.number(percent)}% of the intervals are not the usual one, and the longest is after row ${words.number(after)}. They are taken as they are; --irregular resample or --irregular intervals take them otherwise.`,
  'tableOptions.columns': ({ columns }: { columns: readonly string[] }, words: Words) =>
    `--input and --target must say what each of several columns is for; the table has ${words.quotedList(columns)}.`,
  'tableOptions.noColumn': (
    { option, name, columns }: { option: string; name: string; columns: readonly string[] },
    words: Words,
  ) =>
    `${option} must name columns of numbers in the table, but has none called ${words.quote(name)}; choose from ${words.quotedList(columns)}.`,
}
