import type { Text } from '../text'
import type { Words } from '../words'

/** Whether anything of the future reaches what is computed before it. */
export const leak = {
  'leak.resampling': 'resampling',
  'leak.scaling': 'scaling',
  'leak.windows': 'training windows',
  'leak.season': 'season',
  'leak.rivals': 'rivals',
  'leak.predictions': 'predictions',
  'leak.foundSomewhere': ({ path, cut }: { path: Text; cut: number }, words: Words) =>
    `Leak: with noise from row ${words.number(cut)} on, the ${words.say(path)} changed, although nothing of it may depend on those rows.`,
  'leak.foundAt': ({ path, cut, row }: { path: Text; cut: number; row: number }, words: Words) =>
    `Leak: with noise from row ${words.number(cut)} on, the ${words.say(path)} changed at row ${words.number(row)}, which comes before it.`,
  'leak.none': ({ paths, cuts }: { paths: readonly Text[]; cuts: number }, words: Words) =>
    `No leak: with noise after ${words.number(cuts)} different rows, nothing before them changed in ${words.list(paths.map(words.say), 'and')}.`,
}
