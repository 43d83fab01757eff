import type { FileHandle } from 'node:fs/promises'

/** Some bytes of a file, and the little-endian numbers in them. */
export type Stretch = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly u16: (at: number) => number
  readonly u32: (at: number) => number
  /** Null where they are no UTF-8. */
  readonly text: (at: number, length: number) => string | null
}

/** What an archive is read from: a file, or a stretch of one. */
export type Bytes = {
  readonly size: number
  /** Bytes at a place; null where there are not as many. Throws the system's errors. */
  readonly at: (place: number, length: number) => Promise<Stretch | null>
}

export function bytesOf(file: FileHandle, size: number): Bytes {
  return { size, at: (place, length) => readAt(file, place, length) }
}

/** Some bytes by themselves, as if there were no others. */
export function stretchOf(bytes: Bytes, from: number, size: number): Bytes {
  const isInside = (place: number, length: number) => place >= 0 && place + length <= size
  return {
    size,
    at: async (place, length) => (isInside(place, length) ? bytes.at(from + place, length) : null),
  }
}

/** Reads bytes at a place; null where the file has not as many. Throws the system's errors. */
export async function readAt(file: FileHandle, place: number, length: number): Promise<Stretch | null> {
  if (place < 0) return null
  const bytes = new Uint8Array(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, place + filled)
    if (bytesRead === 0) return null
    filled += bytesRead
  }
  const view = new DataView(bytes.buffer)
  return {
    bytes,
    u16: (at) => view.getUint16(at, true),
    u32: (at) => view.getUint32(at, true),
    text: (at, count) => textOf(bytes.subarray(at, at + count)),
  }
}

/** A text in UTF-8; null where it is none. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
