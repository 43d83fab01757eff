import type { Text } from '../../text'
import type { Words } from '../../words'

/** What is wrong with a file of weights; `file` is null until its name is known. */
type Finding = { file: string | null; what: Text }

export const weightFiles = {
  'weightFiles.notWeights': ({ file, what, choose }: Finding & { choose: Text }, words: Words) =>
    `${words.file(file)} is not a weights file: ${words.say(what)}; choose ${words.say(choose)}.`,
  'weightFiles.chooseSafetensors': 'a .safetensors file saved by Unroll or PyTorch',
  'weightFiles.damaged': ({ file, what }: Finding, words: Words) =>
    `${words.file(file)} is a damaged weights file: ${words.say(what)}; save or copy it again, or choose another one.`,
  'weightFiles.mismatch': ({ file, what }: Finding, words: Words) =>
    `${words.file(file)} does not fit Unroll's network: ${words.say(what)}.`,
  'weightFiles.damagedMetadata': ({ file, what }: Finding, words: Words) =>
    `${words.file(file)} has damaged metadata: ${words.say(what)}; save it again, or choose another one.`,
  'weightFiles.namesOtherFolder': ({ file, found }: { file: string | null; found: string }, words: Words) =>
    `${words.file(file)} should name a file of its own folder, but names ${words.quote(found)}; choose a file that an exporter wrote.`,
  'weightFiles.numbersMissing': ({ file, beside }: { file: string | null; beside: string }, words: Words) =>
    `${words.file(file)} should have its numbers beside it, in ${words.quote(beside)}, but there is no file of this name; put both files into one folder.`,
  /** `value` and other numbers of a file as it has them: they may be infinite, or none. */
  'weightFiles.beyondFloat32': ({ name, value }: { name: string; value: string }, words: Words) =>
    `its float64 numbers should be within float32, up to 3.4e38, but one of ${words.quote(name)} is ${value}; choose weights of a training that did not diverge`,
  'weightFiles.notSavable':
    'The weights should be finite numbers to be saved, but this run has diverged; lower the learning rate and press Reset.',
  /** `value` is written as JavaScript does. */
  'weightFiles.notFinite': (
    { number, name, value }: { number: number; name: string; value: string },
    words: Words,
  ) =>
    `weights must be finite numbers, but number ${words.number(number)} of ${words.quote(name)} is ${value}; choose weights of a training that did not diverge`,
}
