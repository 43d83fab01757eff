import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { LESSON_SOURCE } from '../../../../main/trainer/data/lesson/lesson-source'
import { nextWindows } from '../../../../main/trainer/data/source/next-windows'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { networkOf } from '../../../../main/trainer/network/shape/network-of'
import { mersenneTwister } from '../../../../main/trainer/random/mersenne-twister'
import { drawInteger } from '../../../../main/trainer/random/numpy-randint'
import { decodeKeyframes, encodeKeyframes } from '../../../../main/trainer/timeline/keyframe-file'
import { createKeyframes, type KeyframeSource } from '../../../../main/trainer/timeline/keyframes'
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
function standing(initial: Snapshot, updates: number): Snapshot {
  const parameters = new Map(
    [...initial.parameters].map(([name, { shape, values }]) => [
      name,
      { shape, values: values.map(() => updates) },
    ]),
  )
  return { ...initial, updatesDone: updates, position: 2 * updates, slotUpdates: updates, parameters }
}

/** What keyframes are taken from, where it stands. */
function sourceOf(now: () => Snapshot): KeyframeSource {
  return {
    writeInto: (row) => {
      const { numbers, ...counts } = packSnapshot(now())
      row.set(numbers)
      return counts
    },
    hold: () => ({ snapshot: now(), release: () => {} }),
  }
}

/** Keyframes of a run that has made one update after the other, where keeping costs nothing. */
function kept(updates: number, budget: number, perCall = 1) {
  const initial = beginning()
  let now = initial
  const source = sourceOf(() => now)
  const keyframes = createKeyframes(initial, source, () => 0, [], budget)
  for (let done = perCall; done <= updates; done += perCall) {
    now = standing(initial, done)
    keyframes.passed({ updatesDone: done, points: 10 * done }, 1)
  }
  return keyframes
}

/** For many numbers. */
function isSame(one: Float32Array | undefined, other: Float32Array): boolean {
  return one?.length === other.length && one.every((value, i) => Object.is(value, other[i]))
}

const ALL = Number.POSITIVE_INFINITY
const ONE = packSnapshot(beginning()).numbers.byteLength + 600

