import { constants } from 'node:fs'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { RecordedPiece } from '@contract/run/kept-run'
import type { UpdateBatch } from '@contract/run/run'
import { systemError } from '../../disk/system-error'
import { consecutive, endOf, joined } from './record-columns'
import { decodeFrame, encodeFrame, MOST_HEADER_BYTES } from './record-frame'

/** Bytes that are read, and handed to the page, at a time. */
const PIECE_BYTES = 4_000_000

/** The updates of one run in a file that only grows: frame after frame, of which a torn last one does not count. */
export type RecordFile = {
  /** Adds batches after the last whole frame. After a failure nothing of them counts, and they may be tried again. */
  readonly append: (batches: readonly UpdateBatch[]) => Promise<void>
  /** The updates from a place on, none after `upTo`. A place is what an earlier piece named, or 0. */
  readonly read: (place: number, upTo: number) => Promise<RecordedPiece>
  /** Ends when all is on the disk itself. */
  readonly settle: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Opens the record of a run at its first use; there need be none yet. Throws the system's errors. */
export function openRecordFile(path: string, runId: string): RecordFile {
  let opened: Promise<FileHandle> | null = null
  /** Where the last whole frame ends; null before anyone has looked. */
  let end: number | null = null

  function handle(): Promise<FileHandle> {
    opened ??= mkdir(dirname(path), { recursive: true }).then(() =>
      open(path, constants.O_RDWR | constants.O_CREAT, 0o600),
    )
    return opened.catch((error: unknown) => {
      opened = null
      throw error
    })
  }

  /** The whole frames in the next bytes; `next` is where they end. */
  async function framesAt(place: number): Promise<{ batches: UpdateBatch[]; ends: number[]; next: number }> {
    const file = await handle()
    const batches: UpdateBatch[] = []
    const ends: number[] = []
    let bytes = await readAt(file, place, PIECE_BYTES)
    let offset = 0
    for (;;) {
      const found = decodeFrame(bytes.subarray(offset), runId)
      if (found.kind === 'frame') {
        batches.push(found.batch)
        offset += found.bytes
        ends.push(place + offset)
        continue
      }
      // One that is larger than a piece is read by itself.
      const wanted = found.kind === 'longer' && batches.length === 0 && bytes.byteLength >= MOST_HEADER_BYTES
      if (wanted && found.bytes > bytes.byteLength && (await file.stat()).size >= place + found.bytes) {
        bytes = await readAt(file, place, found.bytes)
        continue
      }
      return { batches, ends, next: place + offset }
    }
  }

  async function findEnd(): Promise<number> {
    let place = 0
    for (;;) {
      const { batches, next } = await framesAt(place)
      if (batches.length === 0) return place
      place = next
    }
  }

  return {
    append: async (batches) => {
      const file = await handle()
      if (end === null) {
        end = await findEnd()
        await file.truncate(end)
      }
      for (const run of consecutive(batches)) {
        const bytes = encodeFrame(run)
        const { bytesWritten } = await file.write(bytes, 0, bytes.byteLength, end)
        // A full disk may take a part and say nothing; what is there of it is written over the next time.
        if (bytesWritten !== bytes.byteLength) throw systemError('ENOSPC')
        end += bytes.byteLength
      }
    },
    read: async (place, upTo) => {
      const { batches, ends, next } = await framesAt(place)
      if (batches.length === 0) return { batch: null, next: null }
      // What was made again begins a piece of its own, so that it takes the place of what it was made instead of.
      const again = batches.findIndex((batch, i) => i > 0 && batch.firstUpdate !== endBefore(batches, i))
      if (again < 0) return { batch: joined(batches, upTo), next }
      return { batch: joined(batches.slice(0, again), upTo), next: ends[again - 1] ?? next }
    },
    settle: async () => (await handle()).datasync(),
    close: async () => {
      const file = await opened
      opened = null
      await file?.close()
    },
  }
}

function endBefore(batches: readonly UpdateBatch[], index: number): number {
  const before = batches[index - 1]
  return before ? endOf(before) : 0
}

async function readAt(file: FileHandle, place: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, place + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}
