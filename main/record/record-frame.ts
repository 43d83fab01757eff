import { crc32 } from 'node:zlib'
import type { UpdateBatch } from '@contract/run/run'
import { decodeOldColumns, OLD_HEADER_BYTES, OLD_MAGIC, oldBytes } from './old-frame'
import { bytesOfColumns, COLUMNS, countOf, type Size, sizeOf } from './record-columns'

/** `UNR3`, little-endian: another layout of frames gets another one; `UNR2` was in no release. */
const MAGIC = 0x33524e55
/** Magic, checksum of all that follows, first update, updates, time steps, outputs: each 4 bytes, little-endian. */
const HEADER_BYTES = 24
/** Enough to know how long a frame is, of either layout. */
export const MOST_HEADER_BYTES = HEADER_BYTES
const CHECKED_FROM = 8
/** Far more updates or time steps than any run may have: a header that says more is none. */
const MAX_COUNT = 100_000_000
const MAX_OUTPUTS = 1000

/** What is known of a whole frame without reading its numbers. */
export type FrameFacts = Size & {
  readonly firstUpdate: number
  /** Of the whole frame. */
  readonly bytes: number
  /** Whether it is of the layout before. */
  readonly isOld: boolean
}

/** What stands at some place of a record. */
export type FoundFrame =
  | ({ readonly kind: 'frame' } & FrameFacts)
  /** It may be one, but has this many bytes in all. */
  | { readonly kind: 'longer'; readonly bytes: number }
  /** None, or one that was torn. */
  | { readonly kind: 'none' }

type Header = Size & { readonly firstUpdate: number; readonly sum: number; readonly isOld: boolean }

/** Writes a batch as a frame of its run's record. */
export function encodeFrame(batch: UpdateBatch): Uint8Array {
  const { updates, points, outputs } = sizeOf(batch)
  const bytes = new Uint8Array(HEADER_BYTES + bytesOfColumns({ updates, points, outputs }))
  let offset = HEADER_BYTES
  for (const { name } of COLUMNS) {
    const { buffer, byteOffset, byteLength } = batch[name]
    // Bytes as they are: every machine that the app runs on is little-endian.
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), offset)
    offset += byteLength
  }
  const header = new DataView(bytes.buffer)
  for (const [place, value] of [MAGIC, 0, batch.firstUpdate, updates, points, outputs].entries())
    header.setUint32(place * 4, value, true)
  header.setUint32(4, crc32(bytes.subarray(CHECKED_FROM)), true)
  return bytes
}

/** Null where there is none. */
function headerOf(bytes: Uint8Array): Header | null {
  const header = new DataView(bytes.buffer, bytes.byteOffset)
  const [magic, sum, firstUpdate, updates, points, outputs] = [0, 4, 8, 12, 16, 20].map((at) =>
    header.getUint32(at, true),
  ) as [number, number, number, number, number, number]
  if (updates === 0 || updates > MAX_COUNT || points > MAX_COUNT) return null
  const isOld = magic === OLD_MAGIC
  if (!isOld && (magic !== MAGIC || outputs === 0 || outputs > MAX_OUTPUTS)) return null
  return { firstUpdate, updates, points, outputs: isOld ? 1 : outputs, sum, isOld }
}

/**
 * Looks for a whole frame at the beginning of some bytes, also for one of the layout before, which the lesson's earlier
 * runs have, without reading its numbers. Never throws; a torn frame is none.
 */
export function findFrame(bytes: Uint8Array): FoundFrame {
  if (bytes.byteLength < HEADER_BYTES) return { kind: 'longer', bytes: HEADER_BYTES }
  const header = headerOf(bytes)
  if (!header) return { kind: 'none' }
  const { sum, ...facts } = header
  const { isOld } = facts
  const whole = isOld ? oldBytes(header) : HEADER_BYTES + bytesOfColumns(header)
  if (bytes.byteLength < whole) return { kind: 'longer', bytes: whole }
  if (crc32(bytes.subarray(CHECKED_FROM, whole)) !== sum) return { kind: 'none' }
  return { kind: 'frame', ...facts, bytes: whole }
}

/** The updates of the frame that the bytes begin with; null where they begin with no whole one. Never throws. */
export function decodeFrame(bytes: Uint8Array, runId: string): UpdateBatch | null {
  const found = findFrame(bytes)
  const header = found.kind === 'frame' && headerOf(bytes)
  if (found.kind !== 'frame' || !header) return null
  const { firstUpdate, outputs, isOld } = header
  const columns = isOld
    ? decodeOldColumns(bytes.subarray(OLD_HEADER_BYTES, found.bytes), header)
    : decodeColumns(bytes.subarray(HEADER_BYTES, found.bytes), header)
  const batch = { runId, firstUpdate, outputs, updatesPerSecond: 0, ...columns }
  const told = batch.lengths.reduce((all, length) => all + length, 0)
  return told === header.points ? batch : null
}

type Columns = Omit<UpdateBatch, 'runId' | 'firstUpdate' | 'outputs' | 'updatesPerSecond'>

function decodeColumns(bytes: Uint8Array, size: Size): Columns {
  let offset = 0
  const columns = COLUMNS.map((column) => {
    const end = offset + countOf(column, size) * column.array.BYTES_PER_ELEMENT
    // A copy: the bytes may begin at no multiple of four or eight.
    const values = new column.array(new Uint8Array(bytes.subarray(offset, end)).buffer)
    offset = end
    return [column.name, values] as const
  })
  return Object.fromEntries(columns) as Columns
}