describe('keyframes', () => {
  it('are of every update while there is room', () => {
    const keyframes = kept(50, 1000 * ONE)
    expect(keyframes.updates()).toEqual(Array.from({ length: 51 }, (_, i) => i))
    const { updatesDone, points, snapshot } = keyframes.before(36)
    expect([updatesDone, points, snapshot().updatesDone, snapshot().position]).toEqual([36, 360, 36, 72])
    expect(snapshot().parameters).toEqual(standing(beginning(), 36).parameters)
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

  it.each([
    [50, 1000, 1],
    [1000, 20, 1],
    [3000, 20, 7],
  ])('say which is nearest, and to which updates: %i, room for %i, %i a call', (updates, room, perCall) => {
    const keyframes = kept(updates, room * ONE, perCall)
    const all = keyframes.updates()
    const last = updates - (updates % perCall)
    for (let update = 0; update <= last; update += 1) {
      const distances = all.map((each) => Math.abs(each - update))
      // The first of the nearest: of two as near it is the earlier.
      const nearest = all[distances.indexOf(Math.min(...distances))] as number
      const told = keyframes.nearest(update, last)
      expect(told.updatesDone).toBe(nearest)
      expect([told.points, told.snapshot().updatesDone]).toEqual([10 * nearest, nearest])
      expect(told.nearestFrom <= update && update <= told.nearestTo).toBe(true)
      for (const end of [told.nearestFrom, told.nearestTo])
        expect(keyframes.nearest(end, last).updatesDone).toBe(nearest)
    }
    expect(keyframes.nearest(0, last).nearestFrom).toBe(0)
    expect(keyframes.nearest(last, last).nearestTo).toBe(last)
  })

  it('give the first for what was before it', () => {
    expect(kept(3, 100 * ONE).before(-1).updatesDone).toBe(0)
  })

  /** Updates with a keyframe, where keeping the one of an update takes so many milliseconds, and a call a tenth of one for each. */
  function keptAtCost(cost: (taken: number) => number, updates: number, perCall: number, budget: number) {
    const initial = beginning()
    let [time, taken] = [0, 0]
    const source = sourceOf(() => {
      taken += 1
      time += cost(taken)
      return initial
    })
    const keyframes = createKeyframes(initial, source, () => time, [], budget)
    for (let done = perCall; done <= updates; done += perCall)
      keyframes.passed({ updatesDone: done, points: 0 }, perCall / 10)
    return { taken, updates: keyframes.updates() }
  }

  it('take no more than their part of the time, once it is known what one takes', () => {
    const { taken } = keptAtCost(() => 10, 100_000, 10, 1000 * ONE)
    // Ten milliseconds each, a hundredth of ten seconds, and the first three.
    expect(taken).toBeGreaterThan(8)
    expect(taken).toBeLessThanOrEqual(13)
  })

  it.each([16, 3, 1])(
    'leave no hole where keeping one now and then was held up, with %i updates a call',
    (perCall) => {
      const heldUp = (taken: number) => (taken % 7 < 2 ? 50 : 0.0001)
      const { updates } = keptAtCost(heldUp, 40_000 * perCall, perCall, 1000 * ONE)
      const holes = updates.slice(1).map((update, i) => update - (updates[i] as number))
      expect(updates.length).toBeGreaterThan(500)
      expect(Math.max(...holes)).toBe(Math.min(...holes))
    },
  )

  it('lie no further apart than is needed where calls were of one update and of many', () => {
    const initial = beginning()
    let now = initial
    const keyframes = createKeyframes(
      initial,
      sourceOf(() => now),
      () => 0,
      [],
      100 * ONE,
    )
    let done = 0
    const random = mersenneTwister(7)
    while (done < 20_000) {
      const perCall = drawInteger(random, 0, 2) === 0 ? 16 : 1
      for (let call = drawInteger(random, 1, 40); call > 0; call -= 1) {
        done += perCall
        now = standing(initial, done)
        keyframes.passed({ updatesDone: done, points: 0 }, 1)
      }
    }
    const updates = keyframes.updates()
    const holes = updates.slice(1).map((update, i) => update - (updates[i] as number))
    expect(keyframes.bytes()).toBeLessThanOrEqual(100 * ONE)
    // At the best 200 with a hundred of them; every one is of the update that it says.
    expect(Math.max(...holes)).toBeLessThanOrEqual(500)
    for (const update of updates)
      if (update > 0) expect(keyframes.before(update).snapshot()).toEqual(standing(initial, update))
  })

  it.each(['adam', 'sgd', 'rmsprop'] as const)('are what a snapshot would be, with %s', (optimizer) => {
    const initial = beginning({ cell: 'lstm', layers: 2, optimizer, batch: 3, hiddenUnits: 5 })
    const turned = { ...initial, parameters: new Map([...initial.parameters].reverse()) }
    const learner = createLearner(initial)
    const keyframes = createKeyframes(turned, learner, () => 0)
    const config = withSettings(LESSON, { batch: 3 })
    for (let update = 1; update <= 3; update += 1) {
      learner.updateAll(nextWindows(learner, LESSON_SOURCE, config, 1), config.training)
      keyframes.passed({ updatesDone: update, points: 0 }, 1)
      expect(keyframes.before(update).snapshot()).toEqual(learner.snapshot())
    }
    learner.dispose()
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
    for (const [name, { values }] of initial.parameters)
      expect(isSame(parameters.get(name)?.values, values)).toBe(true)
    // A file has some of them too, as many as there is room for.
    const some = keyframes.packed(9, 9 * 1024 * 1024)
    expect(some).toHaveLength(1)
    expect(isSame(some[0]?.numbers, packSnapshot(initial).numbers)).toBe(true)
    keyframes.dispose()
    learner.dispose()
    expect(tensorCount()).toEqual(before)
  })
})

describe('a file of keyframes', () => {
  const size = packSnapshot(beginning()).numbers.length

  it('gives them back to a run that is opened again, up to where that stands', () => {
    const file = encodeKeyframes('run', kept(50, 1000 * ONE).packed(99, ALL)) as Uint8Array
    const frames = decodeKeyframes(file, 'run', 40, size)
    expect(frames.map(({ updatesDone }) => updatesDone)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
    const again = createKeyframes(beginning(), sourceOf(beginning), () => 0, frames)
    const { points, snapshot } = again.before(36)
    expect(points).toBe(360)
    expect(snapshot()).toEqual(standing(beginning(), 36))
  })

  it('has as many as there is room for, equally far apart', () => {
    const keyframes = kept(20, ALL)
    const updates = (room: number) =>
      keyframes.packed(99, room * size * 4).map(({ updatesDone }) => updatesDone)
    expect(updates(4)).toEqual([3, 8, 13, 18])
    expect(updates(1)).toEqual([11])
    expect(updates(20)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    expect(updates(0)).toEqual([])
  })

  it('is none where there is nothing to keep', () => {
    expect(encodeKeyframes('run', [])).toBeNull()
  })

  it('counts for nothing when it is of another run, of another network, or damaged', () => {
    const file = encodeKeyframes('run', kept(5, 1000 * ONE).packed(99, ALL)) as Uint8Array
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
