import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { networkOf } from '../../../../main/trainer/network/shape/network-of'
import { decodeKeyframes, encodeKeyframes } from '../../../../main/trainer/timeline/keyframe-file'
import { createKeyframes } from '../../../../main/trainer/timeline/keyframes'
import { packSnapshot, unpackSnapshot } from '../../../../main/trainer/timeline/packed-snapshot'
import { createLearner } from '../../../../main/trainer/training/learner'
import { freshSnapshot, trainingOf } from '../../../../main/trainer/training/snapshot/fresh-snapshot'
import type { Snapshot } from '../../../../main/trainer/training/snapshot/snapshot'
import { tensorCount } from '../../../helpers/tensor-count'

function beginning(changes: Parameters<typeof withSettings>[1] = {}): Snapshot {
  const config = withSettings(LESSON, { hiddenUnits: 4, ...changes })
  return freshSnapshot(initialWeights(networkOf(config)), trainingOf(config))
}

/** A learner that has made so many updates, whose numbers tell them. */
function after(initial: Snapshot, updates: number): Snapshot {
  const parameters = new Map(
    [...initial.parameters].map(([name, { shape, values }]) => [
      name,
      { shape, values: values.map(() => updates) },
    ]),
  )
  return { ...initial, updatesDone: updates, position: 2 * updates, slotUpdates: updates, parameters }
}

/** Keyframes of a run that has made one update after the other, where keeping costs nothing. */
function kept(updates: number, budget: number, perCall = 1) {
  const initial = beginning()
  let now = initial
  const source = { view: () => now, hold: () => ({ snapshot: now, release: () => {} }) }
  const keyframes = createKeyframes(initial, source, () => 0, [], budget)
  for (let done = perCall; done <= updates; done += perCall) {
    now = after(initial, done)
    keyframes.passed({ updatesDone: done, points: 10 * done }, 1)
  }
  return keyframes
}

const ONE = packSnapshot(beginning()).numbers.byteLength + 600

describe('keyframes', () => {
  it('are of every update while there is room', () => {
    const keyframes = kept(50, 1000 * ONE)
    expect(keyframes.updates()).toEqual(Array.from({ length: 51 }, (_, i) => i))
    const { updatesDone, points, snapshot } = keyframes.before(36)
    expect([updatesDone, points, snapshot().updatesDone, snapshot().position]).toEqual([36, 360, 36, 72])
    expect(snapshot().parameters).toEqual(after(beginning(), 36).parameters)
  })

  it.each([100, 1000, 12_345])(
    'lie equally far apart over all of %i updates, within the budget',
    (updates) => {
      const keyframes = kept(updates, 20 * ONE)
      const all = keyframes.updates()
      const distances = all.slice(1).map((update, i) => update - (all[i] as number))
      expect(keyframes.bytes()).toBeLessThanOrEqual(20 * ONE)
      expect(all[0]).toBe(0)
      expect(all.length).toBeGreaterThan(10)
      expect(new Set(distances).size).toBe(1)
      expect(updates - (all.at(-1) as number)).toBeLessThanOrEqual(distances[0] as number)
    },
  )

  it('are of the ends of calls where several updates are made in one', () => {
    const keyframes = kept(1600, 1000 * ONE, 16)
    expect(keyframes.updates()).toEqual(Array.from({ length: 101 }, (_, i) => 16 * i))
    for (const update of [0, 15, 16, 17, 1599, 1600, 5000])
      expect(keyframes.before(update).updatesDone).toBe(Math.min(1600, update - (update % 16)))
  })

  it('give the first for what was before it', () => {
    expect(kept(3, 100 * ONE).before(-1).updatesDone).toBe(0)
  })

  it('take no more than their part of the time', () => {
    const initial = beginning()
    let time = 0
    let views = 0
    const view = () => {
      views += 1
      time += 10
      return initial
    }
    const keyframes = createKeyframes(
      initial,
      { view, hold: () => ({ snapshot: initial, release: () => {} }) },
      () => time,
    )
    for (let update = 1; update <= 10_000; update += 1)
      keyframes.passed({ updatesDone: update, points: 0 }, 1)
    // Ten milliseconds each, three hundredths of ten seconds.
    expect(views * 10).toBeGreaterThan(250)
    expect(views * 10).toBeLessThanOrEqual(310)
  })

  it('of a large network hold its tensors, and give them back', () => {
    const before = tensorCount()
    const initial = beginning({ cell: 'lstm', hiddenUnits: 320 })
    const learner = createLearner(initial)
    const keyframes = createKeyframes(initial, learner, () => 0, [], 20 * 1024 * 1024)
    for (let update = 1; update <= 9; update += 1) keyframes.passed({ updatesDone: update, points: 0 }, 1)
    expect(keyframes.bytes()).toBeLessThanOrEqual(20 * 1024 * 1024)
    expect(keyframes.updates().length).toBeGreaterThan(2)
    const { parameters } = keyframes.before(9).snapshot()
    expect([...parameters].map(([name, { values }]) => [name, values])).toEqual(
      [...initial.parameters].map(([name, { values }]) => [name, values]),
    )
    keyframes.dispose()
    learner.dispose()
    expect(tensorCount()).toEqual(before)
  })
})

