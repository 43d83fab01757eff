import { describe, expect, it } from 'vitest'
import { framesIn } from '../../../main/record/frames-in'
import { encodeFrame } from '../../../main/record/record-frame'

/** A frame of so many updates, two time steps each. */
function frame(firstUpdate: number, updates: number): Uint8Array {
  const numbers = (count: number) => Float32Array.from({ length: count }, (_, i) => firstUpdate + i / 7)
  return encodeFrame({
    ...{ runId: 'a', firstUpdate, outputs: 1, updatesPerSecond: 0 },
    ...{ losses: numbers(updates), gradientNorms: numbers(updates), validationLosses: numbers(updates) },
    lengths: new Uint32Array(updates).fill(2),
    ...{ starts: new Float64Array(updates), steps: new Float64Array(updates) },
    ...{ inputs: numbers(2 * updates), targets: numbers(2 * updates), predictions: numbers(2 * updates) },
  })
}

async function found(record: Uint8Array) {
  const asked: number[] = []
  const read = async (place: number, length: number) => {
    asked.push(length)
    return record.subarray(place, place + length)
  }
  const frames = []
  for await (const { facts, bytes, place } of framesIn(read))
    frames.push({ first: facts.firstUpdate, updates: facts.updates, place, bytes: Buffer.from(bytes) })
  return { frames, asked }
}

const MIB = 1024 * 1024

describe('the frames of a record', () => {
  it('are found one after the other, also those that are cut by a piece, or larger than one', async () => {
    // 56 bytes an update: 2.8, 5.6, 0.06 and 3.4 MB of pieces of 4 MiB.
    const sizes = [50_000, 100_000, 1_000, 60_000]
    const firsts = sizes.map((_, i) => 1 + sizes.slice(0, i).reduce((sum, size) => sum + size, 0))
    const parts = sizes.map((size, i) => frame(firsts[i] ?? 1, size))
    const record = Buffer.concat(parts)
    const { frames } = await found(record)
    expect(frames.map(({ first, updates }) => [first, updates])).toEqual(
      sizes.map((size, i) => [firsts[i], size]),
    )
    for (const [i, { bytes, place }] of frames.entries()) {
      expect(bytes.equals(parts[i] ?? Buffer.of())).toBe(true)
      expect(record.subarray(place, place + bytes.length).equals(bytes)).toBe(true)
    }
  })

  it('end with the last whole one, wherever the next is torn or damaged', async () => {
    const [one, two] = [frame(1, 10), frame(11, 10)]
    for (let length = 0; length <= two.length; length += 1) {
      const { frames } = await found(Buffer.concat([one, two.subarray(0, length)]))
      expect(frames).toHaveLength(length === two.length ? 2 : 1)
    }
    for (let at = 0; at < two.length; at += 7) {
      const damaged = Uint8Array.from(two)
      damaged[at] = (damaged[at] ?? 0) ^ 0x10
      expect((await found(Buffer.concat([one, damaged]))).frames).toHaveLength(1)
    }
    expect((await found(new Uint8Array())).frames).toEqual([])
  })

  it('are never asked for in one that says that it is larger than any is', async () => {
    const huge = Uint8Array.from(frame(1, 10))
    new DataView(huge.buffer).setUint32(12, 99_000_000, true)
    const { frames, asked } = await found(huge)
    expect(frames).toEqual([])
    expect(Math.max(...asked)).toBeLessThanOrEqual(4 * MIB)
  })
})
