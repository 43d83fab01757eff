import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

/** Experiments on disk, and the making of their runs. */
export const experimentRuns = {
  'experimentRuns.gone': 'This experiment is no longer there; choose another one.',
  'experimentRuns.noRun': ({ run, runs }: { run: number; runs: number }, words: Words) =>
    `This experiment has ${counted(runs, 'run')}, but run ${words.number(run)} was asked for; choose one that it has.`,
  'experimentRuns.noUpdate': ({ most, found }: { most: number; found: number }, words: Words) =>
    `A run of this experiment can be opened at update 0 to ${words.number(most)}, but ${words.number(found)} was given; choose an update in this range.`,
  'experimentRuns.calledOff': 'This estimate was called off, as something else was asked for.',
  'experimentRuns.noWorker':
    'No process can be started that makes the runs of experiments; Help > Open logs folder has the reason.',
  'experimentRuns.lost':
    'This run ended its process three times, and cannot be estimated; choose a smaller network or shorter windows.',
  'experimentRuns.stopped': ({ why }: { why: Text }, words: Words) =>
    `The experiment has stopped, and what is made stays: ${words.say(why)}`,
  'experimentRuns.notKept': ({ why }: { why: Text }, words: Words) =>
    `The experiment cannot be kept: ${words.say(why)}. Make room in the data folder, and try again.`,
  'experimentRuns.notWritten': ({ why }: { why: Text }, words: Words) =>
    `The experiment has stopped, as its runs cannot be kept: ${words.say(why)}. Make room in the data folder, and resume it; what is written stays.`,
  'experimentRuns.notRead': ({ why }: { why: Text }, words: Words) =>
    `The runs of this experiment cannot be read: ${words.say(why)}.`,
  'experimentRuns.damaged': ({ why, next }: { why: Text; next: Text }, words: Words) =>
    `An experiment cannot be opened: ${words.finding(why)}. ${words.say(next)}`,
}
