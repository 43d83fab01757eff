import { fieldsOf, isCount, parsedJson } from '../weights/base/parsed-json'
import { decodeSafetensors } from '../weights/safetensors/reader'
import { encodeSafetensors } from '../weights/safetensors/writer'
import type { PackedKeyframe } from './keyframes'

/** Bytes of the numbers in a file of keyframes, at most: 1,200 of the lesson's network. */
export const KEYFRAME_FILE_BYTES = 16 * 1024 * 1024
const KEY = 'unroll.keyframes'
const NUMBERS = 'numbers'
const COUNTS = ['updatesDone', 'position', 'slotUpdates', 'points'] as const

/**
 * Writes keyframes of a run down, so that it can be gone back in tomorrow nearly as fast as today: in a safetensors file with
 * one row of numbers for each. Null where there is none.
 */
export function encodeKeyframes(runId: string, frames: readonly PackedKeyframe[]): Uint8Array | null {
  const size = frames[0]?.numbers.length ?? 0
  if (frames.length === 0) return null
  const values = new Float32Array(frames.length * size)
  for (const [i, { numbers }] of frames.entries()) values.set(numbers, i * size)
  const note = { run: runId, frames: frames.map((frame) => COUNTS.map((name) => frame[name])) }
  return encodeSafetensors(new Map([[NUMBERS, { shape: [frames.length, size], values }]]), {
    [KEY]: JSON.stringify(note),
  })
}

/**
 * Reads them again. They save time and nothing else: of another run, or damaged, they are none.
 *
 * @param last updates that the run has made: what lies behind them may never have been, or otherwise
 * @param size numbers of a snapshot of the run
 */
export function decodeKeyframes(
  bytes: Uint8Array,
  runId: string,
  last: number,
  size: number,
): readonly PackedKeyframe[] {
  const file = decodeSafetensors(bytes)
  if (!file.ok) return []
  const { run, frames } = fieldsOf(parsedJson(file.value.metadata.get(KEY)))
  const numbers = file.value.tensors.get(NUMBERS)
  if (run !== runId || !Array.isArray(frames) || numbers?.shape.join() !== [frames.length, size].join())
    return []
  const read: PackedKeyframe[] = []
  let before = -1
  for (const [i, counts] of frames.entries()) {
    if (!Array.isArray(counts) || counts.length !== COUNTS.length || !counts.every(isCount)) return []
    const [updatesDone, position, slotUpdates, points] = counts as [number, number, number, number]
    if (updatesDone <= before) return []
    before = updatesDone
    if (updatesDone > last) break
    read.push({
      updatesDone,
      position,
      slotUpdates,
      points,
      numbers: numbers.values.slice(i * size, (i + 1) * size),
    })
  }
  return read
}
