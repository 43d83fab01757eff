import type { Text } from '../../text'
import type { Words } from '../../words'

const CHOOSE = 'choose a file of weights: .safetensors, .npz, .weights.h5, .keras or .json'
const WITH_TORCH = 'in PyTorch, write the state_dict with safetensors.torch.save_file'
const UNPACK = 'unpack it, and choose the file in it'

/** What a chosen file is that holds no weights, or others than its name says. */
export const foreign = {
  'foreign.notWeights': ({ file, what }: { file: string | null; what: Text }, words: Words) =>
    `${words.file(file)} is not a weights file: ${words.say(what)}.`,
  'foreign.otherName': (
    { file, what, ending }: { file: string | null; what: Text; ending: string },
    words: Words,
  ) =>
    `${words.file(file)} is ${words.say(what)}, but is not called so; give its name the ending ${ending} and load it again.`,
  'foreign.safetensors': 'a safetensors file',
  'foreign.npz': 'a NumPy archive',
  'foreign.kerasModel': 'a model of Keras',
  'foreign.hdf5': 'an HDF5 file, such as Keras writes',
  'foreign.tfjs': 'a model of TensorFlow.js',
  'foreign.unknown': `it holds nothing that Unroll knows; ${CHOOSE}`,
  'foreign.numbersAlone':
    'it holds the numbers of a TensorFlow.js model alone; choose the .json file beside it',
  'foreign.zeros': 'it holds nothing but zeros, as a download leaves that was cut off; get it again',
  'foreign.emptyZip': `it is an empty zip archive; ${CHOOSE}`,
  'foreign.brokenZip': 'it is a zip archive that is damaged or was cut off; get or save it again',
  'foreign.otherZip': 'it is a zip archive of other files; unpack it, and choose the file in it',
  'foreign.project':
    'it is a project of Unroll; give its name the ending .unroll, and File > Open Project… opens it',
  'foreign.torchZip': `it is what torch.save writes, a Python pickle in a zip archive, which Unroll never reads; ${WITH_TORCH}`,
  'foreign.torchPickle': `it is what older versions of torch.save write, a Python pickle, which Unroll never reads; ${WITH_TORCH}`,
  'foreign.torchTar': `it is what the first versions of torch.save wrote, a Python pickle in a tar archive, which Unroll never reads; ${WITH_TORCH}`,
  'foreign.pickle':
    'it is a Python pickle, which Unroll never reads, as it can run any program; load it in Python, and write the weights with safetensors.torch.save_file or numpy.savez',
  'foreign.zlib':
    'it is compressed with zlib, as joblib compresses its pickles; load it in Python, and save its arrays with numpy.savez',
  'foreign.singleArray':
    'it is a single array of NumPy; write all arrays of the network into one .npz file with numpy.savez',
  'foreign.checkpointIndex':
    'it is the index of a TensorFlow checkpoint; load it in TensorFlow, and save its weights with numpy.savez',
  'foreign.savedModel':
    'it is a SavedModel of TensorFlow; load its folder in Keras, and write the weights with save_weights',
  'foreign.savedModelZip':
    'it is a zip archive with a SavedModel of TensorFlow; load it in Keras, and write its weights with save_weights',
  'foreign.ownOnnx': `it is an ONNX model of Unroll, which writes such files and does not load them; ${CHOOSE}`,
  'foreign.onnx': `it is an ONNX model, which Unroll writes and does not load; ${CHOOSE}`,
  'foreign.archive': ({ kind }: { kind: string }) =>
    `it is ${kind === 'xz' || kind === 'LZ4' ? 'an' : 'a'} ${kind} archive; ${UNPACK}`,
  'foreign.picture': ({ kind }: { kind: string }) => `it is a ${kind} picture; ${CHOOSE}`,
  'foreign.is': ({ thing }: { thing: Text }, words: Words) => `it is ${words.say(thing)}; ${CHOOSE}`,
  'foreign.matlab': 'a MATLAB file',
  'foreign.gguf': 'a GGUF model, of llama.cpp',
  'foreign.tflite': 'a TensorFlow Lite model',
  'foreign.parquet': 'a Parquet table',
  'foreign.arrow': 'an Arrow table',
  'foreign.feather': 'a Feather table',
  'foreign.sqlite': 'an SQLite database',
  'foreign.netcdf': 'a NetCDF file',
  'foreign.sound': 'a sound file',
  'foreign.film': 'a video',
  'foreign.pdf': 'a PDF document',
  'foreign.postscript': 'a PostScript document',
  'foreign.office': 'an Office document',
  'foreign.linuxProgram': 'a program for Linux',
  'foreign.macProgram': 'a program for macOS',
  'foreign.windowsProgram': 'a program for Windows',
  'foreign.webAssembly': 'a WebAssembly program',
  'foreign.javaClass': 'a Java class',
  'foreign.javaProgram': 'a Java program',
}
