import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

type RunEnd = 'goal' | 'patience' | 'diverged' | 'skipped' | 'failed'

export const sweepCommand = {
  'sweepCommand.usage': ({ usage }: { usage: string }) => `Usage: ${usage} [options]`,
  'sweepCommand.about': `Makes many runs, several at a time: of every value of a setting, or of every pair of values of two, each with some seeds.
Each run is the one that train makes of the same settings, to the last bit. A line for each run as it ends.`,
  'sweepCommand.varyHelp': `vary this setting: NAME=a,b,c or NAME=FROM..TO:COUNT; given twice, every pair is made.
NAME is an option of train: learning-rate=0.001..0.1:7 goes by equal factors, other
numbers by equal differences, cell=gru,lstm and carry=true,false by name`,
  'sweepCommand.seedsHelp': ({ most, usual }: { most: number; usual: number }) =>
    `runs of each, with consecutive seeds (1 to ${most}; ${usual})`,
  'sweepCommand.firstSeedHelp': 'the first of these seeds (that of the settings)',
  'sweepCommand.jobsHelp': 'runs that are made at the same time (the number of cores less one)',
  'sweepCommand.saveHelp': `write the runs as a table (.csv), each as it ends (docs/sweeps.md); one of the same sweep
that is there is gone on with`,
  'sweepCommand.forceHelp': 'begin the table anew, whatever is there',
  'sweepCommand.jsonHelp': 'one JSON object in a line for each run',
  'sweepCommand.settingsHelp': `the settings of all runs, as train has them: --series, --data, --setup, --hidden and so
on; see train --help`,
  'sweepCommand.ctrlC':
    'Ctrl-C ends it early: the runs that are made are in the table, and the same command goes on with it.',
  'sweepCommand.onlyOptions': ({ word }: { word: string }) =>
    `sweep takes only options, but "${word}" was given; leave it out, or put its option before it.`,
  'sweepCommand.theVaried': 'What --vary names',
  'sweepCommand.varyForm': ({ given }: { given: string }) =>
    `--vary must be NAME=a,b,c or NAME=FROM..TO:COUNT, but "${given}" was given; write it so, as in --vary hidden=8,16,32.`,
  'sweepCommand.rangeOfNumbers': ({ option, given }: { option: string; given: string }) =>
    `Only numbers have a range, but "${given}" was given and ${option} is none; write its values with commas between them.`,
  'sweepCommand.rangeCount': ({ most, given }: { most: number; given: string }) =>
    `A range of --vary must say how many values it has, from 2 to ${most}, but "${given}" was given; write it as FROM..TO:COUNT.`,
  'sweepCommand.doesNothing': ({ option }: { option: string }) =>
    `--${option} does nothing with these settings, but was to be varied; vary another one.`,
  'sweepCommand.oneSeed':
    'A sweep has many seeds, but --seed names one; write --first-seed for the first and --seeds for how many.',
  'sweepCommand.fixedAndVaried': ({ option }: { option: string }) =>
    `--vary gives ${option} its values, but --${option} was given beside it; leave one of them out.`,
  'sweepCommand.wholeNumber': (
    number: { option: string; min: number; max: number; given: string },
    words: Words,
  ) =>
    `${number.option} must be a whole number from ${words.number(number.min)} to ${words.number(number.max)}, but "${number.given}" was given; choose one of these.`,
  'sweepCommand.saveName': ({ given }: { given: string }) =>
    `The table's name must end in .csv, but "${given}" was given; it is written as CSV.`,
  'sweepCommand.notGoneOn': ({ why }: { why: Text }, words: Words) =>
    `${words.finding(why)}; give --force to begin it anew, or choose another name.`,
  'sweepCommand.otherPlan': ({ name, line }: { name: string; line: number }, words: Words) =>
    `${words.quote(name)} must hold runs of this sweep to be gone on with, but line ${words.number(line)} is of none of them.`,
  'sweepCommand.changed': ({ name }: { name: string }, words: Words) =>
    `${words.quote(name)} must be written by this sweep alone, but another program has changed it; end that one, and give the same command again to go on.`,
  'sweepCommand.seed': 'seed',
  'sweepCommand.end': 'end',
  'sweepCommand.ended': ({ end }: { end: RunEnd }) => ENDS[end],
  'sweepCommand.updates': 'updates',
  'sweepCommand.skill': 'skill',
  'sweepCommand.seconds': 'seconds',
  'sweepCommand.estimate': ({ runs, jobs, seconds }: { runs: number; jobs: number; seconds: number }) =>
    `${counted(runs, 'more run')}, ${jobs} at a time: about ${lasting(seconds)} by what the first one took.`,
  'sweepCommand.progress': (
    { made, runs, seconds }: { made: number; runs: number; seconds: number | null },
    words: Words,
  ) =>
    `${words.number(made)} of ${counted(runs, 'run')}${seconds === null ? '' : `, about ${lasting(seconds)} left`}`,
  'sweepCommand.saved': (
    { name, runs, kept, all }: { name: string; runs: number; kept: number; all: number },
    words: Words,
  ) =>
    `${words.quote(name)} has ${words.number(runs)} of ${counted(all, 'run')}${kept === 0 ? '' : `, ${words.number(kept)} of which it had before`}.`,
  'sweepCommand.noProcess':
    'The processes that make the runs end before they are ready, so that none can be made; train tells why with the same settings.',
  'sweepCommand.someFailed': ({ runs }: { runs: number }) =>
    `${counted(runs, 'run')} could not be made, as the process ended each time; the same command tries again.`,
}

const ENDS: Readonly<Record<RunEnd, string>> = {
  goal: 'goal',
  patience: 'patience',
  diverged: 'diverged',
  skipped: 'left out',
  failed: 'not made',
}

/** How long something takes, in whole units. */
function lasting(seconds: number): string {
  if (seconds < 90) return counted(Math.max(1, Math.round(seconds)), 'second')
  if (seconds < 5400) return counted(Math.round(seconds / 60), 'minute')
  return counted(Math.round(seconds / 3600), 'hour')
}
