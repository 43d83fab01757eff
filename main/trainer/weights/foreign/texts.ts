import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fieldsOf, parsedJson } from '../base/parsed-json'

/** As much of a text as is looked at, in bytes: a table or a page shows itself early. */
const LOOKED_AT = 64 * 1024
/** Control characters that texts have: tab, line feed, form feed, carriage return; and ESC of a coloured log. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_TEXT = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\ufffd]/
/** Bytes from which on a text is one by its letters alone; few bytes of a number look like some. */
const SHORTEST_OLDER_TEXT = 16
const OUR_TABLE = 'update,t,input,target,prediction,loss'

/** What a text is: of JSON only when it is no model's; `what` is the part of a sentence. */
export type SeenText = { readonly isJson: boolean; readonly what: Text }

/** Tells what a text is; null for bytes that are none. */
export function textOf(bytes: Uint8Array): SeenText | null {
  const encoding = encodingOf(bytes)
  const start = new TextDecoder(encoding).decode(bytes.subarray(0, LOOKED_AT))
  // A character that is cut at the end of what is looked at is no broken one.
  const looked = bytes.byteLength > LOOKED_AT ? start.replace(/\ufffd$/, '') : start
  if (looked.trim() === '' || NOT_TEXT.test(looked)) return null
  const known = knownText(looked.trimStart(), bytes, encoding)
  // No model is written so.
  return encoding === 'utf-8' ? known : { ...known, isJson: false }
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
/** What is said of each, but for the usual one. */
const TOLD = {
  'utf-8': null,
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'one-byte',
} as const
type Encoded = { readonly encoding: (typeof TOLD)[Encoding] }

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // Without a mark: every other byte of a Latin text is zero.
  const some = bytes.subarray(0, 200)
  if (some.byteLength < 4) return 'utf-8'
  const isZero = (odd: number) => some.every((byte, i) => (byte === 0) === (i % 2 === odd))
  if (isZero(1)) return 'utf-16le'
  if (isZero(0)) return 'utf-16be'
  return isOlderText(bytes.subarray(0, LOOKED_AT)) ? 'windows-1252' : 'utf-8'
}

/** Whether bytes that are no UTF-8 are mostly letters all the same, as a text in Latin-1 is, of at least a few words. */
function isOlderText(bytes: Uint8Array): boolean {
  const foreign = bytes.filter((byte) => byte >= 0x80).length
  return (
    foreign > 0 &&
    bytes.byteLength >= SHORTEST_OLDER_TEXT &&
    foreign <= bytes.byteLength / 5 &&
    new TextDecoder().decode(bytes.subarray(0, -3)).includes('\ufffd')
  )
}

function knownText(start: string, bytes: Uint8Array, encoding: Encoding): SeenText {
  const is = (what: Text): SeenText => ({ isJson: false, what })
  const how = { encoding: TOLD[encoding] }
  if (start.startsWith('version https://git-lfs.github.com/spec/'))
    return is(text('foreignTexts.lfsPointer', how))
  if (/^(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/is.test(start))
    return is(text('foreignTexts.webPage', how))
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<svg\b/is.test(start)) return is(text('foreignTexts.svg', how))
  if (/^<\?xml\b/.test(start)) return is(text('foreignTexts.xml', how))
  if (/^[{[]/.test(start)) return jsonOf(new TextDecoder(encoding).decode(bytes), how)
  if (/^model_checkpoint_path:/.test(start)) return is(text('foreignTexts.checkpoints', how))
  if (start.startsWith(OUR_TABLE)) return is(text('foreignTexts.ownTable', how))
  const columns = columnsOf(start)
  return is(
    columns === null
      ? text('foreignTexts.text', { ...how, start: start.slice(0, 30).trim() })
      : text('foreignTexts.table', { ...how, columns }),
  )
}

function jsonOf(json: string, how: Encoded): SeenText {
  const value = parsedJson(json.trim())
  if (value === undefined) return { isJson: true, what: text('foreignTexts.likeJson', how) }
  const fields = fieldsOf(value)
  if ('nbformat' in fields) return { isJson: false, what: text('foreignTexts.notebook', how) }
  if ('weight_map' in fields) return { isJson: false, what: text('foreignTexts.weightMap', how) }
  return { isJson: true, what: text('foreignTexts.json', how) }
}

/** How many columns a table has, by its first lines; null for a text that is none. */
function columnsOf(start: string): number | null {
  const lines = start
    .split(/\r?\n/)
    .slice(0, 5)
    .filter((line) => line !== '')
  for (const separator of [',', '\t', ';']) {
    const counts = new Set(lines.map((line) => line.split(separator).length))
    const [count = 0] = counts
    if (lines.length > 1 && counts.size === 1 && count > 1) return count
  }
  return null
}
