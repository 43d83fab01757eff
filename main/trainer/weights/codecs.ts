import type { WeightFormat } from '@contract/files/weight-formats'
import { kerasCodec } from './keras/codec'
import { npzCodec } from './npz/codec'
import { onnxCodec } from './onnx/codec'
import { safetensorsCodec } from './safetensors/codec'
import { tfjsCodec } from './tfjs/codec'
import type { WeightCodec } from './weight-codec'

/** What writes and reads each format. */
export const CODECS: { readonly [Name in WeightFormat]: WeightCodec } = {
  safetensors: safetensorsCodec,
  npz: npzCodec,
  keras: kerasCodec,
  tfjs: tfjsCodec,
  onnx: onnxCodec,
}
