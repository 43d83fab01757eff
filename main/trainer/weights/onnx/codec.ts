import { mismatch } from '../file-sentence'
import type { WeightCodec } from '../weight-codec'

export const onnxCodec: WeightCodec = {
  encode: async () => mismatch('PLACEHOLDER'),
  decode: async () => mismatch('PLACEHOLDER'),
}
