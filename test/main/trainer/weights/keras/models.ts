import { brotliDecompressSync } from 'node:zlib'
import { fixture } from '../samples'

/** A model as Keras or the converter of TensorFlow.js saved it, see test/fixtures/make/keras_models.py. */
export type SavedModel = {
  /** `keras3/plain-GRU.weights.h5`, `tfjs/plain-GRU-tfjs/model.json`. */
  readonly name: string
  /** The kind of model, without who wrote it and in which form: `plain-GRU`. */
  readonly kind: string
  readonly bytes: Uint8Array
  /** Its predictions for sin(i / 3), i = 0 … 19, from a state of zeros, [time step, output]; none where it takes two inputs. */
  readonly predictions: Float32Array
}

/** Every file of the fixture by its name, the numbers of layers models among them. */
export const FILES = new Map<string, Uint8Array>()

const unpacked = brotliDecompressSync(fixture('keras-models.br'))
const end = unpacked.indexOf('\n')
const index = JSON.parse(unpacked.toString('utf8', 0, end)) as {
  readonly files: readonly (readonly [string, number])[]
  readonly predictions: Readonly<Record<string, readonly number[]>>
}
let at = end + 1
for (const [name, length] of index.files) {
  FILES.set(name, new Uint8Array(unpacked.subarray(at, at + length)))
  at += length
}

export const SAVED_MODELS: readonly SavedModel[] = Object.entries(index.predictions).map(
  ([name, predictions]) => ({
    name,
    kind: name.replace(/^[^/]*\//, '').replace(/(?:-tfjs.*|\.keras|[.-]weights\.h5|\.h5)$/, ''),
    bytes: FILES.get(name) ?? new Uint8Array(),
    predictions: Float32Array.from(predictions),
  }),
)
