import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

type LossName = 'last-loss' | 'best-loss' | 'validation-loss'

export const reportCommand = {
  'reportCommand.usage': ({ usage }: { usage: string }) => `Usage: ${usage} FILE [options]`,
  'reportCommand.about': `Says what the runs in a table of sweep were: a line for each value of what was varied, with the median of the losses and
what nine of ten lie between, then the best one, and what may be claimed of it. Of fewer than ten runs nothing is claimed.`,
  'reportCommand.measureHelp': ({ names }: { names: readonly string[] }) =>
    `the loss that runs are compared by: ${names.join(', ')} (${names[0]})`,
  'reportCommand.belowHelp':
    'say as well which share of the runs has a loss below this, with its 95% interval',
  'reportCommand.figureHelp': `draw the runs (.svg): each with median and band along the setting that is varied,
of two settings the medians, of none the runs from the best to the worst`,
  'reportCommand.jsonHelp': 'one JSON object in a line',
  'reportCommand.oneFile': ({ found }: { found: number }) =>
    `report takes one table of sweep, but ${found === 0 ? 'none was' : `${found} were`} given; name one that ends in .csv.`,
  'reportCommand.theMeasure': 'The measure',
  'reportCommand.badBelow': ({ given }: { given: string }) =>
    `--below must be a number above 0, but "${given}" was given; write the loss that a good run is below.`,
  'reportCommand.figureOfMany': (
    { name, settings }: { name: string; settings: readonly string[] },
    words: Words,
  ) =>
    `A figure shows two varied settings at most, but ${words.quote(name)} has ${words.list(settings)}; leave --figure out, or a column.`,
  'reportCommand.cell': ({ options }: { options: readonly string[] }, words: Words) => words.list(options),
  'reportCommand.runs': 'runs',
  'reportCommand.median': 'median',
  'reportCommand.band': '5% to 95%',
  'reportCommand.run': 'a run',
  'reportCommand.diverged': 'diverged',
  'reportCommand.skipped': 'left out',
  'reportCommand.failed': 'not made',
  'reportCommand.rank': 'runs, from the best to the worst',
  'reportCommand.below': ({ limit }: { limit: number }, words: Words) => `below ${words.number(limit)}`,
  'reportCommand.measure': ({ measure }: { measure: LossName }) => LOSSES[measure],
  'reportCommand.measured': ({ measure }: { measure: LossName }) => `Of each run the ${LOSSES[measure]}:`,
  'reportCommand.best': ({ cell, median }: { cell: Text; median: string }, words: Words) =>
    `The lowest median, ${median}, is that of ${words.say(cell)}.`,
  'reportCommand.aboutRuns': ({
    runs,
    measure,
    median,
  }: {
    runs: number
    measure: LossName
    median: string
  }) => `${counted(runs, 'run')}; the median of the ${LOSSES[measure]} is ${median}.`,
  'reportCommand.aboutCells': (
    about: { cells: number; runs: number; measure: LossName; best: Text; median: string },
    words: Words,
  ) =>
    `${counted(about.runs, 'run')} of ${counted(about.cells, 'setting')}; the lowest median of the ${LOSSES[about.measure]}, ${about.median}, is that of ${words.say(about.best)}.`,
}

const LOSSES: Readonly<Record<LossName, string>> = {
  'last-loss': 'loss of the last update',
  'best-loss': 'lowest loss',
  'validation-loss': 'validation loss',
}
