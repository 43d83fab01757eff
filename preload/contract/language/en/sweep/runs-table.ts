import type { Text } from '../../text'
import type { Words } from '../../words'

type LossName = 'last-loss' | 'best-loss' | 'validation-loss'
type NumberKind = 'count' | 'loss' | 'skill' | 'seconds'

/** What is wrong with the table of a sweep. */
export const runsTable = {
  'runsTable.content': 'the runs of a sweep',
  'runsTable.choose': 'a table that sweep has saved: .csv',
  'runsTable.noHeader': (
    { name, columns, found }: { name: string; columns: readonly string[]; found: string },
    words: Words,
  ) =>
    `The first line of ${words.quote(name)} must name the columns of a sweep, ${words.list(columns)}, but is ${words.quote(found)}; give a table that sweep has saved.`,
  'runsTable.badLine': (
    { name, line, expected, found }: { name: string; line: number; expected: Text; found: string },
    words: Words,
  ) =>
    `Line ${words.number(line)} of ${words.quote(name)} must have ${words.say(expected)}, but has ${words.quote(found)}; mend it, or let sweep make the table anew.`,
  'runsTable.cells': ({ count }: { count: number }, words: Words) =>
    `as many cells as the first line, ${words.number(count)}`,
  'runsTable.setup': 'a whole setup code in the column setup',
  'runsTable.asCoded': ({ value, column }: { value: string; column: string }) =>
    `${value} in the column ${column}, as its setup code says`,
  'runsTable.end': ({ ends }: { ends: readonly string[] }, words: Words) =>
    `${words.list(ends, 'or')} in the column end`,
  'runsTable.number': ({ column, kind, needed }: { column: string; kind: NumberKind; needed: boolean }) =>
    `a ${NUMBERS[kind]}${needed ? '' : ' or nothing'} in the column ${column}`,
  'runsTable.twice': ({ name, line, twin }: { name: string; line: number; twin: number }, words: Words) =>
    `Every run must be in ${words.quote(name)} once, but line ${words.number(line)} is the run of line ${words.number(twin)}; leave one of them out.`,
  'runsTable.empty': ({ name }: { name: string }, words: Words) =>
    `${words.quote(name)} must have at least one run, but has none; let sweep make some.`,
  'runsTable.otherSettings': (
    { name, line, first, what }: { name: string; line: number; first: number; what: Text },
    words: Words,
  ) =>
    `All runs in ${words.quote(name)} must have the same settings but for those in its first columns and the seed, but lines ${words.number(first)} and ${words.number(line)} differ in ${words.say(what)}; give the table of one sweep.`,
  'runsTable.theOption': ({ option }: { option: string }) => `--${option}`,
  'runsTable.theSource': 'the series',
  'runsTable.noLoss': (
    { name, line, measure }: { name: string; line: number; measure: LossName },
    words: Words,
  ) =>
    `Every run in ${words.quote(name)} must have ${LOSSES[measure]}, but that of line ${words.number(line)} has none; choose another measure.`,
}

const NUMBERS: Readonly<Record<NumberKind, string>> = {
  count: 'whole number from 0',
  loss: 'float32 number from 0',
  skill: 'float32 number',
  seconds: 'number from 0',
}

const LOSSES: Readonly<Record<LossName, string>> = {
  'last-loss': 'a loss of its last update',
  'best-loss': 'a lowest loss',
  'validation-loss': 'a validation loss',
}
