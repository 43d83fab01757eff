import { fieldsOf, parsedJson } from '../base/parsed-json'
import { CHOOSE } from './signatures'

/** As much of a text as is looked at, in bytes: a table or a page shows itself early. */
const LOOKED_AT = 64 * 1024
/** Control characters that texts have: tab, line feed, form feed, carriage return; and ESC of a coloured log. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_TEXT = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\ufffd]/
/** Bytes from which on a text is one by its letters alone; few bytes of a number look like some. */
const SHORTEST_OLDER_TEXT = 16
const OUR_TABLE = 'update,t,input,target,prediction,loss'

/** What a text is: of JSON only when it is no model's; `what` is the end of a sentence. */
export type Text = { readonly isJson: boolean; readonly what: string }

/** Tells what a text is; null for bytes that are none. */
export function textOf(bytes: Uint8Array): Text | null {
  const encoding = encodingOf(bytes)
  const start = new TextDecoder(encoding).decode(bytes.subarray(0, LOOKED_AT))
  // A character that is cut at the end of what is looked at is no broken one.
  const looked = bytes.byteLength > LOOKED_AT ? start.replace(/\ufffd$/, '') : start
  if (looked.trim() === '' || NOT_TEXT.test(looked)) return null
  const known = knownText(looked.trimStart(), bytes, encoding)
  if (encoding === 'utf-8') return known
  return { isJson: false, what: known.what.replace(/^it is (an?) /, `it is, in ${TOLD[encoding]}, $1 `) }
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
/** What is said of each but the usual one. */
const TOLD = {
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'letters older than UTF-8',
} as const

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

function knownText(text: string, bytes: Uint8Array, encoding: Encoding): Text {
  const is = (what: string): Text => ({ isJson: false, what })
  if (text.startsWith('version https://git-lfs.github.com/spec/'))
    return is(
      'it is a pointer of Git LFS, which stands for a file that was not fetched; run "git lfs pull" where it came from, and load it again',
    )
  if (/^(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/is.test(text))
    return is('it is a web page, and not the file that was to come; download the file itself again')
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<svg\b/is.test(text))
    return is(`it is an SVG picture; ${CHOOSE}`)
  if (/^<\?xml\b/.test(text)) return is(`it is an XML text; ${CHOOSE}`)
  if (/^[{[]/.test(text)) return jsonOf(new TextDecoder(encoding).decode(bytes))
  if (/^model_checkpoint_path:/.test(text))
    return is(
      'it is the list of a folder of TensorFlow checkpoints; load one in TensorFlow, and save its weights with numpy.savez',
    )
  if (text.startsWith(OUR_TABLE))
    return is(`it is a table of updates, as Unroll exports it, which has no weights; ${CHOOSE}`)
  const columns = columnsOf(text)
  return is(
    columns === null
      ? `it is a text, which begins ${JSON.stringify(text.slice(0, 30).trim())}; ${CHOOSE}`
      : `it is a table of ${columns} columns; ${CHOOSE}`,
  )
}

function jsonOf(text: string): Text {
  const value = parsedJson(text.trim())
  if (value === undefined) return { isJson: true, what: `it is a text that begins like JSON; ${CHOOSE}` }
  const fields = fieldsOf(value)
  if ('nbformat' in fields)
    return {
      isJson: false,
      what: `it is a notebook of Jupyter; run it, and choose the file of weights that it saves`,
    }
  if ('weight_map' in fields)
    return {
      isJson: false,
      what: 'it is the list of a model whose weights lie in several files; in PyTorch, load them all and write one with safetensors.torch.save_file',
    }
  return { isJson: true, what: `it is a JSON text; ${CHOOSE}` }
}

/** How many columns a table has, by its first lines; null for a text that is none. */
function columnsOf(text: string): number | null {
  const lines = text
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
