import type { Words } from '../../words'

/** The formats in which a run leaves the app: what each is for, what it lacks, and when it cannot be had. */
export const formats = {
  'formats.safetensors': 'safetensors',
  'formats.safetensorsPurpose': 'For PyTorch (load_state_dict) and for continuing in Unroll.',
  'formats.npz': 'NumPy archive',
  'formats.npzPurpose': 'For NumPy and whatever reads its arrays, under the names of PyTorch or of Keras.',
  'formats.keras': 'Keras weights',
  'formats.kerasPurpose': 'For Keras 3, whose load_weights takes it into a model of the same layers.',
  'formats.kerasLacks': 'The second bias of an RNN or LSTM cell: Keras has one, which gets the sum of both.',
  'formats.tfjs': 'TensorFlow.js model',
  'formats.tfjsPurpose':
    'For the browser, by tf.loadLayersModel; its weights are in a second file, .weights.bin.',
  'formats.tfjsLacks':
    'The carrying of the state from window to window, and the second bias of a cell, which is added to the first.',
  'formats.onnx': 'ONNX model',
  'formats.onnxPurpose':
    'For any ONNX runtime: a window and its states go in, predictions and states come out.',
  'formats.onnxLacks': 'Loading: Unroll writes such a file but cannot load it.',
  'formats.csv': 'Table of the updates',
  'formats.csvPurpose':
    'For a spreadsheet or pandas: a row for each time step of every update, with its loss.',
  'formats.csvLacks': 'The weights: it holds predictions only.',
  'formats.optimizerLacks': 'The optimiser’s state; it starts fresh when the file is loaded.',
  'formats.unknownEnding': ({ endings, name }: { endings: readonly string[]; name: string }, words: Words) =>
    `The name of a weight file must end in ${words.list(endings, 'or')}, but is ${words.quote(name)}; give it the ending of the format that you want.`,
  'formats.diverged':
    'This run has diverged: its weights predict nothing any more. Lower the learning rate and press Reset; the table of its updates can still be exported.',
  'formats.otherGru':
    'The GRU of TensorFlow.js is another function than this one; choose Keras, ONNX or another format.',
}
