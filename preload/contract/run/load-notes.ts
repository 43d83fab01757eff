import type { Text } from '../language/text'
import { text } from '../language/texts'

/**
 * What a weight file leaves unsaid and was taken for granted, so that whoever loads it can be told: PyTorch's files do
 * not say whether a simple RNN computes tanh or relu.
 */
export type Assumption = 'tanh' | 'relu'

/** What was done to a weight file so that it became one of Unroll's networks, where that deserves a word. */
export type LoadNote =
  /** Its numbers are of another kind than float32; the first tensor that says so. */
  | { readonly kind: 'numbers'; readonly found: 'float64' | 'float16' | 'bfloat16' }
  /** Its modules have other names: those of the recurrent layers, each fed by the one before, and that of the read-out. */
  | { readonly kind: 'modules'; readonly layers: readonly string[]; readonly readout: string }
  /** These modules have no biases, which is the same function as with zeros. */
  | { readonly kind: 'no-bias'; readonly modules: readonly string[] }
  /** These are single whole numbers, which count something and weigh nothing. */
  | { readonly kind: 'counters'; readonly names: readonly string[] }
  /** These layers of Keras do something in training alone, such as dropout. */
  | { readonly kind: 'training-alone'; readonly layers: readonly string[] }
  /** These layers are linear, and several follow each other or stand between others. */
  | { readonly kind: 'multiplied'; readonly layers: readonly string[] }
  /** The model computes in other numbers than float32. */
  | { readonly kind: 'computes-in'; readonly policy: string }
  /** It has weights of Keras alone, which do not say what the layers compute; `gated` unless it is a simple RNN. */
  | { readonly kind: 'defaults'; readonly file: 'Keras 2' | 'Keras 3'; readonly gated: boolean }
  /** Its numbers were made whole numbers of one or two bytes, with a scale for each array. */
  | { readonly kind: 'quantized'; readonly found: string }

/** What is to be said of a file that was loaded. */
export type Loaded = {
  /** Left out where the file says everything. */
  readonly assumed?: Assumption
  /** Left out where nothing was done to the file. */
  readonly notes?: readonly LoadNote[]
}

/** A sentence for everything that a loaded file left unsaid or that was changed in it; none for most files. */
export function wordsOfLoaded({ assumed, notes = [] }: Loaded): readonly Text[] {
  const unsaid = assumed ? [text('loadNotes.assumed', { activation: assumed })] : []
  return [...unsaid, ...notes.map(inWords)]
}

function inWords(note: LoadNote): Text {
  switch (note.kind) {
    case 'numbers':
      return note.found === 'float64'
        ? text('loadNotes.rounded', { found: note.found })
        : text('loadNotes.widened', { found: note.found })
    case 'modules':
      return text('loadNotes.modules', { layers: note.layers, readout: note.readout })
    case 'no-bias':
      return text('loadNotes.noBias', { names: note.modules })
    case 'counters':
      return text('loadNotes.counters', { names: note.names })
    case 'training-alone':
      return text('loadNotes.trainingAlone', { names: note.layers })
    case 'multiplied':
      return text('loadNotes.multiplied', { names: note.layers })
    case 'computes-in':
      return text('loadNotes.computesIn', { policy: note.policy })
    case 'defaults':
      return text('loadNotes.defaults', { file: note.file, gated: note.gated })
    case 'quantized':
      return text('loadNotes.quantized', { found: note.found })
  }
}
