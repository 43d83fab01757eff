import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { unzipSync } from 'fflate'
import { standsAt } from './signatures'

/** More names than are looked at; weights have far fewer members. */
const MAX_NAMES = 10_000

/** What a zip archive is for: a format of Unroll's, or the part of a sentence. */
export type Archive =
  | { readonly is: 'npz' | 'keras' }
  | { readonly is: 'other' | 'broken'; readonly what: Text }

/** Tells by the names of its members what a zip archive is; null for other bytes. */
export function archiveOf(bytes: Uint8Array): Archive | null {
  if (standsAt(bytes, 0, 'PK\x05\x06')) return { is: 'other', what: text('foreign.emptyZip') }
  if (!standsAt(bytes, 0, 'PK\x03\x04')) return null
  const names = namesIn(bytes)
  if (!names) return { is: 'broken', what: text('foreign.brokenZip') }
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/(?:^|\/)data\.pkl$/) || has(/(?:^|\/)constants\.pkl$/))
    return { is: 'other', what: text('foreign.torchZip') }
  if (has(/^model\.weights\.h5$/) || (has(/^config\.json$/) && has(/^metadata\.json$/)))
    return { is: 'keras' }
  if (has(/^manifest\.json$/) && has(/^updates\.record$/))
    return { is: 'other', what: text('foreign.project') }
  if (has(/\.npy$/)) return { is: 'npz' }
  if (has(/^\[Content_Types\]\.xml$/))
    return { is: 'other', what: text('foreign.is', { thing: text('foreign.office') }) }
  if (has(/^META-INF\/MANIFEST\.MF$/))
    return { is: 'other', what: text('foreign.is', { thing: text('foreign.javaProgram') }) }
  if (has(/^(?:.*\/)?saved_model\.pb$/)) return { is: 'other', what: text('foreign.savedModelZip') }
  return { is: 'other', what: text('foreign.otherZip') }
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
