import { counted } from '../english'
import type { Text } from '../text'
import type { Words } from '../words'

export const cli = {
  'cli.notOneOf': (
    { what, names, given }: { what: Text; names: readonly string[]; given: string },
    words: Words,
  ) =>
    `${words.say(what)} must be one of ${names.join(', ')}, but "${given}" was given; choose one of these.`,
  'cli.theCommand': 'The command',
  'cli.theEngine': 'The engine',
  'cli.theLanguage': 'The language',
  'cli.theLanguageVariable': 'The language of UNROLL_LANGUAGE',
  'cli.valueMissing': ({ option }: { option: string }) =>
    `${option} must have a value, but has none; write ${option} and then the value.`,
  'cli.valueUnwanted': ({ option, value }: { option: string; value: string }) =>
    `${option} must have no value, but "${value}" was given; write ${option} alone.`,
  'cli.unknownOption': ({ option }: { option: string }) =>
    `The options must be those that --help lists, but "${option}" was given; look there for its name.`,
  'cli.optionsKeptByNpm': ({ options, command }: { options: readonly string[]; command: string }) =>
    `The options must stand behind two dashes, but npm has taken ${options.join(', ')} for its own; write: ${command}`,
  'cli.wordsKeptByNpm': ({ given, command }: { given: string; command: string }) =>
    `The options must stand behind two dashes, but npm has taken what stood before ${given} for its own; write: ${command}`,
  'cli.fault': ({ what, log }: { what: string; log: string | null }) =>
    `Unroll should have done this or said why not, but met a fault of its own (${what}); please report it, ${log === null ? 'no log could be written' : `the log is ${log}`}.`,
  'cli.outputLost': ({ why }: { why: Text }, words: Words) =>
    `Standard output cannot be written any more: ${words.say(why)}; what would have stood there from here on is lost.`,
  'cli.outputClosed': 'it is closed',
  'cli.noFolder': ({ name, folder }: { name: string; folder: string }) =>
    `"${name}" must go into a folder, but there is none at ${folder}; make it, or choose another.`,
  'cli.takenBeside': ({ name, beside }: { name: string; beside: string }) =>
    `"${name}", which goes beside "${beside}", is there already and was not named; give --force to replace it, or choose another name.`,
  'cli.writtenTwice': ({ name, as }: { name: string; as: readonly Text[] }, words: Words) =>
    `Every file must be written once, but "${name}" would be written twice, ${words.list(as)}; choose another name for one of them.`,
  'cli.readAndWritten': ({ name }: { name: string }) =>
    `What is written must be another file than those that are read, but "${name}" is one of them; choose another name.`,
  'cli.asNamed': ({ name }: { name: string }) => `as "${name}"`,
  'cli.asBeside': ({ beside }: { beside: string }) => `beside "${beside}"`,
  'cli.saved': ({ files }: { files: readonly Text[] }, words: Words) => `Saved ${words.list(files)}.`,
  'cli.savedAndRead': ({ files, found }: { files: readonly Text[]; found: Text }, words: Words) =>
    `Saved ${words.list(files)}; read back, ${words.say(found)}.`,
  'cli.file': ({ name, bytes }: { name: string; bytes: number }) => `${name} (${counted(bytes, 'byte')})`,
  'cli.numbersSame': 'every number is the same',
  'cli.predictsSame': 'it predicts the same to the last bit',
  'cli.predictsOtherwise': ({ difference }: { difference: string }) =>
    `its predictions differ by at most ${difference}`,
  'cli.help': 'this text',
  'cli.languageHelp': ({ languages }: { languages: readonly string[] }) =>
    `what this command speaks: ${languages.join(', ')} (${languages[0]}, or what UNROLL_LANGUAGE says)`,
  'cli.engineHelp': ({ engines }: { engines: readonly string[] }) =>
    `what updates are computed with: ${engines.join(', ')} (${engines[0]})`,
  'cli.exitCodes': `The exit code is 0 when all went well, 1 when the work failed (a run that diverged, a file or the output that could
not be written, a comparison that is off), 2 when something was refused before the work (an option, a file), 70 after a
fault of Unroll itself, 141 when nobody reads its output any more, and 129, 130 or 143 when it was ended by SIGHUP,
Ctrl-C or SIGTERM.`,
}
