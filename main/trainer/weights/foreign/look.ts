import type { WeightFormat } from '@contract/files/weight-formats'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { archiveOf } from './archives'
import { messageOf } from './protobuf'
import { bySignature, pickled, standsAt } from './signatures'
import { textOf } from './texts'

/** What bytes are: of a format that is loaded, with the ending that it needs, or something else, as the part of a sentence. */
export type Seen =
  | { readonly is: 'weights'; readonly format: WeightFormat; readonly ending: string; readonly what: Text }
  | { readonly is: 'other'; readonly what: Text }
  | { readonly is: 'json'; readonly what: Text }

const HDF5 = '\x89HDF\r\n\x1a\n'
/** The longest header that the safetensors library reads, in bytes. */
const LONGEST_HEADER = 100_000_000

/**
 * Tells by its content what a file is that a person chose, whatever its name says. Nothing is decoded; null for bytes of which
 * nothing is known, and for those that are broken beyond telling.
 *
 * @param expected the format that its name asks for
 */
export function lookAt(bytes: Uint8Array, expected?: WeightFormat): Seen | null {
  const other = (what: Text | null): Seen | null => (what === null ? null : { is: 'other', what })
  if (bytes.every((byte) => byte === 0)) return other(text('foreign.zeros'))
  if (isSafetensors(bytes)) return weights('safetensors', '.safetensors', text('foreign.safetensors'))
  const archive = archiveOf(bytes)
  switch (archive?.is) {
    case 'npz':
      return weights('npz', '.npz', text('foreign.npz'))
    case 'keras':
      return weights('keras', '.keras', text('foreign.kerasModel'))
    case 'other':
      return other(archive.what)
    case 'broken':
      // What is broken in it, its own reader tells better.
      return expected === 'npz' || expected === 'keras' ? null : other(archive.what)
  }
  const signed = bySignature(bytes)
  if (signed) return other(signed)
  if (standsAt(bytes, 0, HDF5)) return weights('keras', '.weights.h5', text('foreign.hdf5'))
  const told = pickled(bytes) ?? messageOf(bytes)
  if (told) return other(told)
  const seen = textOf(bytes)
  if (!seen) return null
  if (!seen.isJson) return other(seen.what)
  return isTfjs(bytes) ? weights('tfjs', '.json', text('foreign.tfjs')) : { is: 'json', what: seen.what }
}

function weights(format: WeightFormat, ending: string, what: Text): Seen {
  return { is: 'weights', format, ending, what }
}

/** A length that the file has room for, and a header that begins as one does. */
function isSafetensors(bytes: Uint8Array): boolean {
  if (bytes.byteLength < 10 || bytes[8] !== 0x7b) return false
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true)
  return length >= 2n && length <= LONGEST_HEADER && length <= bytes.byteLength - 8
}

function isTfjs(bytes: Uint8Array): boolean {
  return /"(?:modelTopology|weightsManifest)"/.test(new TextDecoder().decode(bytes))
}
