import type { Text } from '../../text'
import type { Words } from '../../words'

/** Values out of a JSON text, as a sentence shows them. */
export const jsonValue = {
  'jsonValue.nothing': 'nothing',
  'jsonValue.object': 'an object',
  'jsonValue.text': ({ value }: { value: string }, words: Words) => words.quote(value),
  /** A number, true, false or null, as the text has it. */
  'jsonValue.literal': ({ value }: { value: string }) => value,
  'jsonValue.list': ({ items }: { items: Text[] }, words: Words) => `[${items.map(words.say).join(', ')}]`,
  'jsonValue.longList': ({ count }: { count: number }, words: Words) => `a list of ${words.number(count)}`,
}
