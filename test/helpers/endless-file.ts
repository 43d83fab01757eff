import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A Keras file with which the HDF5 library never comes to an end: the first gap in the heap of its group's names is said
 * to be followed by itself. Source: HDF5 File Format Specification 3.0, III.D "Disk Format: Level 1D - Local Heaps".
 */
export function endlessKerasFile(): Uint8Array {
  const bytes = readFileSync(join(import.meta.dirname, '../fixtures/weights/keras-lstm.weights.h5'))
  const heap = bytes.indexOf('HEAP')
  const gap = bytes.readBigUInt64LE(heap + 16)
  const names = bytes.readBigUInt64LE(heap + 24)
  bytes.writeBigUInt64LE(gap, Number(names + gap))
  return bytes
}
