/** What to do instead, where there is nothing better to say. */
export const CHOOSE = 'choose a file of weights: .safetensors, .npz, .weights.h5, .keras or .json'

const WITH_TORCH = 'in PyTorch, write the state_dict with safetensors.torch.save_file'
const UNPACK = 'unpack it, and choose the file in it'

/** Something that a file may be, told by bytes at a place; `what` is the end of a sentence, with what to do. */
type Signature = { readonly what: string; readonly at?: number; readonly bytes: string }

function picture(kind: string, bytes: string, at = 0): Signature {
  return { what: `it is a ${kind} picture; ${CHOOSE}`, bytes, at }
}

function archive(kind: string, bytes: string, at = 0): Signature {
  return { what: `it is ${kind} archive; ${UNPACK}`, bytes, at }
}

function other(kind: string, bytes: string, at = 0): Signature {
  return { what: `it is ${kind}; ${CHOOSE}`, bytes, at }
}

/** In each text a letter stands for a byte. The first that fits counts, so that the particular come before the general. */
const SIGNATURES: readonly Signature[] = [
  {
    what: `it is what older versions of torch.save write, a Python pickle, which Unroll never reads; ${WITH_TORCH}`,
    bytes: '\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.',
  },
  {
    what: 'it is a single array of NumPy; write all arrays of the network into one .npz file with numpy.savez',
    bytes: '\x93NUMPY',
  },
  { what: `it is a MATLAB file; ${CHOOSE}`, bytes: 'MATLAB ' },
  other('a GGUF model, of llama.cpp', 'GGUF'),
  other('a TensorFlow Lite model', 'TFL3', 4),
  other('a Parquet table', 'PAR1'),
  other('an Arrow table', 'ARROW1'),
  other('a Feather table', 'FEA1'),
  other('an SQLite database', 'SQLite format 3\0'),
  other('a NetCDF file', 'CDF\x01'),
  other('a NetCDF file', 'CDF\x02'),
  picture('PNG', '\x89PNG'),
  picture('JPEG', '\xff\xd8\xff'),
  picture('GIF', 'GIF8'),
  picture('WebP', 'WEBP', 8),
  picture('TIFF', 'II*\0'),
  picture('TIFF', 'MM\0*'),
  other('a sound file', 'WAVE', 8),
  other('a sound file', 'ID3'),
  other('a sound file', 'OggS'),
  other('a sound file', 'fLaC'),
  other('a film', 'ftyp', 4),
  other('a PDF document', '%PDF'),
  other('a PostScript document', '%!PS'),
  archive('a gzip', '\x1f\x8b'),
  archive('a bzip2', 'BZh'),
  archive('an xz', '\xfd7zXZ\0'),
  archive('a zstd', '\x28\xb5\x2f\xfd'),
  archive('a 7z', '7z\xbc\xaf\x27\x1c'),
  archive('a RAR', 'Rar!\x1a\x07'),
  archive('an LZ4', '\x04\x22\x4d\x18'),
  other('a program for Linux', '\x7fELF'),
  other('a program for macOS', '\xcf\xfa\xed\xfe'),
  other('a WebAssembly program', '\0asm'),
  other('a Java class', '\xca\xfe\xba\xbe'),
]

/** Whether bytes stand at a place; a letter for each. */
export function standsAt(bytes: Uint8Array, at: number, letters: string): boolean {
  if (at < 0 || at + letters.length > bytes.byteLength) return false
  for (let i = 0; i < letters.length; i += 1) if (bytes[at + i] !== letters.charCodeAt(i)) return false
  return true
}

/** What a file is by bytes that stand in it, as the end of a sentence; null if unknown. */
export function bySignature(bytes: Uint8Array): string | null {
  const known = SIGNATURES.find(({ at = 0, bytes: letters }) => standsAt(bytes, at, letters))
  if (known) return known.what
  if (standsAt(bytes, 0, 'MZ') && peHeader(bytes)) return `it is a program for Windows; ${CHOOSE}`
  if (standsAt(bytes, 0, 'BM') && bitmapSize(bytes) === bytes.byteLength)
    return `it is a BMP picture; ${CHOOSE}`
  // A table of sorted strings (LevelDB), which the index of a checkpoint is.
  if (standsAt(bytes, bytes.byteLength - 8, '\x57\xfb\x80\x8b\x24\x75\x47\xdb'))
    return 'it is the index of a TensorFlow checkpoint; load it in TensorFlow, and save its weights with numpy.savez'
  if (isTar(bytes)) return tarOf(bytes)
  if (isZlib(bytes))
    return 'it is compressed with zlib, as joblib compresses its pickles; load it in Python, and save its arrays with numpy.savez'
  return null
}

/** The end of the sentence for what Python pickled, of whatever protocol; null for other bytes. */
export function pickled(bytes: Uint8Array): string | null {
  const what = `it is a Python pickle, which Unroll never reads, as it can run any program; load it in Python, and write the weights with safetensors.torch.save_file or numpy.savez`
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

function tarOf(bytes: Uint8Array): string {
  // What torch.save wrote before version 0.1.10, by the name of its first member.
  return ['sys_info', './sys_info', 'pickle', 'storages'].some((name) => standsAt(bytes, 0, `${name}\0`))
    ? `it is what the first versions of torch.save wrote, a Python pickle in a tar archive, which Unroll never reads; ${WITH_TORCH}`
    : `it is a tar archive; ${UNPACK}`
}

function isZlib(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes
  return first === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(second)
}
