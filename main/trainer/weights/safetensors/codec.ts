import { ok } from '@contract/result'
import type { WeightCodec } from '../weight-codec'
import { decodeWeights, encodeWeights } from '../weight-file'

/** Weights as a safetensors file with PyTorch's names. */
export const safetensorsCodec: WeightCodec = {
  encode: async (weights, { name }) => ok([{ name, bytes: encodeWeights(weights) }]),
  decode: async ({ bytes }, fallback) => decodeWeights(bytes, fallback),
}
