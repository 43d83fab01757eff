import type { Words } from '../../words'

const CHOOSE = 'choose a file of weights: .safetensors, .npz, .weights.h5, .keras or .json'

/** How the letters of a text are written, where it is not as usual, in UTF-8: in UTF-16, or in one byte each. */
type Encoded = { encoding: 'UTF-16' | 'one-byte' | null }

function itIs({ encoding }: Encoded): string {
  if (encoding === null) return 'it is'
  return `it is, in ${encoding === 'UTF-16' ? encoding : 'an encoding older than UTF-8'},`
}

/** What a chosen file is that is a text and no weights. */
export const foreignTexts = {
  'foreignTexts.lfsPointer': (how: Encoded) =>
    `${itIs(how)} a pointer of Git LFS, which stands for a file that was not fetched; run "git lfs pull" where it came from, and load it again`,
  'foreignTexts.webPage': (how: Encoded) =>
    `${itIs(how)} a web page, and not the file that was to come; download the file itself again`,
  'foreignTexts.svg': (how: Encoded) => `${itIs(how)} an SVG picture; ${CHOOSE}`,
  'foreignTexts.xml': (how: Encoded) => `${itIs(how)} an XML text; ${CHOOSE}`,
  'foreignTexts.checkpoints': (how: Encoded) =>
    `${itIs(how)} the list of a folder of TensorFlow checkpoints; load one in TensorFlow, and save its weights with numpy.savez`,
  'foreignTexts.ownTable': (how: Encoded) =>
    `${itIs(how)} a table of updates, as Unroll exports it, which has no weights; ${CHOOSE}`,
  'foreignTexts.table': ({ columns, ...how }: Encoded & { columns: number }, words: Words) =>
    `${itIs(how)} a table of ${words.number(columns)} columns; ${CHOOSE}`,
  'foreignTexts.text': ({ start, ...how }: Encoded & { start: string }, words: Words) =>
    `${itIs(how)} a text, which begins ${words.quote(start)}; ${CHOOSE}`,
  'foreignTexts.likeJson': (how: Encoded) => `${itIs(how)} a text that begins like JSON; ${CHOOSE}`,
  'foreignTexts.json': (how: Encoded) => `${itIs(how)} a JSON text; ${CHOOSE}`,
  'foreignTexts.notebook': (how: Encoded) =>
    `${itIs(how)} a notebook of Jupyter; run it, and choose the file of weights that it saves`,
  'foreignTexts.weightMap': (how: Encoded) =>
    `${itIs(how)} the list of a model whose weights lie in several files; in PyTorch, load them all and write one with safetensors.torch.save_file`,
}
