import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { ExperimentRun, ExperimentRunEnd } from '@contract/experiment/experiment'
import { isSystemError, systemError } from '../../disk/system-error'
import { decodeRun, encodeRun, FRAME_MARK, type FrameFacts, frameFacts, headBytes } from './run-frame'

/** Bytes that are read, and handed to the page, at a time. */
const PIECE_BYTES = 4_000_000
/** Bytes that are looked at for where frames stand: those of small runs have many in one look. */
const LOOK_BYTES = 16_384

/** A run that is in the file. */
type Entry = {
  readonly index: number
  readonly end: ExperimentRunEnd
  readonly place: number
  readonly bytes: number
}

/** The runs of one experiment in a file that only grows, frame after frame; a torn or damaged last one does not count. */
export type RunsFile = {
  /** Runs that are in it, each once, by their order of being made. */
  readonly count: () => number
  /** How those ended that are in it, by their places in the plan. */
  readonly ends: () => ReadonlyMap<number, ExperimentRunEnd>
  readonly bytes: () => number
  /**
   * Adds runs; one that is there already takes that one's place in the order. After a failure nothing of them counts, and they may
   * be tried again. Throws the system's errors.
   */
  readonly append: (runs: readonly ExperimentRun[]) => Promise<void>
  /** Some runs from a place in the order on: as many as are handed over at a time. Throws the system's errors. */
  readonly read: (from: number) => Promise<readonly ExperimentRun[]>
  /** Ends when all is on the disk itself, and lets go of the file until it is used again. Throws the system's errors. */
  readonly settle: () => Promise<void>
}

/**
 * Looks through a file for where its frames stand, without reading their numbers but the last one's; there need be none. What cannot be read says so when it is used.
 *
 * @param runs of the plan: a frame of any other, which only somebody else can have written, is none
 */
export function openRunsFile(path: string, runs: number): RunsFile {
  /** By the order of being made. */
  let entries: Entry[] = []
  let end = 0
  let opened: Promise<FileHandle> | null = null
  let isTidy = false
  /** Why nobody knows what is in it: then nothing is written over it. */
  let unreadable: Error | null = null
  const places = new Map<number, number>()

  function add(entry: Entry) {
    const place = places.get(entry.index)
    if (place === undefined) {
      places.set(entry.index, entries.length)
      entries.push(entry)
    } else entries[place] = entry
    end = entry.place + entry.bytes
  }

  function look(file: number) {
    const { size } = fstatSync(file)
    let [place, from] = [0, 0]
    let piece = new Uint8Array()
    for (;;) {
      let rest = piece.subarray(Math.min(place - from, piece.byteLength))
      let head = headBytes(rest)
      if (head === null || rest.byteLength < head) {
        from = place
        piece = readFrom(file, place, LOOK_BYTES)
        head = headBytes(piece)
        if (head !== null && head > piece.byteLength) piece = readFrom(file, place, head)
        rest = piece
      }
      const facts = head === null ? null : frameFacts(rest)
      if (facts && isWhole(file, place, facts, size)) {
        if (facts.index < runs) add({ index: facts.index, end: facts.end, place, bytes: facts.bytes })
        place += facts.bytes
        continue
      }
      // A damaged frame costs no other one.
      const next = nextFrame(file, place + 1)
      if (next === null) return
      place = next
    }
  }

  /** Only what was written last can be torn where all before it is whole. */
  function isWhole(file: number, place: number, { bytes }: FrameFacts, size: number): boolean {
    if (place + bytes > size) return false
    return place + bytes < size || decodeRun(readFrom(file, place, bytes)) !== null
  }

  function handle(): Promise<FileHandle> {
    opened ??= open(path, constants.O_RDWR | constants.O_CREAT, 0o600)
    return opened.catch((error: unknown) => {
      opened = null
      throw error
    })
  }

  /** A frame whose numbers were changed by somebody else is no run: it can be made again. */
  function forget(damaged: readonly Entry[]) {
    entries = entries.filter((entry) => !damaged.includes(entry))
    places.clear()
    for (const [place, { index }] of entries.entries()) places.set(index, place)
  }

  try {
    const found = openIfThere(path)
    try {
      if (found !== null) look(found)
    } finally {
      if (found !== null) closeSync(found)
    }
  } catch (error) {
    if (!isSystemError(error)) throw error
    unreadable = error
  }

  return {
    count: () => entries.length,
    ends: () => new Map(entries.map(({ index, end: how }) => [index, how])),
    bytes: () => end,
    append: async (runs) => {
      if (unreadable) throw unreadable
      const file = await handle()
      if (!isTidy) await file.truncate(end)
      isTidy = true
      const frames = runs.map(encodeRun)
      const bytes = Buffer.concat(frames)
      const { bytesWritten } = await file.write(bytes, 0, bytes.byteLength, end)
      // A full disk may take a part and say nothing; what is there of it is written over the next time.
      if (bytesWritten !== bytes.byteLength) throw systemError('ENOSPC')
      for (const [at, { index, end: how }] of runs.entries())
        add({ index, end: how, place: end, bytes: frames[at]?.byteLength ?? 0 })
    },
    read: async (from) => {
      if (unreadable) throw unreadable
      for (;;) {
        const wanted = firstPiece(entries.slice(from))
        if (wanted.length === 0) return []
        const read = await readRuns(path, wanted)
        forget(read.filter(({ run }) => run === null).map(({ entry }) => entry))
        const runs = read.flatMap(({ run }) => (run ? [run] : []))
        if (runs.length > 0) return runs
      }
    },
    settle: async () => {
      const file = await opened
      opened = null
      await file?.datasync().finally(() => file.close())
    },
  }
}

/** The first, and as many more as fit into a piece. */
function firstPiece(entries: readonly Entry[]): readonly Entry[] {
  let bytes = 0
  const beyond = entries.findIndex((entry, at) => {
    bytes += entry.bytes
    return at > 0 && bytes > PIECE_BYTES
  })
  return beyond === -1 ? entries : entries.slice(0, beyond)
}

/** Nobody holds the file open for what is read now and then. */
async function readRuns(path: string, entries: readonly Entry[]) {
  const file = await open(path, 'r')
  try {
    return await Promise.all(entries.map(async (entry) => ({ entry, run: await readRun(file, entry) })))
  } finally {
    await file.close()
  }
}

async function readRun(file: FileHandle, { index, place, bytes }: Entry): Promise<ExperimentRun | null> {
  const { buffer } = await file.read(new Uint8Array(bytes), 0, bytes, place)
  const run = decodeRun(buffer)
  return run?.index === index ? run : null
}

function openIfThere(path: string): number | null {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return null
    throw error
  }
}

/** Where the next frame may begin; null where none does. */
function nextFrame(file: number, from: number): number | null {
  for (let place = from; ; ) {
    const piece = readFrom(file, place, LOOK_BYTES)
    const found = Buffer.from(piece.buffer, 0, piece.byteLength).indexOf(FRAME_MARK)
    if (found >= 0) return place + found
    if (piece.byteLength < LOOK_BYTES) return null
    // The mark may stand across two pieces.
    place += LOOK_BYTES - FRAME_MARK.byteLength + 1
  }
}

function readFrom(file: number, place: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let filled = 0
  while (filled < length) {
    const read = readSync(file, bytes, filled, length - filled, place + filled)
    if (read === 0) break
    filled += read
  }
  return bytes.subarray(0, filled)
}
