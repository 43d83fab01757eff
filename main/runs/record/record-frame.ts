import { crc32 } from 'node:zlib'
import type { UpdateBatch } from '@contract/run/run'
import { bytesOfColumns, COLUMNS } from './record-columns'

/** `UNR1`, little-endian: another layout of frames gets another one. */
const MAGIC = 0x31524e55
/** Magic, checksum of all that follows, first update, updates, time steps: each 4 bytes, little-endian. */
export const HEADER_BYTES = 20
const CHECKED_FROM = 8
/** Far more updates or time steps than any run may have: a header that says more is none. */
const MAX_COUNT = 100_000_000

/** What stands at some place of a record. */
export type FoundFrame =
  | { readonly kind: 'frame'; readonly batch: UpdateBatch; readonly bytes: number }
  /** It may be one, but has this many bytes in all. */
  | { readonly kind: 'longer'; readonly bytes: number }
  /** None, or one that was torn. */
  | { readonly kind: 'none' }

/** Writes a batch as a frame of its run's record. */
export function encodeFrame(batch: UpdateBatch): Uint8Array {
  const { firstUpdate, losses, times } = batch
  const bytes = new Uint8Array(HEADER_BYTES + bytesOfColumns(losses.length, times.length))
  let offset = HEADER_BYTES
  for (const { name } of COLUMNS) {
    const { buffer, byteOffset, byteLength } = batch[name]
    // Bytes as they are: every machine that the app runs on is little-endian.
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), offset)
    offset += byteLength
  }
  const header = new DataView(bytes.buffer)
  for (const [place, value] of [MAGIC, 0, firstUpdate, losses.length, times.length].entries())
    header.setUint32(place * 4, value, true)
  header.setUint32(4, crc32(bytes.subarray(CHECKED_FROM)), true)
  return bytes
}

/** Looks for a frame at the beginning of some bytes. Never throws; a torn frame is none. */
export function decodeFrame(bytes: Uint8Array, runId: string): FoundFrame {
  if (bytes.byteLength < HEADER_BYTES) return { kind: 'longer', bytes: HEADER_BYTES }
  const header = new DataView(bytes.buffer, bytes.byteOffset)
  const [magic, sum, firstUpdate, updates, points] = [0, 4, 8, 12, 16].map((at) =>
    header.getUint32(at, true),
  ) as [number, number, number, number, number]
  if (magic !== MAGIC || updates === 0 || updates > MAX_COUNT || points > MAX_COUNT) return { kind: 'none' }
  const size = HEADER_BYTES + bytesOfColumns(updates, points)
  if (bytes.byteLength < size) return { kind: 'longer', bytes: size }
  if (crc32(bytes.subarray(CHECKED_FROM, size)) !== sum) return { kind: 'none' }
  let offset = HEADER_BYTES
  const columns = COLUMNS.map(({ name, per, array }) => {
    const count = per === 'update' ? updates : points
    const end = offset + count * array.BYTES_PER_ELEMENT
    // A copy: the bytes may begin at no multiple of four.
    const values = new array(bytes.slice(offset, end).buffer)
    offset = end
    return [name, values] as const
  })
  const batch = { runId, firstUpdate, updatesPerSecond: 0, ...Object.fromEntries(columns) } as UpdateBatch
  const told = batch.lengths.reduce((all, length) => all + length, 0)
  return told === points ? { kind: 'frame', batch, bytes: size } : { kind: 'none' }
}
