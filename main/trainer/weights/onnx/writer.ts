import { text } from '@contract/language/texts'
import type { NetworkSpec } from '../../network/shape/network-spec'
import { PRODUCER_NAME, PRODUCER_VERSION } from '../base/producer'
import { toOnnx } from '../layouts/onnx-layout'
import type { NamedWeights } from '../named-weights'
import { graphMessage } from './graph'
import { inEveryLanguage } from './in-every-language'
import { modelType } from './schema'

/** The revision of the operators: from 22 on the recurrent ones take other types too, which nothing here needs. */
const OPSET = 17
/** The revision of the file's form that came with it. */
const IR_VERSION = 8

/**
 * Writes an ONNX model. The same network, arrays and texts give the same bytes.
 *
 * @param network what the arrays are of
 * @param weights by PyTorch's names, always with both biases; texts that become the model's metadata
 */
export function encodeModel(
  network: Omit<NetworkSpec, 'family'>,
  { tensors, metadata }: NamedWeights,
): Uint8Array {
  return modelType
    .encode({
      irVersion: IR_VERSION,
      producerName: PRODUCER_NAME,
      producerVersion: PRODUCER_VERSION,
      docString: inEveryLanguage(text('onnx.model')),
      graph: graphMessage(network, toOnnx(tensors, network.layers)),
      opsetImport: [{ domain: '', version: OPSET }],
      metadataProps: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    })
    .finish()
}
