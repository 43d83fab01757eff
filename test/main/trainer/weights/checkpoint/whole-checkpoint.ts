import { inEnglish } from '@contract/language/say'
import {
  type Checkpoint,
  decodeCheckpoint,
  encodeInitial,
  encodePresent,
} from '../../../../../main/trainer/weights/checkpoint/checkpoint'
import { decodeSafetensors } from '../../../../../main/trainer/weights/safetensors/reader'
import { encodeSafetensors } from '../../../../../main/trainer/weights/safetensors/writer'

function opened(bytes: Uint8Array) {
  const file = decodeSafetensors(bytes)
  if (!file.ok) throw new Error(inEnglish(file.error.text))
  return file.value
}

/** Both snapshots in one file, to the byte as version 0.1.0 wrote them. */
export function encodeWhole(checkpoint: Checkpoint): Uint8Array {
  const [initial, present] = [encodeInitial(checkpoint), encodePresent(checkpoint)].map(opened)
  const run = present?.metadata.get('unroll.run') ?? ''
  return encodeSafetensors(new Map([...(initial?.tensors ?? []), ...(present?.tensors ?? [])]), {
    'unroll.checkpoint': '1',
    'unroll.run': run,
  })
}

/** Reads such a file. */
export function decodeWhole(present: Uint8Array) {
  return decodeCheckpoint({ present, initial: null })
}
