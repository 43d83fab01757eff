import { crc32 } from 'node:zlib'
import { LESSON } from '@contract/settings/lesson'
import { settingsOf, withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { decodeFrame, findFrame } from '../../../main/record/record-frame'
import { timesBetween, windowAt } from '../../../main/trainer/data/lesson/sine-to-cosine'

/** A frame as the versions before wrote it, byte by byte: the header, then seven columns of four bytes a number. */
function oldFrame(
  firstUpdate: number,
  windows: readonly { times: Float32Array; inputs: Float32Array; targets: Float32Array }[],
) {
  const long = (of: (window: (typeof windows)[number]) => Float32Array) =>
    windows.flatMap((window) => [...of(window)])
  const floats = (values: readonly number[]) => Buffer.from(Float32Array.from(values).buffer)
  const points = long(({ times }) => times).length
  const counted = Uint32Array.of(firstUpdate, windows.length, points)
  const checked = Buffer.concat([
    Buffer.from(counted.buffer),
    floats(windows.map((_, i) => i / 8)),
    floats(windows.map((_, i) => i / 4)),
    Buffer.from(Uint32Array.from(windows, ({ times }) => times.length).buffer),
    floats(long(({ times }) => times)),
    floats(long(({ inputs }) => inputs)),
    floats(long(({ targets }) => targets)),
    floats(long(({ targets }) => targets.map((value) => -value))),
  ])
  return Buffer.concat([Buffer.from('UNR1'), Buffer.from(Uint32Array.of(crc32(checked)).buffer), checked])
}

describe('a frame of an earlier version', () => {
  it.each([
    [{}, 0],
    [{ endpoint: false }, 3],
    [{ span: 'random' }, 100],
    [{ span: 'random', endpoint: false, points: 2 }, 2001],
    [{ span: 'random', endpoint: false, points: 2 }, 20_001],
    [{ points: 2 }, 999],
    [{ points: 200, endpoint: false }, 5000],
  ] as const)('gives back every number, and exact places: %j after %i half periods', (changes, before) => {
    const settings = settingsOf(withSettings(LESSON, changes))
    let position = before
    const windows = Array.from({ length: 30 }, (_, i) => {
      const window = windowAt({ position, update: before + i, settings })
      position += window.advance
      const { start, advance, timeSteps } = window
      return { ...window, times: timesBetween(start, advance, timeSteps, settings.endpoint) }
    })
    const bytes = oldFrame(before + 1, windows)
    const found = findFrame(bytes)
    const batch = decodeFrame(bytes, 'a')
    if (!batch) throw new Error(`found ${found.kind}`)
    expect(found).toMatchObject({
      kind: 'frame',
      isOld: true,
      outputs: 1,
      firstUpdate: before + 1,
      updates: 30,
      bytes: bytes.byteLength,
    })
    expect([batch.runId, batch.firstUpdate, batch.outputs]).toEqual(['a', before + 1, 1])
    expect([...batch.starts]).toEqual(windows.map(({ start }) => start))
    expect([...batch.steps]).toEqual(windows.map(({ step }) => step))
    expect([...batch.inputs]).toEqual(windows.flatMap(({ inputs }) => [...inputs]))
    expect([...batch.targets]).toEqual(windows.flatMap(({ targets }) => [...targets]))
    expect([...batch.predictions]).toEqual(
      windows.flatMap(({ targets }) => [...targets].map((value) => -value)),
    )
    expect([...batch.losses]).toEqual(windows.map((_, i) => i / 8))
    expect([...batch.gradientNorms]).toEqual(windows.map((_, i) => i / 4))
  })

  it('does not count where it was torn or changed', () => {
    const settings = settingsOf(LESSON)
    const window = windowAt({ position: 0, update: 0, settings })
    const bytes = oldFrame(1, [{ ...window, times: timesBetween(0, 1, window.timeSteps, true) }])
    for (let length = 0; length < bytes.byteLength; length += 1)
      expect(findFrame(bytes.subarray(0, length)).kind).toBe('longer')
    for (let at = 4; at < bytes.byteLength; at += 1) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 0x10
      expect(findFrame(changed).kind).not.toBe('frame')
    }
  })
})
