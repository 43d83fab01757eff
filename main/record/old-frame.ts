import type { UpdateBatch } from '@contract/run/run'
import type { Size } from './record-columns'

/**
 * Frames of version 0.2 and before, `UNR1`, little-endian, which are read and no longer written: they hold the lesson
 * alone, one input and one output, and the time of every time step as a float32 in radians.
 */
export const OLD_MAGIC = 0x31524e55
/** Magic, checksum, first update, updates, time steps: each 4 bytes. */
export const OLD_HEADER_BYTES = 20
const BYTES_PER_UPDATE = 12
const BYTES_PER_POINT = 16

/** Bytes of a whole frame. */
export function oldBytes({ updates, points }: Size): number {
  return OLD_HEADER_BYTES + updates * BYTES_PER_UPDATE + points * BYTES_PER_POINT
}

/** What is after the header: losses, gradient norms, lengths, then times, inputs, targets and predictions. */
export function decodeOldColumns(
  bytes: Uint8Array,
  { updates, points }: Size,
): Omit<UpdateBatch, 'runId' | 'firstUpdate' | 'outputs' | 'updatesPerSecond'> {
  // A copy: the bytes may begin at no multiple of four.
  const { buffer } = new Uint8Array(bytes)
  const ofUpdates = (column: number) => new Float32Array(buffer, 4 * updates * column, updates)
  const ofPoints = (column: number) => new Float32Array(buffer, 4 * (updates * 3 + points * column), points)
  const lengths = new Uint32Array(buffer, 8 * updates, updates)
  return {
    losses: ofUpdates(0),
    gradientNorms: ofUpdates(1),
    validationLosses: new Float32Array(updates).fill(Number.NaN),
    lengths,
    ...placesOf(ofPoints(0), lengths),
    inputs: ofPoints(1),
    targets: ofPoints(2),
    predictions: ofPoints(3),
  }
}

/**
 * The windows' places in half periods, of which their rounded times are all that is left: a window starts at a whole number
 * and spans one, two or three; either its end is its last time step, or that would be the one after the last.
 */
function placesOf(times: Float32Array, lengths: Uint32Array): Pick<UpdateBatch, 'starts' | 'steps'> {
  const starts = new Float64Array(lengths.length)
  const steps = new Float64Array(lengths.length)
  let at = 0
  for (const [i, count] of lengths.entries()) {
    const first = (times[at] ?? 0) / Math.PI
    const reach = (times[at + count - 1] ?? 0) / Math.PI - first
    starts[i] = Math.round(first)
    // A window without its end reaches half a half period less at most, with two time steps in each.
    const span = Math.max(1, Math.round(reach + 0.25))
    const endpoint = Math.abs(reach - span) < Math.abs(reach - span * (1 - 1 / count))
    steps[i] = count === 1 ? span : span / (endpoint ? count - 1 : count)
    at += count
  }
  return { starts, steps }
}
