import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

/** What was given in place of a good value: a number, code, or words where there is no code for it. */
type Found = number | string | Text
type Refused = {
  /** What the setting is called. */
  label: Text
  found: Found
}
type Limits = { whole: boolean; min: number; max: number }

/** Why settings are refused, one by one and together. */
export const settingRules = {
  'settingRules.number': ({ label, whole, min, max, found }: Refused & Limits, words: Words) =>
    `${words.say(label)} must be ${whole ? 'a whole number' : 'a number'} from ${words.number(min)} to ${words.number(max)}, but ${told(found, words)} was given; choose a value in this range.`,
  'settingRules.choice': ({ label, names, found }: Refused & { names: readonly string[] }, words: Words) =>
    `${words.say(label)} must be one of ${names.join(', ')}, but ${told(found, words)} was given; choose one of these.`,
  'settingRules.switch': ({ label, found }: Refused, words: Words) =>
    `${words.say(label)} must be true or false, but ${told(found, words)} was given; choose one of these.`,
  'settingRules.object': ({ found }: Pick<Refused, 'found'>, words: Words) =>
    `The settings of a run must be an object, but ${told(found, words)} was given.`,
  'settingRules.foundNothing': 'nothing',
  'settingRules.foundObject': 'an object',
  'settingRules.source': "What a run learns from must be the lesson's curve or a series; open or choose one.",
  'settingRules.origin':
    'A series must be one that Unroll makes, or a file that was opened; open the file again.',
  'settingRules.inputs': ({ most, found }: { most: number; found: number }, words: Words) =>
    `A network takes 1 to ${words.number(most)} columns as inputs, none of them twice, but ${words.number(found)} were given; choose others.`,
  'settingRules.targets': ({ most, found }: { most: number; found: number }, words: Words) =>
    `A network has 1 to ${words.number(most)} columns as targets, none of them twice, but ${words.number(found)} were given; choose others.`,
  'settingRules.tooManyPercent': (
    {
      trainPercent,
      validationPercent,
      sum,
    }: { trainPercent: number; validationPercent: number; sum: number },
    words: Words,
  ) =>
    `The training part of ${words.number(trainPercent)}% and the validation part of ${words.number(validationPercent)}% are ${words.number(sum)}% together; choose no more than 100%.`,
  'settingRules.tooManyPoints': (
    { kept, updates, most, outputs }: { kept: number; updates: number; most: number; outputs: number },
    words: Words,
  ) =>
    `A run can keep ${words.number(kept)} predicted ${outputs === 1 ? 'points' : `time steps of ${counted(outputs, 'output')}`}, but ${counted(updates, 'update')} can make ${words.number(most)}; choose fewer updates or shorter windows.`,
  'settingRules.notInTensorflow': ({ layers, cell }: { layers: number; cell: Text }, words: Words) =>
    `The TensorFlow family has one layer of the simple RNN, but was asked for ${counted(layers, 'layer')} of ${words.say(cell)}; choose PyTorch's family for these.`,
}

/** What was given, in any language. */
export function told(found: Found, words: Words): string {
  if (typeof found === 'number') return words.number(found)
  return typeof found === 'string' ? found : words.say(found)
}
