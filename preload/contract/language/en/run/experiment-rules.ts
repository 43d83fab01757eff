import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

/** A setting of a cell and its value there. */
type CellSetting = { label: Text; value: Text | number }

/** Why the plan of an experiment is refused. */
export const experimentRules = {
  'experimentRules.object': 'The plan of an experiment must be an object; plan it again.',
  'experimentRules.kind': 'An experiment must be of seeds, a sweep or a race; choose one of these.',
  'experimentRules.seeds': ({ most, found }: { most: number; found: number | null }, words: Words) =>
    `An experiment has 1 to ${words.number(most)} seeds, but ${given(found, words)} was given; choose a number in this range.`,
  'experimentRules.lastSeed': (
    { first, count, max }: { first: number; count: number; max: number },
    words: Words,
  ) =>
    `${counted(count, 'seed')} from ${words.number(first)} on would go beyond ${words.number(max)}, the largest seed; choose a smaller first seed or fewer seeds.`,
  'experimentRules.varied': 'A sweep varies one setting or two; choose one or two.',
  'experimentRules.setting':
    'A sweep can vary every setting but the seed, which has its own place; choose another setting.',
  'experimentRules.variedTwice': ({ label }: { label: Text }, words: Words) =>
    `A sweep of two settings needs two that differ, but ${words.say(label)} was given twice; choose another one.`,
  'experimentRules.values': (
    { label, most, found }: { label: Text; most: number; found: number },
    words: Words,
  ) =>
    `A sweep has 1 to ${words.number(most)} values of ${words.say(label)}, but ${words.number(found)} were given; choose as many.`,
  'experimentRules.valueTwice': ({ label, value }: { label: Text; value: Text | number }, words: Words) =>
    `Each value of ${words.say(label)} is tried once, but ${valueInWords(value, words)} was given twice; choose other values.`,
  'experimentRules.runs': ({ most, found }: { most: number; found: number }, words: Words) =>
    `An experiment has no more than ${counted(most, 'run')}, but this one would have ${words.number(found)}; choose fewer values or seeds.`,
  'experimentRules.lanes': ({ min, max, found }: { min: number; max: number; found: number }, words: Words) =>
    `A race has ${words.number(min)} to ${words.number(max)} lanes, but ${words.number(found)} were given; choose as many.`,
  'experimentRules.lane': ({ lane, why }: { lane: number; why: Text }, words: Words) =>
    `Lane ${words.number(lane)} of the race cannot be run: ${words.say(why)}`,
  'experimentRules.cell': (
    { settings, why }: { settings: readonly CellSetting[]; why: Text },
    words: Words,
  ) =>
    `No run can be made with ${words.list(settings.map(({ label, value }) => `${words.say(label)} ${valueInWords(value, words)}`))}: ${words.say(why)}`,
  'experimentRules.on': 'switched on',
  'experimentRules.off': 'switched off',
}

function given(found: number | null, words: Words): string {
  return found === null ? 'something else' : words.number(found)
}

/** A value of a setting, in any language. */
export function valueInWords(value: Text | number, words: Words): string {
  return typeof value === 'number' ? words.number(value) : words.say(value)
}
