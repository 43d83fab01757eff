import { counted } from '../../english'
import type { Words } from '../../words'

type Named = { name: string }

const SAVE =
  'save kernel, recurrent_kernel and bias of the recurrent layers, and kernel and bias of one Dense(1)'

/** What is wrong with an archive of NumPy arrays: most of it parts of the sentences of `weightFiles`. */
export const npz = {
  'npz.noArchive': 'an .npz file is a zip archive and begins with "PK", but this one does not',
  'npz.choose': 'an .npz file that numpy.savez or Unroll has written',
  'npz.noArray': ({ name }: Named, words: Words) =>
    `${words.quote(name)} should be an array of NumPy, but does not begin like one`,
  'npz.otherVersion': ({ name, found }: Named & { found: string }, words: Words) =>
    `${words.quote(name)} should be of version 1.0, 2.0 or 3.0 of NumPy's format, but is of ${found}`,
  'npz.headerTooLong': ({ name, most, found }: Named & { most: number; found: number }, words: Words) =>
    `${words.quote(name)} should have a header of at most ${counted(most, 'byte')} within the file, but it says ${words.number(found)}`,
  'npz.otherHeader': ({ name, found }: Named & { found: string }, words: Words) =>
    `the header of ${words.quote(name)} should tell descr, fortran_order and shape, but is ${words.quote(found)}`,
  'npz.pythonObjects': ({ file, name }: Named & { file: string | null }, words: Words) =>
    `${words.file(file)} holds Python objects, which Unroll never reads: ${words.quote(name)} should hold numbers; save float32 arrays with numpy.savez.`,
  /** `needed` is null for a shape that cannot be. */
  'npz.otherSize': (
    { name, shape, needed, found }: Named & { shape: string; needed: number | null; found: number },
    words: Words,
  ) =>
    `${words.quote(name)} has the shape (${shape}) and needs ${needed === null ? 'other bytes' : counted(needed, 'byte')}, but has ${words.number(found)}`,
  'npz.otherNumbers': ({ file, name, found }: Named & { file: string | null; found: string }, words: Words) =>
    `${words.file(file)} holds numbers that Unroll does not read: ${words.quote(name)} should be float32, float64 or float16, but is ${words.quote(found)}; convert it with .astype("float32") and save it again.`,
  'npz.notPart': ({ name }: Named, words: Words) => `${words.quote(name)} is not part of it; ${SAVE}`,
  'npz.missing': ({ name }: Named, words: Words) => `${words.quote(name)} is missing; ${SAVE}`,
  'npz.otherLayers': (
    { recurrent, dense, names }: { recurrent: number; dense: number; names: readonly string[] },
    words: Words,
  ) =>
    `it should have recurrent layers, with a kernel and a recurrent_kernel each, and one Dense layer with a kernel alone, but has ${words.number(recurrent)} of the first and ${words.number(dense)} of the other: ${words.quotedList(names)}; ${SAVE}`,
  'npz.gruWithoutBias': ({ name }: Named, words: Words) =>
    `${words.quote(name)} is a GRU without a bias, so that the file does not tell whether its reset gate comes before the recurrent product or after it; save it with use_bias=True`,
}
