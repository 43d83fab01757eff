import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

type Key = { key: string }

/** What is wrong with a file from which a run should go on. */
export const checkpoint = {
  'checkpoint.unusable': ({ file, what }: { file: string | null; what: Text }, words: Words) =>
    `${words.file(file)} is not a checkpoint: ${words.say(what)}; press Reset to start again.`,
  'checkpoint.otherVersion': ({ key, version }: Key & { version: string }, words: Words) =>
    `${words.quote(key)} should be ${words.quote(version)}, but is not`,
  'checkpoint.noRun': ({ key }: Key, words: Words) =>
    `${words.quote(key)} should describe a run, but does not`,
  'checkpoint.otherRun': ({ key }: Key, words: Words) =>
    `${words.quote(key)} should name the same run, but does not`,
  'checkpoint.otherArrays': (
    { network, hiddenUnits }: { network: Text; hiddenUnits: number },
    words: Words,
  ) =>
    `it should hold the initial and the present weights of ${words.say(network)} with ${counted(hiddenUnits, 'hidden unit')}, but does not`,
}
