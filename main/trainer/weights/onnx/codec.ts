import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import { fromOnnx } from '../layouts/onnx-layout'
import { checkNamedWeights, type NamedWeights, nameWeights, type Weights } from '../named-weights'
import type { WeightCodec } from '../weight-codec'
import { notOurs, readModel } from './reader'
import { encodeModel } from './writer'

/**
 * ONNX models. They are for other programs: what Unroll reads is only what it wrote itself, to see that an export came
 * out whole.
 */
export const onnxCodec: WeightCodec = {
  encode: async (weights, { name }) => ok([{ name, bytes: encodeOnnx(weights) }]),
  decode: async ({ bytes }, fallback) => decodeOnnx(bytes, fallback),
}

/** Writes weights as an ONNX model. */
export function encodeOnnx(weights: Weights): Uint8Array {
  const { tensors, metadata } = nameWeights(weights)
  // How PyTorch is to take the tensors of a safetensors file: said of no ONNX model.
  const { format: _, ...ours } = metadata
  return encodeModel(weights.snapshot.network, { tensors, metadata: ours })
}

/**
 * Reads such a model back, bit for bit. What was found is written once more and must give the very bytes of the file, so
 * that nothing in it is overlooked: another graph, numbers elsewhere, anything put in.
 */
export function decodeOnnx(bytes: Uint8Array, fallback: RunConfig): Result<Weights> {
  const model = readModel(bytes)
  if (!model.ok) return model
  const { arrays, metadata } = model.value
  const tensors = fromOnnx(arrays)
  if (!tensors.ok) return tensors
  const weights = checkNamedWeights(tensors.value, metadata, fallback)
  if (!weights.ok) return weights
  if (!metadata.has('unroll.config')) return notOurs(text('onnx.noSettings'))
  const named: NamedWeights = { tensors: tensors.value, metadata: Object.fromEntries(metadata) }
  const place = firstDifference(bytes, encodeModel(weights.value.snapshot.network, named))
  return place === null ? weights : notOurs(text('onnx.otherByte', { place: place + 1 }))
}

/** The place of the first byte in which two files differ, or null. */
function firstDifference(a: Uint8Array, b: Uint8Array): number | null {
  const place = a.findIndex((byte, i) => byte !== b[i])
  if (place >= 0) return place
  return a.byteLength === b.byteLength ? null : a.byteLength
}
