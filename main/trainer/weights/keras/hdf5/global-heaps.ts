/*
 * Texts of any length lie in global heaps, whose objects follow one on the other. The library goes from object to object
 * without asking whether there is a next one: a length that is damaged leads it round for ever, or out of the heap.
 * Source: HDF5 File Format Specification 3.0, III.E "Disk Format: Level 1E - Global Heap".
 */

/** "GCOL", version 1 and three bytes that are not used. */
const HEAD = [0x47, 0x43, 0x4f, 0x4c, 1, 0, 0, 0]
/** Bytes of the head of a heap, with its length. */
const HEAP_HEAD = 16
/** Bytes of the head of an object: its number, how often it is referred to, four that are not used, its length. */
const OBJECT_HEAD = 16

/**
 * Whether in each global heap of a file the objects follow on each other and end where the heap does. Files whose lengths
 * have another width than 8 bytes, which nobody has made in decades, are not looked at.
 */
export function areHeapsWhole(bytes: Uint8Array): boolean {
  if (widthOfLengths(bytes) !== 8) return true
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = bytes.indexOf(HEAD[0] as number); at >= 0; at = bytes.indexOf(HEAD[0] as number, at + 1))
    if (HEAD.every((byte, i) => bytes[at + i] === byte) && !isWhole(view, at)) return false
  return true
}

function isWhole(view: DataView, start: number): boolean {
  if (start + HEAP_HEAD > view.byteLength) return false
  const end = start + lengthAt(view, start + 8)
  if (!(end >= start + HEAP_HEAD && end <= view.byteLength)) return false
  let at = start + HEAP_HEAD
  while (at + OBJECT_HEAD <= end) {
    const length = lengthAt(view, at + 8)
    // Number 0 is the free space after the objects, the length of which counts its head.
    const isFree = view.getUint16(at, true) === 0
    const step = isFree ? length : OBJECT_HEAD + Math.ceil(length / 8) * 8
    if (step < OBJECT_HEAD || at + step > end) return false
    at += step
  }
  return true
}

/** The superblock, from its version on, says how wide lengths are. */
function widthOfLengths(bytes: Uint8Array): number | undefined {
  const version = bytes[8] ?? 0
  return version < 2 ? bytes[14] : bytes[10]
}

function lengthAt(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true))
}
