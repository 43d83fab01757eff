import { counted } from '../english'
import type { Words } from '../words'

/** Forecasts on the command line. */
export const forecastCommand = {
  'forecastCommand.usage': ({ usage }: { usage: string }) =>
    `Usage: ${usage} --load FILE (--data FILE | --series NAME) [options]`,
  'forecastCommand.about': `Goes on where a series ends: a network that was trained on it is shown its last rows and then its own predictions. The
columns and how they are scaled come from the weight file. What comes out is a table (CSV) of rows, times and targets.`,
  'forecastCommand.loadHelp': 'the weights of a run that learned a series',
  'forecastCommand.seriesHelp': 'forecast this series, made with the seed of the weights',
  'forecastCommand.stepsHelp': ({ most }: { most: number }, words: Words) =>
    `time steps ahead (1 to ${words.number(most)}; 50)`,
  'forecastCommand.saveHelp': 'write the table into this file (standard output)',
  'forecastCommand.onlyOptions': ({ word }: { word: string }) =>
    `forecast takes only options, but "${word}" was given; leave it out, or put its option before it.`,
  'forecastCommand.noWeights':
    'A forecast needs the weights of a run that learned a series, but none are named; give their file with --load.',
  'forecastCommand.noSeries':
    'A forecast needs a series to go on from, but none is named; give a table with --data or a name with --series.',
  'forecastCommand.badSteps': ({ most, given }: { most: number; given: string }, words: Words) =>
    `--steps must be a whole number from 1 to ${words.number(most)}, but "${given}" was given; choose one of these.`,
  'forecastCommand.lesson':
    'A forecast needs weights that learned a series, but these learned the lesson or do not say what; load weights that Unroll saved from a run of a series.',
  'forecastCommand.noScaler':
    'A forecast needs to know how the columns were scaled, but the weight file does not say it; train the run again and save its weights.',
  'forecastCommand.noColumn': (
    { name, columns }: { name: string; columns: readonly string[] },
    words: Words,
  ) =>
    `The network needs the column ${words.quote(name)}, but the series has only ${words.quotedList(columns)}; choose a series with all columns that it has learned.`,
  'forecastCommand.tooFewRows': (
    { origin, needed, found }: { origin: number; needed: number; found: number },
    words: Words,
  ) =>
    `The series should end with ${counted(needed, 'time step')} with all inputs and without a gap, but there ${found === 1 ? 'is' : 'are'} ${words.number(found)} up to its last row, ${words.number(origin + 1)}; give one that ends with more of them.`,
  'forecastCommand.made': ({ steps, rows }: { steps: number; rows: number }, words: Words) =>
    `${counted(steps, 'time step')} after row ${words.number(rows)}.`,
}
