import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

type Field = { name: string; found: string }

/** What is wrong with what Unroll keeps in a file beside the weights: most of it parts of the sentences of `weightFiles`. */
export const weightMetadata = {
  'weightMetadata.notTexts': ({ name }: { name: string }, words: Words) =>
    `${words.quote(name)} should be a JSON object of texts, but is not`,
  'weightMetadata.otherFormat': (
    { file, name, known, found }: Field & { file: string | null; known: string },
    words: Words,
  ) =>
    `${words.file(file)} is of a format that this Unroll does not know: ${words.quote(name)} should be ${words.quote(known)}, but is ${words.quote(found)}; open it with a newer Unroll, or choose another one.`,
  'weightMetadata.missing': ({ name }: { name: string }, words: Words) =>
    `it should have ${words.quote(name)}, but has not`,
  'weightMetadata.notJson': ({ name, found }: Field, words: Words) =>
    `${words.quote(name)} should be JSON, but is ${words.quote(found)}`,
  'weightMetadata.notSettings': ({ name, why }: { name: string; why: Text }, words: Words) =>
    `${words.quote(name)} should hold the settings of a run, but: ${words.finding(why)}`,
  'weightMetadata.otherHiddenUnits': (
    { name, weights, found }: { name: string; weights: number; found: number },
    words: Words,
  ) =>
    `${words.quote(name)} should say ${counted(weights, 'hidden unit')} as the weights have them, but says ${words.number(found)}`,
  'weightMetadata.otherNetwork': (
    { name, weights, found }: { name: string; weights: Text; found: Text },
    words: Words,
  ) =>
    `${words.quote(name)} should say ${words.say(weights)} as the weights have it, but says ${words.say(found)}`,
  'weightMetadata.otherCell': (
    { name, weights, found }: { name: string; weights: string; found: string },
    words: Words,
  ) => `${words.quote(name)} should say ${weights} as the weights have it, but says ${found}`,
  'weightMetadata.network': ({ layers, cell }: { layers: number; cell: Text }, words: Words) =>
    `${counted(layers, 'layer')} of ${words.say(cell)}`,
  'weightMetadata.notCount': ({ name, found }: Field, words: Words) =>
    `${words.quote(name)} should be a whole number from 0, but is ${words.quote(found)}`,
  'weightMetadata.otherStates': (
    { name, lists, numbers, found }: Field & { lists: number; numbers: number },
    words: Words,
  ) =>
    `${words.quote(name)} should be a list of ${lists === 1 ? 'one list' : counted(lists, 'list')} of ${counted(numbers, 'float32 number')}, but is ${words.quote(found)}`,
  'weightMetadata.notScalers': (
    { name, inputs, outputs, found }: Field & { inputs: number; outputs: number },
    words: Words,
  ) =>
    inputs === 0
      ? `${words.quote(name)} is of a series and should not be there, but is ${words.quote(found)}`
      : `${words.quote(name)} should be an offset and a scale above 0 for each of ${counted(inputs, 'input')} and ${counted(outputs, 'target')}, but is ${words.quote(found)}`,
}
