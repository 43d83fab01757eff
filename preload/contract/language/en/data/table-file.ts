import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

type Place = { file: string | null; line: number }
type Cell = Place & { column: string; found: string }

const ROW_ADVICE = 'or choose to leave out such rows'

/** A file by its name, or what came from the clipboard. */
function it(file: string | null, words: Words): string {
  return file === null ? 'the pasted table' : words.file(file)
}

function itFirst(file: string | null, words: Words): string {
  return file === null ? 'The pasted table' : words.file(file)
}

/** What a file is, without the advice to choose weights instead. */
function thing(what: Text, words: Words): string {
  return words.say(what).replace(/;.*$/, '')
}

function quoteOrNothing(found: string, words: Words): string {
  return found === '' ? 'nothing' : words.quote(found)
}

/** Why a table cannot be read. */
export const tableFile = {
  'tableFile.table': 'a table',
  'tableFile.chooseTable': 'a table as a text, such as CSV',
  'tableFile.empty': ({ file }: { file: string | null }, words: Words) =>
    `${itFirst(file, words)} should hold a table, but is empty; choose another one.`,
  'tableFile.notTable': ({ file, what }: { file: string | null; what: Text }, words: Words) =>
    `${itFirst(file, words)} is not a table as a text: ${thing(what, words)}; save the table as CSV, or choose another file.`,
  'tableFile.excel': 'it is a workbook of Excel',
  'tableFile.oldOffice': 'it is a workbook of an older Excel, or another Office document',
  'tableFile.openDocument': 'it is an OpenDocument file, as LibreOffice saves it',
  'tableFile.zip': 'it is a zip archive',
  'tableFile.zeroByte': ({ file, line }: Place, words: Words) =>
    `Line ${words.number(line)} of ${it(file, words)} should be text, but has a byte of value 0, which no text has; save the table as CSV again, or choose UTF-16 as its encoding.`,
  'tableFile.longLine': ({ file, line, most }: Place & { most: number }, words: Words) =>
    `Line ${words.number(line)} of ${it(file, words)} should have at most ${counted(most, 'byte')}, but has more; a table has a line for each row.`,
  'tableFile.openQuote': ({ file, line }: Place, words: Words) =>
    `A quotation mark in the row that begins in line ${words.number(line)} of ${it(file, words)} should be closed, but is not within a megabyte; close or remove it.`,
  'tableFile.strayQuote': ({ file, line }: Place, words: Words) =>
    `In the row that begins in line ${words.number(line)} of ${it(file, words)} a delimiter should follow a closing quotation mark, but letters do; double quotation marks inside of a cell, or remove them.`,
  'tableFile.ragged': (
    { file, line, expected, found }: Place & { expected: number; found: number },
    words: Words,
  ) =>
    `Line ${words.number(line)} of ${it(file, words)} should have ${counted(expected, 'cell')}, as the first row has, but has ${words.number(found)}; correct it, choose another delimiter, ${ROW_ADVICE}.`,
  'tableFile.notNumber': ({ file, line, column, found }: Cell, words: Words) =>
    `Line ${words.number(line)} of ${it(file, words)} should have a number in column ${words.quote(column)}, but has ${quoteOrNothing(found, words)}; correct it, count it as missing, ${ROW_ADVICE}.`,
  'tableFile.infinite': ({ file, line, column, found }: Cell, words: Words) =>
    `Line ${words.number(line)} of ${it(file, words)} should have a finite number in column ${words.quote(column)}, but has ${words.quote(found)}; correct it, ${ROW_ADVICE}.`,
  'tableFile.notTime': ({ file, line, column, found, example }: Cell & { example: string }, words: Words) =>
    `Line ${words.number(line)} of ${it(file, words)} should have a time such as ${example} in column ${words.quote(column)}, but has ${quoteOrNothing(found, words)}; correct it, choose how times are written, ${ROW_ADVICE}.`,
  'tableFile.timeBack': (
    { file, line, column, found, previous, same }: Cell & { previous: string; same: boolean },
    words: Words,
  ) =>
    found === previous
      ? `Line ${words.number(line)} of ${it(file, words)} should be later than the row before by column ${words.quote(column)}, but both have ${words.quote(found)}; leave one row for each time, or choose no time column.`
      : same
        ? `Line ${words.number(line)} of ${it(file, words)} should be later than the row before by column ${words.quote(column)}, but ${words.quote(found)} and ${words.quote(previous)} are the same to a millisecond; leave one row for each time, or choose no time column.`
        : `Line ${words.number(line)} of ${it(file, words)} should be later than the row before by column ${words.quote(column)}, but has ${words.quote(found)} after ${words.quote(previous)}; sort the table by time, or choose no time column.`,
  'tableFile.tooManyRows': ({ file, most }: { file: string | null; most: number }, words: Words) =>
    `${itFirst(file, words)} should have at most ${counted(most, 'row')}, but has more; choose a part of it.`,
  'tableFile.tooManyColumns': (
    { file, most, found }: { file: string | null; most: number; found: number },
    words: Words,
  ) =>
    `${itFirst(file, words)} should have at most ${counted(most, 'column')}, but has ${words.number(found)}; remove some, or choose another delimiter.`,
  'tableFile.tooManyNumbers': (
    { file, most, columns }: { file: string | null; most: number; columns: number },
    words: Words,
  ) =>
    `${itFirst(file, words)} should have at most ${counted(most, 'number')}, but has more in its ${counted(columns, 'column')}; remove columns that are not needed.`,
  'tableFile.fewRows': (
    { file, fewest, found }: { file: string | null; fewest: number; found: number },
    words: Words,
  ) =>
    `${itFirst(file, words)} should have at least ${counted(fewest, 'row')} of values, but has ${words.number(found)}; choose a longer one.`,
  'tableFile.noNumbers': ({ file, example }: { file: string | null; example: string }, words: Words) =>
    `${itFirst(file, words)} should have a column of numbers, but has only ${example === '' ? 'empty cells' : `cells such as ${words.quote(example)}`}; choose another delimiter or encoding, or another table.`,
  'tableFile.firstRow': (
    { file, line, expected, found }: Place & { expected: number; found: number },
    words: Words,
  ) =>
    `The first row of ${it(file, words)} should have as many cells as most rows below it, but has ${words.number(found)}, and line ${words.number(line)} has ${words.number(expected)}; remove what stands above the table, name every column, or choose another delimiter.`,
  'tableFile.utf32': ({ file }: { file: string | null }, words: Words) =>
    `${itFirst(file, words)} should be in UTF-8, UTF-16, GBK or Windows-1252, but is in UTF-32; save it in UTF-8.`,
  'tableFile.lostRagged': 'they have more or fewer cells than the first row',
  'tableFile.lostNumber': 'they have a text where a number should be',
  'tableFile.lostInfinite': 'they have an infinite number',
  'tableFile.lostTime': 'their time cannot be read',
  'tableFile.pastedNotRead': ({ why }: { why: Text }, words: Words) =>
    `The pasted table could not be read: ${words.finding(why)}; the run is as it was, paste a shorter one.`,
  'tableFile.seriesDamaged':
    'The kept series should be as it was written, but is damaged; open its table again.',
  'tableFile.seriesNewer':
    'The kept series should be of this version of Unroll, but is of a newer one; open it with that, or open its table again.',
  'tableFile.resampledTooLong': ({ most, found }: { most: number; found: number }, words: Words) =>
    `At regular intervals the series should have at most ${counted(most, 'time step')}, but would have ${words.number(found)}; keep the times as they are.`,
}
