import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

export const verifyCommand = {
  'verifyCommand.usage': ({ usage }: { usage: string }) => `Usage: ${usage} FILE [options]`,
  'verifyCommand.about': `Makes the updates of a project (.unroll) again, from each of its keyframes to the next, and says whether they are to the
last bit what it holds, the same but for rounding on another processor, or else which update is the first that differs.`,
  'verifyCommand.lastHelp': 'only the updates after the last keyframe but one, as when it is opened',
  'verifyCommand.jsonHelp': 'a line of JSON instead of a sentence',
  'verifyCommand.oneFile': ({ count }: { count: number }, words: Words) =>
    `verify takes one project file, but ${count === 0 ? 'none was' : `${words.number(count)} were`} given; name one that ends in .unroll.`,
  'verifyCommand.progress': ({ updates, of }: { updates: number; of: number }, words: Words) =>
    `${words.number(updates)} of ${counted(of, 'update')}`,
  'verifyCommand.line': ({ name, sentence }: { name: string; sentence: Text }, words: Words) =>
    `${name}: ${words.say(sentence)}`,
}
