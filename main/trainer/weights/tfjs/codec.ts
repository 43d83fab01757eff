import { tfjsWeightsName } from '@contract/files/companion-files'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import type { ArrayOf } from '../../network/shape/named-arrays'
import { damagedMetadata } from '../base/file-sentence'
import { fromKeras, type KerasArrays, toKeras } from '../layouts/keras-layout'
import { networkText } from '../metadata/network-text'
import { checkNamedWeights, nameWeights, type Weights, withCellTold, withNotes } from '../named-weights'
import type { EncodedFile, GivenFile, WeightCodec } from '../weight-codec'
import { modelText } from './model-text'
import { hashOfWeights, WEIGHTS_HASH } from './pair'
import type { WrittenModel } from './plan'
import { readModel } from './reader'

/**
 * Layers models of TensorFlow.js: the chosen `.json` and its numbers in `<stem>.weights.bin` beside it. The two biases
 * of a layer become one, which is their sum.
 */
export const tfjsCodec: WeightCodec = {
  encode: async (weights, { name }) => encodeTfjs(weights, name),
  decode: decodeTfjs,
}

/** Writes weights as a layers model; a GRU is refused. */
export function encodeTfjs(weights: Weights, name: string): Result<readonly EncodedFile[]> {
  const { cell, layers, hiddenUnits, inputs, outputs } = weights.snapshot.network
  if (cell === 'gru') return fail('weights-mismatch', text('tfjs.holdsNoGru', { file: null }))
  const { tensors, metadata } = nameWeights(weights)
  const arrays = toKeras(tensors, layers)
  const all = inOrder(arrays)
  // Two biases that are finite may add up to more than a float32 holds.
  if (!all.every(({ values }) => values.every(Number.isFinite)))
    return fail('weights-mismatch', text('tfjs.holdsNoSuchBiases', { file: null }))
  const recurrent = Array.from(
    { length: layers },
    (_, layer) => `${cell === 'lstm' ? 'lstm' : 'simple_rnn'}_${layer + 1}`,
  )
  const plan: WrittenModel = { cell, hiddenUnits, inputs, outputs, recurrent, readout: 'out' }
  // How PyTorch is to take the tensors of a safetensors file: said of no layers model.
  const { format: _, ...ours } = metadata
  const weightsName = tfjsWeightsName(name)
  const numbers = joined(all)
  const texts = { ...ours, [WEIGHTS_HASH]: hashOfWeights(numbers) }
  return ok([
    { name, bytes: new TextEncoder().encode(modelText(plan, weightsName, texts)) },
    { name: weightsName, bytes: numbers },
  ])
}

async function decodeTfjs(file: GivenFile, fallback: RunConfig): Promise<Result<Weights>> {
  const model = await readModel(file)
  if (!model.ok) return model
  const { cell, arrays, metadata, notes } = model.value
  const tensors = fromKeras(arrays)
  if (!tensors.ok) return tensors
  // Here the file tells tanh from relu.
  const weights = withCellTold(checkNamedWeights(tensors.value, metadata, withSettings(fallback, { cell })))
  if (!weights.ok) return weights
  const { network } = weights.value.config
  if (network.cell === cell) return withNotes(weights, notes)
  return damagedMetadata(
    text('tfjs.otherNetwork', {
      key: 'unroll.config',
      expected: networkText({ ...network, cell }),
      found: networkText(network),
    }),
  )
}

/** The order in which TensorFlow.js writes them. */
function inOrder({ layers, readout }: KerasArrays): ArrayOf[] {
  return [
    ...layers.flatMap(({ kernel, recurrentKernel, bias }) => [kernel, recurrentKernel, bias]),
    readout.kernel,
    readout.bias,
  ]
}

/** Bytes as they are: every machine that TensorFlow.js runs on natively is little-endian, as the format is. */
function joined(arrays: readonly ArrayOf[]): Uint8Array {
  const bytes = new Uint8Array(arrays.reduce((total, { values }) => total + values.byteLength, 0))
  let offset = 0
  for (const { values } of arrays) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), offset)
    offset += values.byteLength
  }
  return bytes
}
