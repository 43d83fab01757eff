import { counted } from '../english'
import type { Text } from '../text'
import type { Words } from '../words'

type OtherSizes = {
  name: string
  lesson: boolean
  inputs: number
  outputs: number
  sourceInputs: number
  sourceOutputs: number
}

const sizes = (inputs: number, outputs: number) =>
  `${counted(inputs, 'input')} and ${counted(outputs, 'output')}`

export const exchange = {
  'exchange.otherSizes': ({ name, lesson, inputs, outputs, sourceInputs, sourceOutputs }: OtherSizes) =>
    `"${name}" has a network of ${sizes(inputs, outputs)}, but ${lesson ? 'the lesson' : 'the series of this run'} has ${sizes(sourceInputs, sourceOutputs)}; ${lesson ? 'open a series with as many first, or choose other weights' : 'choose weights of a network with as many, or other columns'}.`,
  'exchange.seriesNotThere': (
    {
      name,
      series,
      inputs,
      outputs,
      columns,
    }: { name: string; series: Text; inputs: number; outputs: number; columns: readonly string[] },
    words: Words,
  ) =>
    `"${name}" has a network of ${sizes(inputs, outputs)} (${words.quotedList(columns)}) for a series that is not there, ${words.say(series)}; open the series first, or one with the same columns.`,
  'exchange.noUpdates':
    'A table should have at least one update, but none has been made yet; make one first.',
  'exchange.tableUnlike': ({ name, why }: { name: string; why: Text }, words: Words) =>
    `"${name}" was not saved, as what was written does not read back: ${words.finding(why)}; save it again.`,
  'exchange.lineTooMany': ({ line }: { line: number }) => `line ${line} is one too many`,
  'exchange.otherLine': ({ line, expected, found }: { line: number; expected: string; found: string }) =>
    `line ${line} should be ${expected}, but is ${found}`,
  'exchange.linesMissing': ({ line }: { line: number }) => `the lines after line ${line} are missing`,
  'exchange.weightsUnlike': ({ name, why }: { name: string; why: Text }, words: Words) =>
    `"${name}" was written, but does not read back as this run's: ${words.finding(why)}; do not use this file, save the run again under another name.`,
  'exchange.otherBytes': 'it has other bytes now, as when another program writes it too',
  'exchange.otherNumber': (
    { place, array, expected, found }: { place: number; array: string; expected: string; found: string },
    words: Words,
  ) => `number ${words.number(place)} of ${words.quote(array)} should be ${expected}, but is ${found}`,
  'exchange.notRead': ({ name, why }: { name: string; why: Text }, words: Words) =>
    `"${name}" could not be read: ${words.say(why)}; the run is as it was, choose another file.`,
  'exchange.tooMuchMemory': 'it needs more memory than it may have',
  'exchange.readingEnded': 'its reading ended unexpectedly',
}
