import { Inflate } from 'fflate'
import { DICTIONARY } from './dictionary'

/** Bytes that are taken at a time: deflate makes at most about a thousand of each, and what came out is counted then. */
const PIECE = 16

/**
 * What was deflated with our dictionary.
 *
 * @param most the most bytes that may come out
 * @returns null where it is not whole, not deflated, or where more comes out
 */
export function inflated(bytes: Uint8Array, most: number): Uint8Array | null {
  const pieces: Uint8Array[] = []
  let length = 0
  let ended = false
  const inflate = new Inflate({ dictionary: DICTIONARY }, (piece, final) => {
    pieces.push(piece)
    length += piece.length
    ended = final
  })
  try {
    for (let at = 0; at < bytes.length && length <= most; at += PIECE)
      inflate.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
  } catch {
    // Of whatever kind: the library throws its own errors, and those of the language on nonsense.
    return null
  }
  if (!ended || length > most) return null
  const whole = new Uint8Array(length)
  let filled = 0
  for (const piece of pieces) {
    whole.set(piece, filled)
    filled += piece.length
  }
  return whole
}
