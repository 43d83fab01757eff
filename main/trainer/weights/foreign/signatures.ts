import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'

/** Something that a file may be, told by bytes at a place; `what` is the part of a sentence, with what to do. */
type Signature = { readonly what: Text; readonly at?: number; readonly bytes: string }

function picture(kind: string, bytes: string, at = 0): Signature {
  return { what: text('foreign.picture', { kind }), bytes, at }
}

function archive(kind: string, bytes: string, at = 0): Signature {
  return { what: text('foreign.archive', { kind }), bytes, at }
}

function other(thing: Text, bytes: string, at = 0): Signature {
  return { what: text('foreign.is', { thing }), bytes, at }
}

/** In each text a letter stands for a byte. The first that fits counts, so that the particular come before the general. */
const SIGNATURES: readonly Signature[] = [
  {
    what: text('foreign.torchPickle'),
    bytes: '\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.',
  },
  {
    what: text('foreign.singleArray'),
    bytes: '\x93NUMPY',
  },
  other(text('foreign.matlab'), 'MATLAB '),
  other(text('foreign.gguf'), 'GGUF'),
  other(text('foreign.tflite'), 'TFL3', 4),
  other(text('foreign.parquet'), 'PAR1'),
  other(text('foreign.arrow'), 'ARROW1'),
  other(text('foreign.feather'), 'FEA1'),
  other(text('foreign.sqlite'), 'SQLite format 3\0'),
  other(text('foreign.netcdf'), 'CDF\x01'),
  other(text('foreign.netcdf'), 'CDF\x02'),
  picture('PNG', '\x89PNG'),
  picture('JPEG', '\xff\xd8\xff'),
  picture('GIF', 'GIF8'),
  picture('WebP', 'WEBP', 8),
  picture('TIFF', 'II*\0'),
  picture('TIFF', 'MM\0*'),
  other(text('foreign.sound'), 'WAVE', 8),
  other(text('foreign.sound'), 'ID3'),
  other(text('foreign.sound'), 'OggS'),
  other(text('foreign.sound'), 'fLaC'),
  other(text('foreign.film'), 'ftyp', 4),
  other(text('foreign.pdf'), '%PDF'),
  other(text('foreign.postscript'), '%!PS'),
  archive('gzip', '\x1f\x8b'),
  archive('bzip2', 'BZh'),
  archive('xz', '\xfd7zXZ\0'),
  archive('zstd', '\x28\xb5\x2f\xfd'),
  archive('7z', '7z\xbc\xaf\x27\x1c'),
  archive('RAR', 'Rar!\x1a\x07'),
  archive('LZ4', '\x04\x22\x4d\x18'),
  other(text('foreign.linuxProgram'), '\x7fELF'),
  other(text('foreign.macProgram'), '\xcf\xfa\xed\xfe'),
  other(text('foreign.webAssembly'), '\0asm'),
  other(text('foreign.javaClass'), '\xca\xfe\xba\xbe'),
]

/** Whether bytes stand at a place; a letter for each. */
export function standsAt(bytes: Uint8Array, at: number, letters: string): boolean {
  if (at < 0 || at + letters.length > bytes.byteLength) return false
  for (let i = 0; i < letters.length; i += 1) if (bytes[at + i] !== letters.charCodeAt(i)) return false
  return true
}

/** What a file is by bytes that stand in it, as the part of a sentence; null if unknown. */
export function bySignature(bytes: Uint8Array): Text | null {
  const known = SIGNATURES.find(({ at = 0, bytes: letters }) => standsAt(bytes, at, letters))
  if (known) return known.what
  if (standsAt(bytes, 0, 'MZ') && peHeader(bytes))
    return text('foreign.is', { thing: text('foreign.windowsProgram') })
  if (standsAt(bytes, 0, 'BM') && bitmapSize(bytes) === bytes.byteLength)
    return text('foreign.picture', { kind: 'BMP' })
  // A table of sorted strings (LevelDB), which the index of a checkpoint is.
  if (standsAt(bytes, bytes.byteLength - 8, '\x57\xfb\x80\x8b\x24\x75\x47\xdb'))
    return text('foreign.checkpointIndex')
  if (isTar(bytes)) return tarOf(bytes)
  if (isZlib(bytes)) return text('foreign.zlib')
  return null
}

/** The part of a sentence for what Python pickled, of whatever protocol; null for other bytes. */
export function pickled(bytes: Uint8Array): Text | null {
  const what = text('foreign.pickle')
  const protocol = bytes[1] ?? 0
  // From protocol 2 on: the opcode PROTO and the protocol; from 4 on a frame follows.
  if (bytes[0] === 0x80 && protocol >= 2 && protocol <= 5) return what
  // Before there is no mark: a STOP at the end, and a beginning as these have it.
  const start = String.fromCharCode(...bytes.subarray(0, 200))
  const begins = AS_TEXT.test(start) || (IN_BYTES.test(start) && HAS_CONTROLS.test(start))
  return begins && bytes.at(-1) === 0x2e ? what : null
}

/** Protocol 0: a container that goes into the memo, the first item of one, or the name of a class, a line each. */
const AS_TEXT =
  /^(?:\(?[dlt]p\d+\n|\((?:[IF]-?[\d.e+-]+\n|L-?\d+L?\n|[VS][^\n]*\np\d+\n)|\(?c[A-Za-z_][\w.]*\n[A-Za-z_][\w.]*\n)/
/** Protocol 1: an empty container that goes into the memo, or the first item of one. */
const IN_BYTES = /^(?:[}\])]q|\([KMJGXUN(\])}])/
// biome-ignore lint/suspicious/noControlCharactersInRegex: what no text has
const HAS_CONTROLS = /[\0-\x08]/

function peHeader(bytes: Uint8Array): boolean {
  if (bytes.byteLength < 64) return false
  const at = new DataView(bytes.buffer, bytes.byteOffset).getUint32(60, true)
  return standsAt(bytes, at, 'PE\0\0')
}

function bitmapSize(bytes: Uint8Array): number {
  return bytes.byteLength < 6 ? -1 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(2, true)
}

function isTar(bytes: Uint8Array): boolean {
  if (standsAt(bytes, 257, 'ustar')) return true
  if (bytes.byteLength < 512) return false
  // Older ones have no magic text, but a sum of the header's bytes, its own field taken for spaces.
  const told = Number.parseInt(String.fromCharCode(...bytes.subarray(148, 156)).trim(), 8)
  const header = bytes.subarray(0, 512)
  const sum = header.reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 0x20 : byte), 0)
  return told === sum && sum > 8 * 0x20
}

function tarOf(bytes: Uint8Array): Text {
  // What torch.save wrote before version 0.1.10, by the name of its first member.
  return ['sys_info', './sys_info', 'pickle', 'storages'].some((name) => standsAt(bytes, 0, `${name}\0`))
    ? text('foreign.torchTar')
    : text('foreign.archive', { kind: 'tar' })
}

function isZlib(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes
  return first === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(second)
}
