import { diskSize } from '../../disk-size'
import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

/** What a person does with project files in the window. */
export const projects = {
  'projects.whichSeries':
    'This run learns a table of yours. With the numbers in it, the project opens anywhere. With their hash alone, nobody can read them from it, and it opens only where Unroll has them.',
  'projects.included': 'With the Numbers',
  'projects.hash': 'Hash Alone',
  'projects.whichFamily': (
    { count, bytes, more }: { count: number; bytes: number; more: number },
    words: Words,
  ) =>
    [
      `This run has related runs: what it is a branch of, and other branches. With ${counted(count, 'related run')} in the project, about ${diskSize(bytes, words)} more, its ghost and its branches are there wherever it is opened.`,
      more === 0 ? '' : ` There is no room for ${counted(more, 'other related run')}.`,
    ].join(''),
  'projects.withFamily': 'With Related Runs',
  'projects.withoutFamily': 'This Run Alone',
  'projects.familyUnread': ({ name, count }: { name: string; count: number }) =>
    `${name} is saved, but without ${counted(count, 'related run')} that cannot be read.`,
  'projects.familyCame': ({ name, added }: { name: string; added: number }) =>
    `With ${name} came ${counted(added, 'related run')}: see Runs.`,
  'projects.familyUnkept': ({ name, why }: { name: string; why: Text }, words: Words) =>
    `${name} is open, but its related runs cannot be kept: ${words.say(why)}.`,
  'projects.replaceChanged': ({ name }: { name: string }) =>
    `${name} is not what was last saved or opened here: something else has changed it since. Replace it?`,
  'projects.readOnly': ({ name }: { name: string }) =>
    `${name} was saved by a newer version of Unroll, and this one would lose what it does not know of it. Choose another name.`,
  'projects.newer': ({ name }: { name: string }) =>
    `A newer version of Unroll saved ${name}. What this one knows of it is open; the file stays as it is, so save your work under another name.`,
  'projects.notByItself': ({ name }: { name: string }) =>
    `${name} was changed by something else since it was last saved or opened here, so it is not saved by itself. File > Save Project replaces it; File > Save Project As… leaves it as it is.`,
  'projects.goneByItself': ({ name }: { name: string }) =>
    `${name} is no longer where it was, so it is not saved by itself. File > Save Project writes it again.`,

  'projects.proving': ({ name }: { name: string }) => `Making the updates of ${name} again…`,
  'projects.provingAt': ({ name, done, of }: { name: string; done: number; of: number }, words: Words) =>
    `Making the updates of ${name} again: ${words.number(done)} of ${words.number(of)}`,
  'projects.proven': ({ name, proof }: { name: string; proof: Text }, words: Words) =>
    `${name}: ${words.say(proof)}`,
  'projects.checkAll': 'Check all',
  'projects.cancel': 'Cancel',
  'projects.dismiss': 'Dismiss',

  'projects.notes': 'Project notes',
  'projects.notesExplained':
    'Whatever you want to keep with this run; it is kept when you close this, and goes into the project file when that is saved.',
  'projects.close': 'Close',
}
