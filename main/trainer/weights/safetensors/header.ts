import { text } from '@contract/language/texts'
import { JsonScanner, ScanError } from './json-scanner'

/** One tensor as the header announces it; nothing of it has been held against the file yet. */
export type TensorEntry = {
  readonly name: string
  readonly dtype: string
  readonly shape: readonly number[]
  /** First byte, counted from the end of the header. */
  readonly begin: number
  /** Byte after the last one. */
  readonly end: number
}

export type SafetensorsHeader = {
  /** In the order of the header. */
  readonly entries: readonly TensorEntry[]
  readonly metadata: ReadonlyMap<string, string>
}

/** The key under which a header keeps texts about the file instead of a tensor. */
export const METADATA_KEY = '__metadata__'

/**
 * Reads the JSON of a safetensors header (https://github.com/huggingface/safetensors, README, "Format").
 * Held against the format's own library, version 0.8.0, it is stricter in two things: a name may not come
 * twice, as the README says, and a tensor has no other fields than the three.
 *
 * @throws ScanError if it is anything else
 */
export function scanHeader(json: string): SafetensorsHeader {
  const scanner = new JsonScanner(json)
  const entries: TensorEntry[] = []
  const metadata = new Map<string, string>()
  scanner.object((key) => {
    if (key === METADATA_KEY) scanner.object((name) => metadata.set(name, scanner.string()))
    else entries.push(scanEntry(scanner, key))
  })
  scanner.end()
  return { entries, metadata }
}

function scanEntry(scanner: JsonScanner, name: string): TensorEntry {
  let dtype: string | undefined
  let shape: number[] | undefined
  let offsets: number[] | undefined
  scanner.object((field) => {
    if (field === 'dtype') dtype = scanner.string()
    else if (field === 'shape') shape = scanSizes(scanner)
    else if (field === 'data_offsets') offsets = scanSizes(scanner)
    else throw new ScanError(text('safetensors.unknownField', { name, field }))
  })
  if (dtype === undefined || !shape || !offsets) {
    const missing = dtype === undefined ? 'dtype' : shape ? 'data_offsets' : 'shape'
    throw new ScanError(text('safetensors.noField', { name, field: missing }))
  }
  const [begin, end] = offsets
  if (begin === undefined || end === undefined || offsets.length !== 2)
    throw new ScanError(text('safetensors.notTwoOffsets', { name, found: offsets.length }))
  return { name, dtype, shape, begin, end }
}

function scanSizes(scanner: JsonScanner): number[] {
  const sizes: number[] = []
  scanner.array(() => sizes.push(scanner.size()))
  return sizes
}
