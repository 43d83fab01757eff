import { unzipSync } from 'fflate'
import { CHOOSE, standsAt } from './signatures'

/** More names than are looked at; weights have far fewer members. */
const MAX_NAMES = 10_000

/** What a zip archive is for: a format of Unroll's, or the end of a sentence. */
export type Archive =
  | { readonly is: 'npz' | 'keras' }
  | { readonly is: 'other' | 'broken'; readonly what: string }

/** Tells by the names of its members what a zip archive is; null for other bytes. */
export function archiveOf(bytes: Uint8Array): Archive | null {
  if (standsAt(bytes, 0, 'PK\x05\x06')) return { is: 'other', what: `it is an empty zip archive; ${CHOOSE}` }
  if (!standsAt(bytes, 0, 'PK\x03\x04')) return null
  const names = namesIn(bytes)
  if (!names)
    return { is: 'broken', what: 'it is a zip archive that is damaged or was cut off; get or save it again' }
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/(?:^|\/)data\.pkl$/) || has(/(?:^|\/)constants\.pkl$/))
    return {
      is: 'other',
      what: 'it is what torch.save writes, a Python pickle in a zip archive, which Unroll never reads; in PyTorch, write the state_dict with safetensors.torch.save_file',
    }
  if (has(/^model\.weights\.h5$/) || (has(/^config\.json$/) && has(/^metadata\.json$/)))
    return { is: 'keras' }
  if (has(/\.npy$/)) return { is: 'npz' }
  if (has(/^\[Content_Types\]\.xml$/)) return { is: 'other', what: `it is an Office document; ${CHOOSE}` }
  if (has(/^META-INF\/MANIFEST\.MF$/)) return { is: 'other', what: `it is a Java program; ${CHOOSE}` }
  if (has(/^(?:.*\/)?saved_model\.pb$/))
    return {
      is: 'other',
      what: 'it is a zip archive with a SavedModel of TensorFlow; load it in Keras, and write its weights with save_weights',
    }
  return { is: 'other', what: 'it is a zip archive of other files; unpack it, and choose the file in it' }
}

function namesIn(bytes: Uint8Array): string[] | null {
  const names: string[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        // Thrown, as a damaged directory can say that it has billions.
        if (names.length === MAX_NAMES) throw new RangeError(name)
        names.push(name)
        return false
      },
    })
  } catch {
    // Of whatever kind: the library throws its own errors, and those of the language on nonsense.
    return names.length === MAX_NAMES ? names : null
  }
  return names
}