describe('a file of keyframes', () => {
  const size = packSnapshot(beginning()).numbers.length

  it('gives them back to a run that is opened again, up to where that stands', () => {
    const file = encodeKeyframes('run', kept(50, 1000 * ONE).packed(99)) as Uint8Array
    const frames = decodeKeyframes(file, 'run', 40, size)
    expect(frames.map(({ updatesDone }) => updatesDone)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
    const learner = { view: () => beginning(), hold: () => ({ snapshot: beginning(), release: () => {} }) }
    const again = createKeyframes(beginning(), learner, () => 0, frames)
    const { points, snapshot } = again.before(36)
    expect(points).toBe(360)
    expect(snapshot()).toEqual(after(beginning(), 36))
  })

  it('has as many as there is room for, equally far apart', () => {
    const large = Float32Array.from({ length: 1_000_000 }, (_, i) => i)
    const all = Array.from({ length: 20 }, (_, i) => ({
      ...{ updatesDone: i + 1, position: 0, slotUpdates: 0 },
      points: 0,
      numbers: large,
    }))
    const frames = decodeKeyframes(encodeKeyframes('run', all) as Uint8Array, 'run', 99, large.length)
    expect(frames.map(({ updatesDone }) => updatesDone)).toEqual([1, 6, 11, 16])
    expect(frames[3]?.numbers).toEqual(large)
  })

  it('is none where there is nothing to keep', () => {
    expect(encodeKeyframes('run', [])).toBeNull()
  })

  it('counts for nothing when it is of another run, of another network, or damaged', () => {
    const file = encodeKeyframes('run', kept(5, 1000 * ONE).packed(99)) as Uint8Array
    expect(decodeKeyframes(file, 'run', 99, size)).toHaveLength(5)
    expect(decodeKeyframes(file, 'other', 99, size)).toEqual([])
    expect(decodeKeyframes(file, 'run', 99, size + 1)).toEqual([])
    for (let cut = 0; cut < 400; cut += 7)
      expect(decodeKeyframes(file.slice(0, cut), 'run', 99, size)).toEqual([])
  })
})

describe('a packed snapshot', () => {
  it.each(['adam', 'sgd', 'rmsprop'] as const)('comes out as it went in, with %s', (optimizer) => {
    const learner = createLearner(beginning({ cell: 'lstm', layers: 2, optimizer }))
    const snapshot = learner.snapshot()
    learner.dispose()
    const numbered = unpackSnapshot(
      { ...packSnapshot(snapshot), numbers: packSnapshot(snapshot).numbers.map((_, i) => i) },
      snapshot,
    )
    expect(packSnapshot(numbered).numbers).toEqual(packSnapshot(snapshot).numbers.map((_, i) => i))
    expect(unpackSnapshot(packSnapshot(snapshot), snapshot)).toEqual(snapshot)
  })
})
