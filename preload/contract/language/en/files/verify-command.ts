import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

/** A project and a table, and the hashes of the one's series and of the other's. */
type Tables = {
  readonly project: string
  readonly name: string
  readonly expected: string
  readonly found: string
}

export const verifyCommand = {
  'verifyCommand.usage': ({ usage }: { usage: string }) => `Usage: ${usage} FILE [options]`,
  'verifyCommand.about': `Makes the updates of a project (.unroll) again, from each of its keyframes to the next, and says whether they are to the
last bit what it holds, the same but for rounding on another processor, or else which update is the first that differs;
those of related runs as well.`,
  'verifyCommand.lastHelp': 'only the updates of its own run after the last keyframe but one',
  'verifyCommand.jsonHelp': 'a line of JSON instead of a sentence',
  'verifyCommand.dataHelp':
    'the table of a project that has only the hash of it; it is read as by train --data:',
  'verifyCommand.tableWanted': ({ project, table }: { project: string; table: Text }, words: Words) =>
    `${words.quote(project)} has the hash of what it learned (${words.say(table)}) and not the numbers; give that table with --data.`,
  'verifyCommand.noTableWanted': ({ project }: { project: string }, words: Words) =>
    `${words.quote(project)} has all that its proof needs, and takes no table; leave out --data.`,
  'verifyCommand.otherTable': ({ project, name, expected, found }: Tables, words: Words) =>
    `${words.quote(project)} was made of a series with the SHA-256 ${expected}, but ${words.quote(name)} is read as one with ${found}; give the table that it was made of, and tell how it was read then (such as --missing, --time, --header or --irregular).`,
  'verifyCommand.oneFile': ({ count }: { count: number }, words: Words) =>
    `verify takes one project file, but ${count === 0 ? 'none was' : `${words.number(count)} were`} given; name one that ends in .unroll.`,
  'verifyCommand.progress': ({ updates, of }: { updates: number; of: number }, words: Words) =>
    `${words.number(updates)} of ${counted(of, 'update')}`,
  'verifyCommand.line': ({ name, sentence }: { name: string; sentence: Text }, words: Words) =>
    `${name}: ${words.say(sentence)}`,
}
