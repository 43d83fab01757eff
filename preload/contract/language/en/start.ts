import type { Text } from '../text'
import type { Words } from '../words'

/** What hinders a start, or is to be known of one. */
export const start = {
  'start.failed': 'Unroll could not start',
  'start.failedAs': ({ why }: { why: Text }, words: Words) => `Unroll could not start. ${words.say(why)}`,
  'start.unforeseen': ({ message, logFile }: { message: string; logFile: string }) =>
    `Something failed that should not: ${message}. Start it again; if that does not help, ${logFile} says more.`,
  'start.nowhere': ({ wanted }: { wanted: string }) =>
    `Neither ${wanted} nor the folder for temporary files can be written: allow one of them to be, and start again.`,
  'start.otherMachine': ({ machine, folder }: { machine: string; folder: string }) =>
    `It is already running on the machine ${machine}, with the same folder ${folder}: quit it there, or, if it is not running, remove SingletonLock from that folder and start again.`,
  'start.lockUnknown':
    'Unroll could not find out whether it is already running. Do not start it a second time: both would write to its data folder.',
  'start.diskFull': ({ why }: { why: Text }, words: Words) =>
    `Unroll cannot keep anything in its data folder: ${words.say(why)}. Until then a crash loses the run.`,
  'start.elsewhere': ({ why }: { why: Text }, words: Words) =>
    `Unroll cannot write to its data folder: ${words.say(why)}. It has started without it: runs, recent files and the tour are forgotten when it quits.`,
  'start.noPermission': 'it has no permission there',
  'start.notMade': 'it cannot be made there',
  'start.noSuchLanguage': (
    { by, found, known }: { by: string; found: string; known: readonly string[] },
    words: Words,
  ) => `${by} should be ${words.list(known, 'or')}, but is ${words.quote(found)}; it is ignored.`,
  'start.notices': ({ told, more }: { told: readonly Text[]; more: number }, words: Words) =>
    [
      ...told.map(words.say),
      ...(more > 0 ? [`${words.number(more)} more like this: Help > Open logs folder has all.`] : []),
    ].join(' '),
}
