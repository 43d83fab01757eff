import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

/** What is wrong with a safetensors file: most of it parts of the sentences of `weightFiles`. */
export const safetensors = {
  'safetensors.tooShort': ({ needed, found }: { needed: number; found: number }) =>
    `a safetensors file starts with ${counted(needed, 'byte')} that say how long its header is, but this one has ${counted(found, 'byte')} in all`,
  /** `found` in digits: it may be up to 2^64. */
  'safetensors.headerTooLong': ({ most, found }: { most: number; found: string }, words: Words) =>
    `a safetensors file starts with the length of its header, at most ${counted(most, 'byte')}, but this one starts with ${words.number(BigInt(found))}`,
  'safetensors.noHeader':
    'the header of a safetensors file is a JSON object and starts with "{", but this one does not',
  'safetensors.headerCut': ({ length, found }: { length: number; found: number }, words: Words) =>
    `its header should be ${counted(length, 'byte')} long, but only ${words.number(found)} follow`,
  'safetensors.headerNotUtf8': 'its header should be UTF-8 text, but is not',
  'safetensors.keyTwice': ({ key }: { key: string }, words: Words) =>
    `${words.quote(key)} is in its header twice`,
  /** `found` is null at the end of the header. */
  'safetensors.unexpected': (
    { place, expected, found }: { place: number; expected: Text; found: string | null },
    words: Words,
  ) =>
    `character ${words.number(place)} of its header should be ${words.say(expected)}, but is ${found === null ? 'its end' : words.quote(found)}`,
  'safetensors.character': ({ character }: { character: string }, words: Words) => words.quote(character),
  'safetensors.commaOr': ({ character }: { character: string }, words: Words) =>
    words.list([words.quote(','), words.quote(character)], 'or'),
  'safetensors.textInQuotes': 'a text in quotes',
  'safetensors.textOfUnicode': 'a text of whole Unicode characters',
  'safetensors.wholeNumber': ({ most }: { most: number }, words: Words) =>
    `a whole number from 0 to ${words.number(most)}`,
  'safetensors.end': 'its end',
  'safetensors.unknownField': ({ name, field }: { name: string; field: string }, words: Words) =>
    `${words.quote(name)} has a field ${words.quote(field)}, which safetensors does not know`,
  'safetensors.noField': ({ name, field }: { name: string; field: string }, words: Words) =>
    `${words.quote(name)} has no ${words.quote(field)}`,
  'safetensors.notTwoOffsets': ({ name, found }: { name: string; found: number }, words: Words) =>
    `the "data_offsets" of ${words.quote(name)} should be two numbers, but are ${words.number(found)}`,
  'safetensors.beginsElsewhere': (
    { name, expected, found }: { name: string; expected: number; found: number },
    words: Words,
  ) =>
    `${words.quote(name)} should begin at byte ${words.number(expected)} of the numbers, where those before it end, but begins at ${words.number(found)}`,
  'safetensors.notCovered': ({ described, found }: { described: number; found: number }, words: Words) =>
    `its header describes ${counted(described, 'byte')} of numbers, but ${words.number(found)} follow it`,
  'safetensors.shapeTooLarge': ({ name, shape }: { name: string; shape: string }, words: Words) =>
    `${words.quote(name)} has the shape [${shape}], which is more than any file can hold`,
  'safetensors.otherBytes': (
    {
      name,
      shape,
      needed,
      begin,
      end,
    }: { name: string; shape: string; needed: number; begin: number; end: number },
    words: Words,
  ) =>
    `${words.quote(name)} has the shape [${shape}] and needs ${counted(needed, 'byte')}, but has those from ${words.number(begin)} to ${words.number(end)}`,
  'safetensors.otherNumbers': (
    { file, name, wanted, found }: { file: string | null; name: string; wanted: string[]; found: string },
    words: Words,
  ) =>
    `${words.file(file)} holds numbers that Unroll does not read: ${words.quote(name)} should be ${words.list(wanted, 'or')}, but is ${words.quote(found)}; convert the weights with .float() in PyTorch and save them again.`,
}
