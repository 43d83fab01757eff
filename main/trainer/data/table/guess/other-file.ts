import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { bySignature, standsAt } from '../../../weights/foreign/signatures'
import { textOf } from '../../../weights/foreign/texts'

/** Control characters that no text has. */
const CONTROLS = 0x20
const USUAL_CONTROLS = new Set([9, 10, 11, 12, 13, 26, 27])
/** Bytes by which a file without zeros is taken for a text. */
const LOOKED_AT = 4096
/** What a text is that has no table in it, by the names of the sentences for it. */
const NO_TABLES = new Set([
  'foreignTexts.lfsPointer',
  'foreignTexts.webPage',
  'foreignTexts.svg',
  'foreignTexts.xml',
  'foreignTexts.json',
  'foreignTexts.notebook',
  'foreignTexts.weightMap',
])

/** What the beginning of a file is that is no table, as the part of a sentence; null where it may be one. */
export function otherFile(bytes: Uint8Array): Text | null {
  // Files of Excel and others begin with bytes that no text has; a table may begin with the letters of a signature.
  if (standsAt(bytes, 0, '%PDF') || !isText(bytes))
    return spreadsheetOf(bytes) ?? bySignature(bytes) ?? zeros(bytes)
  const what = textOf(bytes)?.what
  return what && NO_TABLES.has(what.id) ? what : null
}

function isText(bytes: Uint8Array): boolean {
  if (isUtf16(bytes)) return true
  return bytes.subarray(0, LOOKED_AT).every((byte) => byte >= CONTROLS || USUAL_CONTROLS.has(byte))
}

function isUtf16(bytes: Uint8Array): boolean {
  return standsAt(bytes, 0, '\xff\xfe') || standsAt(bytes, 0, '\xfe\xff') || widthOf(bytes) !== null
}

/** The order of bytes in a text of two a letter without a mark, by the zeros beside its Latin letters; null for others. */
export function widthOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const some = bytes.subarray(0, 200 + (bytes.byteLength % 2))
  if (some.byteLength < 4) return null
  const zeros = [0, 0]
  for (const [i, byte] of some.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] as number) + 1
  const [even = 0, odd = 0] = zeros
  const many = some.byteLength / 4
  if (odd > many && even === 0) return 'utf-16le'
  return even > many && odd === 0 ? 'utf-16be' : null
}

function spreadsheetOf(bytes: Uint8Array): Text | null {
  if (standsAt(bytes, 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return text('tableFile.oldOffice')
  if (!standsAt(bytes, 0, 'PK\x03\x04') && !standsAt(bytes, 0, 'PK\x05\x06')) return null
  // Only the beginning is here: the names of the first members stand before them as they are.
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2 ** 16))
  if (start.includes('application/vnd.oasis.opendocument')) return text('tableFile.openDocument')
  if (/\[Content_Types\]\.xml|xl[/]work/.test(start)) return text('tableFile.excel')
  return text('tableFile.zip')
}

function zeros(bytes: Uint8Array): Text | null {
  return bytes.every((byte) => byte === 0) ? text('foreign.zeros') : null
}
