import { diskSize } from '../../disk-size'
import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'
import { valueIn } from '../run/run-list'

type Value = Text | number | boolean

/** Experiments of many runs: what a new one is made of, and how far each is. */
export const experiments = {
  'experiments.title': 'Experiments',
  'experiments.new': 'New experiment',
  'experiments.close': 'Close the new experiment',
  'experiments.about':
    'Many runs at a time, beside the present one, which goes on as it is: the same network from many seeds shows how much is luck, the values of a setting show what it does.',
  'experiments.base': ({ origin }: { origin: Text }, words: Words) =>
    `Each run has the settings of the present run: ${words.say(origin)}.`,
  'experiments.kind': 'What is varied',
  'experiments.seeds': 'Seeds',
  'experiments.sweep': 'Sweep',
  'experiments.seedsExplained': 'The same settings with many initial weights: how much of a result is luck.',
  'experiments.sweepExplained': 'The values of one or two settings, each with the same seeds.',
  'experiments.count': 'Number of seeds',
  'experiments.perCell': 'Seeds of each',
  'experiments.first': 'First seed',
  'experiments.seedsNote': ({
    first,
    last,
    present,
    isAmong,
  }: {
    first: number
    last: number
    present: number
    isAmong: boolean
  }) =>
    `Seeds ${first} to ${last}. The present run has seed ${present}, which is ${isAmong ? 'one of them' : 'none of them, so that it can be compared with runs that are all others'}.`,
  'experiments.sweepSeedsNote': ({ first, last }: { first: number; last: number }) =>
    first === last
      ? `Seed ${first} for every value.`
      : `Seeds ${first} to ${last} for every value, so that values can be compared seed by seed.`,
  'experiments.setting': 'Setting',
  'experiments.otherSetting': 'Second setting',
  'experiments.noOther': 'no second setting',
  'experiments.least': 'From',
  'experiments.most': 'To',
  'experiments.valueCount': 'Number of values',
  'experiments.values': ({ values }: { values: readonly Value[] }, words: Words) =>
    `Values: ${values.map((value) => saidValue(value, words)).join(', ')}.`,
  'experiments.noSpread': ({ least, most }: { least: number; most: number }, words: Words) =>
    `The last value must be more than the first, which is ${words.number(least)}, but ${words.number(most)} was given; choose a higher one.`,
  'experiments.fewTicked': 'There must be at least two values; tick another one.',
  'experiments.limits': (
    { seeds, values, runs }: { seeds: number; values: number; runs: number },
    words: Words,
  ) =>
    `At most ${words.number(seeds)} seeds, ${words.number(values)} values of a setting and ${words.number(runs)} runs.`,
  'experiments.runs': ({ runs }: { runs: number }) => `${counted(runs, 'run')}.`,
  'experiments.measuring': ({ runs }: { runs: number }) =>
    `${counted(runs, 'run')}; one is being made to measure how long all of them take.`,
  'experiments.estimated': (
    estimate: { runs: number; seconds: number; workers: number; bytes: number; secondsPerRun: number },
    words: Words,
  ) =>
    `${counted(estimate.runs, 'run')}, ${words.number(estimate.workers)} at a time: ${about(estimate.seconds, words)}, and ${diskSize(estimate.bytes, words)} on the disk. Measured on one run, which took ${duration(estimate.secondsPerRun, words)}.`,
  'experiments.notEstimated': ({ runs, why }: { runs: number; why: Text }, words: Words) =>
    `${counted(runs, 'run')}. How long they take is not known: ${words.finding(why)}.`,
  'experiments.trainSeeds': ({ count }: { count: number }) => `Train ${counted(count, 'seed')}`,
  'experiments.trainRuns': ({ count }: { count: number }) => `Train ${counted(count, 'run')}`,

  'experiments.seedsTitle': ({ first, count }: { first: number; count: number }) =>
    `${counted(count, 'seed')}, ${first} to ${first + count - 1}`,
  'experiments.sweepTitle': (
    { varied, count }: { varied: readonly { label: Text; values: number }[]; count: number },
    words: Words,
  ) =>
    `${words.list(varied.map(({ label, values }) => `${words.say(label)} (${counted(values, 'value')})`))}, ${counted(count, 'seed')} each`,
  'experiments.begun': ({ origin, when }: { origin: Text; when: Text }, words: Words) =>
    `${words.say(origin)}; begun ${words.say(when)}`,
  'experiments.running': (
    { made, runs, left }: { made: number; runs: number; left: number | null },
    words: Words,
  ) =>
    `${words.number(made)} of ${counted(runs, 'run')} made${left === null ? '' : `, ${about(left, words)} left`}`,
  'experiments.stopped': ({ made, runs }: { made: number; runs: number }, words: Words) =>
    `Stopped: ${words.number(made)} of ${counted(runs, 'run')} made`,
  'experiments.finished': ({ runs, bytes }: { runs: number; bytes: number }, words: Words) =>
    `Finished: ${counted(runs, 'run')}, ${diskSize(bytes, words)}`,
  'experiments.failed': ({ failed }: { failed: number }) =>
    `${counted(failed, 'run')} could not be made; Resume tries again.`,
  'experiments.progress': ({ experiment }: { experiment: Text }, words: Words) =>
    `Progress: ${words.say(experiment)}`,
  'experiments.show': ({ experiment }: { experiment: Text }, words: Words) =>
    `Show: ${words.say(experiment)}`,
  'experiments.stop': 'Stop',
  'experiments.stopThis': ({ experiment }: { experiment: Text }, words: Words) =>
    `Stop: ${words.say(experiment)}`,
  'experiments.resume': 'Resume',
  'experiments.resumeThis': ({ experiment }: { experiment: Text }, words: Words) =>
    `Resume: ${words.say(experiment)}`,
  'experiments.deleteThis': ({ experiment }: { experiment: Text }, words: Words) =>
    `Delete: ${words.say(experiment)}`,
  'experiments.deleted': ({ experiments }: { experiments: readonly Text[] }, words: Words) =>
    experiments.length === 1
      ? `Deleted: ${words.list(experiments)}.`
      : `${counted(experiments.length, 'experiment')} deleted.`,
  'experiments.opened': ({ seed, update }: { seed: number; update: number }, words: Words) =>
    `Seed ${seed} of the experiment, as it stood after update ${words.number(update)}. The run before it is kept.`,

  'experiments.value': ({ label, value }: { label: Text; value: Value }, words: Words) =>
    `${words.say(label).toLowerCase()} ${saidValue(value, words)}`,
  'experiments.valueAlone': ({ value }: { value: Value }, words: Words) => saidValue(value, words),
  'experiments.both': ({ values }: { values: readonly Text[] }, words: Words) => words.list(values),
  'experiments.endGoal': 'at its goal',
  'experiments.endPatience': 'by its patience',
  'experiments.endDiverged': 'diverged',
  'experiments.endSkipped': 'not made, as the first ones had all diverged',
  'experiments.endFailed': 'could not be made',
}

/** Less is said to be less than a second. */
export const LEAST_SECONDS = 0.95

function about(seconds: number, words: Words): string {
  return seconds < LEAST_SECONDS ? duration(seconds, words) : `about ${duration(seconds, words)}`
}

/** How long something takes, in the unit that says it shortest. */
function duration(seconds: number, words: Words): string {
  if (seconds < LEAST_SECONDS) return 'less than 1 s'
  const [count, unit] = inUnits(seconds)
  return `${words.number(count)} ${{ second: 's', minute: 'min', hour: 'h' }[unit]}`
}

/** A time in seconds up to a minute and a half, in minutes up to an hour and a half, then in hours. */
export function inUnits(seconds: number): readonly [count: number, unit: 'second' | 'minute' | 'hour'] {
  if (seconds < 90) return [Math.round(seconds), 'second']
  if (seconds < 5400) return [Math.round(seconds / 60), 'minute']
  return [Math.round(seconds / 360) / 10, 'hour']
}

function saidValue(value: Value, words: Words): string {
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : valueIn(value, words)
}
