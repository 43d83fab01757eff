import { type FrameFacts, findFrame } from './record-frame'

/** Bytes that are read at a time. */
const PIECE_BYTES = 4 * 1024 * 1024
/** Far more than any frame has, which is written twice a second: one that says so is damaged. */
const MOST_FRAME_BYTES = 512 * 1024 * 1024

/** A whole frame as it lies in a record. */
export type RawFrame = {
  readonly facts: FrameFacts
  readonly bytes: Uint8Array
  /** Its first byte, counted from the record's. */
  readonly place: number
}

/**
 * The whole frames of a record, one after the other; a torn or damaged one ends them.
 *
 * @param read gives the bytes from a place on: as many as asked for, or fewer where the record ends
 */
export async function* framesIn(
  read: (place: number, length: number) => Promise<Uint8Array>,
): AsyncGenerator<RawFrame> {
  let place = 0
  let piece = await read(place, PIECE_BYTES)
  for (let offset = 0; ; ) {
    const found = findFrame(piece.subarray(offset))
    if (found.kind === 'none') return
    if (found.kind === 'longer') {
      // Cut by the piece, which begins anew with it; one that is larger than a piece is read by itself.
      const isTorn = offset === 0 && piece.length < found.bytes && piece.length !== PIECE_BYTES
      if (isTorn || found.bytes > MOST_FRAME_BYTES) return
      place += offset
      piece = await read(place, Math.max(PIECE_BYTES, found.bytes))
      if (piece.length < found.bytes) return
      offset = 0
      continue
    }
    const { kind: _, ...facts } = found
    yield { facts, bytes: piece.subarray(offset, offset + facts.bytes), place: place + offset }
    offset += facts.bytes
  }
}
