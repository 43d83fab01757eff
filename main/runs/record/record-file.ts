import { constants } from 'node:fs'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { UpdateBatch } from '@contract/run/run'
import { systemError } from '../../disk/system-error'
import { between, consecutive, endOf, joined } from '../../record/record-columns'
import { decodeFrame, encodeFrame, findFrame, MOST_HEADER_BYTES } from '../../record/record-frame'
import { createFrameIndex, type FrameIndex, type IndexedFrame } from './frame-index'

/** Bytes that are read, and handed to the page, at a time. */
const PIECE_BYTES = 4_000_000

/** The updates of one run in a file that only grows: frame after frame, of which a torn last one does not count. */
export type RecordFile = {
  /** Adds batches after the last whole frame. After a failure nothing of them counts, and they may be tried again. */
  readonly append: (batches: readonly UpdateBatch[]) => Promise<void>
  /**
   * Consecutive updates from `first` on, or the first there is after it, none after `last`: as many as are handed over at a
   * time. Null when there are none. The first use finds out where each frame stands; from then on no more is read than that.
   */
  readonly read: (first: number, last: number) => Promise<UpdateBatch | null>
  /** Ends when all is on the disk itself. */
  readonly settle: () => Promise<void>
  /** Lets go of the file until it is used again. */
  readonly close: () => Promise<void>
}

/** Opens the record of a run at its first use; there need be none yet. Throws the system's errors. */
export function openRecordFile(path: string, runId: string): RecordFile {
  let opened: Promise<FileHandle> | null = null
  /** What is known of the file: null before anyone has looked, `end` is where the last whole frame ends. */
  let known: { readonly index: FrameIndex; end: number } | null = null
  let isTidy = false

  function handle(): Promise<FileHandle> {
    opened ??= mkdir(dirname(path), { recursive: true }).then(() =>
      open(path, constants.O_RDWR | constants.O_CREAT, 0o600),
    )
    return opened.catch((error: unknown) => {
      opened = null
      throw error
    })
  }

  /** The whole frames in the next bytes; one that is larger than a piece is read by itself. */
  async function framesAt(place: number): Promise<IndexedFrame[]> {
    const file = await handle()
    const frames: IndexedFrame[] = []
    let bytes = await readAt(file, place, PIECE_BYTES)
    let offset = 0
    for (;;) {
      const found = findFrame(bytes.subarray(offset))
      if (found.kind === 'frame') {
        const { firstUpdate: first, updates } = found
        frames.push({ first, end: first + updates, place: place + offset, bytes: found.bytes })
        offset += found.bytes
        continue
      }
      const wanted = found.kind === 'longer' && frames.length === 0 && bytes.byteLength >= MOST_HEADER_BYTES
      if (!wanted || found.bytes <= bytes.byteLength || (await file.stat()).size < place + found.bytes)
        return frames
      bytes = await readAt(file, place, found.bytes)
    }
  }

  async function look(): Promise<{ readonly index: FrameIndex; end: number }> {
    if (known) return known
    const index = createFrameIndex()
    let end = 0
    for (let frames = await framesAt(0); frames.length > 0; frames = await framesAt(end)) {
      for (const frame of frames) {
        index.add(frame)
        end = frame.place + frame.bytes
      }
    }
    known = { index, end }
    return known
  }

  return {
    append: async (batches) => {
      const file = await handle()
      const found = await look()
      if (!isTidy) await file.truncate(found.end)
      isTidy = true
      for (const run of consecutive(batches)) {
        const bytes = encodeFrame(run)
        const { bytesWritten } = await file.write(bytes, 0, bytes.byteLength, found.end)
        // A full disk may take a part and say nothing; what is there of it is written over the next time.
        if (bytesWritten !== bytes.byteLength) throw systemError('ENOSPC')
        const { firstUpdate: first } = run
        found.index.add({ first, end: endOf(run), place: found.end, bytes: bytes.byteLength })
        found.end += bytes.byteLength
      }
    },
    read: async (first, last) => {
      const { index } = await look()
      const frames = neighbours(index.from(first), last)
      const [begin, end] = [frames[0], frames.at(-1)]
      if (!begin || !end) return null
      const bytes = await readAt(await handle(), begin.place, end.place + end.bytes - begin.place)
      const batches: UpdateBatch[] = []
      for (const frame of frames) {
        const batch = decodeFrame(bytes.subarray(frame.place - begin.place), runId)
        // It was whole when it was looked for: somebody has changed the file since.
        if (!batch) break
        batches.push(between(batch, Math.max(first, frame.first), Math.min(last, frame.end - 1)))
      }
      return joined(batches)
    },
    settle: async () => (await handle()).datasync(),
    close: async () => {
      const file = await opened
      opened = null
      await file?.close()
    },
  }
}

/** The first frames, as long as they have updates up to `last`, stand beside each other in the file, and fit into a piece. */
function neighbours(frames: Iterable<IndexedFrame>, last: number): IndexedFrame[] {
  const found: IndexedFrame[] = []
  let bytes = 0
  for (const frame of frames) {
    const before = found.at(-1)
    const isNext = !before || (frame.place === before.place + before.bytes && frame.first === before.end)
    bytes += frame.bytes
    if (frame.first > last || !isNext || (before && bytes > PIECE_BYTES)) break
    found.push(frame)
  }
  return found
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
