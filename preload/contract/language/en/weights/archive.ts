import { counted } from '../../english'
import type { Words } from '../../words'

type Nameless = { file: string | null }

/** What is wrong with the zip archive that a file of weights is. */
export const archive = {
  'archive.unreadable': 'it should be a zip archive, but its list of members cannot be read',
  'archive.manyMembers': ({ file, most }: Nameless & { most: number }, words: Words) =>
    `${words.file(file)} is too large to be weights: it should have at most ${counted(most, 'member')}, but has more; choose a smaller one.`,
  'archive.memberTwice': ({ name }: { name: string }, words: Words) =>
    `its members should have different names, but ${words.quote(name)} is there twice`,
  'archive.otherCompression': (
    { file, name, method }: Nameless & { name: string; method: number },
    words: Words,
  ) =>
    `${words.file(file)} is compressed in a way that Unroll does not read: ${words.quote(name)} should be stored or deflated, but has method ${method}; save it again uncompressed, or with zip's usual compression.`,
  'archive.tooLarge': ({ file, most, found }: Nameless & { most: number; found: number }, words: Words) =>
    `${words.file(file)} is too large to be weights: unpacked it should have at most ${counted(most, 'byte')}, but says ${words.number(found)}; choose a smaller one.`,
  'archive.otherSize': ({ name, size }: { name: string; size: number }, words: Words) =>
    `${words.quote(name)} should be ${counted(size, 'byte')} when it is unpacked, but is not`,
  'archive.otherMembers': 'it should hold the members that it lists, but does not',
}
