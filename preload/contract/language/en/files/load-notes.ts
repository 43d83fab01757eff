import { nounFor } from '../../english'
import type { Words } from '../../words'

type Names = { names: readonly string[] }

/** What a loaded file left unsaid, or what was done to it. */
export const loadNotes = {
  'loadNotes.assumed': ({ activation }: { activation: string }) =>
    `The file does not say whether its simple RNN computes tanh or relu; ${activation} was assumed.`,
  'loadNotes.rounded': ({ found }: { found: string }) =>
    `Its numbers are ${found} and were rounded to float32.`,
  'loadNotes.widened': ({ found }: { found: string }) =>
    `Its numbers are ${found}; they are float32 now, with the same values.`,
  'loadNotes.modules': (
    { layers, readout }: { layers: readonly string[]; readout: string },
    words: Words,
  ) => {
    const taken = layers.length > 1 ? 'layers, each fed by the one before, and' : 'the recurrent layers, and'
    return `${listed(layers, words)} ${nounFor(layers.length, 'was', 'were')} taken as ${taken} ${words.quote(readout)} as the read-out.`
  },
  'loadNotes.noBias': ({ names }: Names, words: Words) =>
    `${listed(names, words)} ${nounFor(names.length, 'has', 'have')} no biases; they are zeros now, and will be trained.`,
  'loadNotes.counters': ({ names }: Names, words: Words) =>
    `${listed(names, words)} ${nounFor(names.length, 'is a single whole number and was', 'are single whole numbers and were')} passed over.`,
  'loadNotes.trainingAlone': ({ names }: Names, words: Words) =>
    `What ${listed(names, words)} ${nounFor(names.length, 'does', 'do')} in training alone (dropout, noise, regularizers, constraints) was left out; predictions are the same.`,
  'loadNotes.multiplied': ({ names }: Names, words: Words) =>
    `${listed(names, words)} are linear; they were multiplied into one another and into the layers after them, and predict the same.`,
  'loadNotes.computesIn': ({ policy }: { policy: string }) =>
    `Its model computes in ${policy}, Unroll in float32; predictions differ by the rounding.`,
  'loadNotes.defaults': ({ file, gated }: { file: string; gated: boolean }) =>
    `A weight file of ${file} holds arrays alone: it was assumed that its layers follow each other and end in a linear Dense one${gated ? ', with sigmoid gates and tanh outputs' : ''}.`,
  'loadNotes.quantized': ({ found }: { found: string }) =>
    `Its numbers are quantized to ${found}; they are the float32 numbers now that these stand for.`,
}

/** The names of modules in a row; one that has none is the whole of the file. */
function listed(names: readonly string[], words: Words): string {
  return words.list(names.map((name) => (name === '' ? 'The module itself' : words.quote(name))))
}
