import { base64url } from '@contract/setup/base64url'
import { crc32 } from '@contract/setup/crc32'
import { DICTIONARY } from '@contract/setup/dictionary'
import { deflateSync, strToU8 } from 'fflate'

/** A code with a right head around whatever is deflated in it. */
export function codeAround(deflated: Uint8Array): string {
  const head = new Uint8Array(6)
  new DataView(head.buffer).setUint16(0, deflated.length)
  new DataView(head.buffer).setUint32(2, crc32(deflated))
  return `U1.${base64url(Uint8Array.of(...head, ...deflated))}`
}

/** A code of any text, whether or not it is the JSON of settings. */
export function codeOf(json: string): string {
  return codeAround(deflateSync(strToU8(json), { level: 9, dictionary: DICTIONARY }))
}
