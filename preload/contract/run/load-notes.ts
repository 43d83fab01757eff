import { nounFor } from '../words'

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
export function wordsOfLoaded({ assumed, notes = [] }: Loaded): readonly string[] {
  const sentences = notes.map(inWords)
  if (assumed)
    sentences.unshift(
      `The file does not say whether its simple RNN computes tanh or relu; it was taken for ${assumed}.`,
    )
  return sentences
}

function inWords(note: LoadNote): string {
  switch (note.kind) {
    case 'numbers':
      return note.found === 'float64'
        ? 'Its numbers are float64 and were rounded to float32.'
        : `Its numbers are ${note.found}; they are float32 now, with the same values.`
    case 'modules': {
      const fed =
        note.layers.length > 1 ? `layers, each fed by the one before, and` : 'the recurrent layers, and'
      return `${listed(note.layers)} ${nounFor(note.layers.length, 'was', 'were')} taken for ${fed} ${JSON.stringify(note.readout)} for the read-out.`
    }
    case 'no-bias':
      return `${listed(note.modules)} ${nounFor(note.modules.length, 'has', 'have')} no biases; they are zeros now, and will be trained.`
    case 'counters':
      return `${listed(note.names)} ${nounFor(note.names.length, 'is a single whole number and was', 'are single whole numbers and were')} passed over.`
    case 'training-alone':
      return `What ${listed(note.layers)} ${nounFor(note.layers.length, 'does', 'do')} in training alone (dropout, noise, regularizers, constraints) was left out; predictions are the same.`
    case 'multiplied':
      return `${listed(note.layers)} are linear; they were multiplied into one another and into the layers after them, and predict the same.`
    case 'computes-in':
      return `Its model computes in ${note.policy}, Unroll in float32; predictions differ by the rounding.`
    case 'defaults':
      return `A weight file of ${note.file} holds arrays alone: that its layers follow each other and end in a linear Dense one${note.gated ? ', with sigmoid gates and tanh outputs,' : ''} was taken for granted.`
    case 'quantized':
      return `Its numbers are quantized to ${note.found}; they are the float32 numbers now that these stand for.`
  }
}

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => (name === '' ? 'The module itself' : JSON.stringify(name)))
  const last = quoted.pop() ?? ''
  return quoted.length > 0 ? `${quoted.join(', ')} and ${last}` : last
}
