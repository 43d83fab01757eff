/** The characters of RFC 4648, "base64url", in the order of what they stand for. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Bytes as letters, digits, - and _, without padding: four of them for three bytes. */
export function base64url(bytes: Uint8Array): string {
  let written = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const three = [0, 1, 2].map((i) => bytes[at + i] ?? 0) as [number, number, number]
    const bits = (three[0] << 16) | (three[1] << 8) | three[2]
    const used = Math.min(3, bytes.length - at) + 1
    for (let i = 0; i < used; i += 1) written += ALPHABET[(bits >> (18 - 6 * i)) & 63]
  }
  return written
}

/**
 * The bytes of such a text.
 *
 * @returns null where there is no text for any bytes like this: a character too few, or a last one with bits that no byte has
 */
export function bytesOfBase64url(written: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((written.length * 3) / 4))
  let bits = 0
  let held = 0
  let filled = 0
  for (const character of written) {
    const value = ALPHABET.indexOf(character)
    if (value < 0) return null
    bits = ((bits << 6) | value) & 0xfff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes[filled] = bits >> held
    filled += 1
  }
  const left = bits & ((1 << held) - 1)
  return held < 6 && left === 0 ? bytes : null
}

/** The place of the first character that is none of these, from 0; -1 where all are. */
export function strangerIn(written: string): number {
  return written.search(/[^\w-]/)
}
