import { isKeepable, type Touch } from '@contract/inside/touched'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { type KeepableTouch, type KeptTouch, keptOf, keptTogether } from '@contract/timeline/kept-touches'
import { editedLog } from '@contract/timeline/planned-changes'
import { touchesAt, withChange, withKept, withWipe } from '@contract/timeline/settings-events'
import { describe, expect, it } from 'vitest'

const WEIGHT: KeptTouch = { kind: 'weight', name: 'out.bias', index: 0, value: 2 }
const SHIFT: KeptTouch = { kind: 'shifted', layer: 0, unit: null, by: 1 }
const UNIT: KeptTouch = { kind: 'unit', layer: 0, unit: 2, held: 'zero' }
const WIPE: KeepableTouch = { kind: 'wiped' }

describe('touches that a training can go on from', () => {
  it('are of weights and of a state that is carried', () => {
    const others: readonly Touch[] = [
      { kind: 'input', timeStep: 0, column: 0, value: 1 },
      { kind: 'unit', layer: 0, unit: 0, held: 'mean' },
      { kind: 'gate', layer: 0, gate: 'reset', unit: null, held: 1 },
      { kind: 'noise', layer: 0, deviation: 1, seed: 1 },
    ]
    const kept = (carriesState: boolean) =>
      [WEIGHT, SHIFT, UNIT, WIPE, ...others].filter((touch) => isKeepable(touch, carriesState))
    expect(kept(true)).toEqual([WEIGHT, SHIFT, UNIT, WIPE])
    expect(kept(false)).toEqual([WEIGHT, UNIT])
  })

  it('lose of what is shifted all that is wiped after it', () => {
    expect(keptOf([SHIFT, WEIGHT, WIPE, SHIFT, UNIT])).toEqual({
      wiped: true,
      touches: [WEIGHT, SHIFT, UNIT],
    })
    expect(keptOf([WIPE])).toEqual({ wiped: true })
    expect(keptOf([WEIGHT])).toEqual({ touches: [WEIGHT] })
  })

  it('say no negative zero, which no file could hold', () => {
    const touches: readonly KeepableTouch[] = [
      { ...WEIGHT, value: -0 },
      { kind: 'shifted', layer: 0, unit: null, by: -0 },
    ]
    const kept = keptOf(touches)
    expect(JSON.parse(JSON.stringify(kept))).toEqual(kept)
    expect(kept.touches).toEqual([
      { ...WEIGHT, value: 0 },
      { ...SHIFT, by: 0 },
    ])
  })

  it('come together in their order, each about a weight or a unit once', () => {
    const set = { ...WEIGHT, value: 5 }
    expect(keptTogether({ touches: [SHIFT, WEIGHT, UNIT] }, { touches: [SHIFT, set, UNIT] })).toEqual({
      touches: [SHIFT, SHIFT, set, UNIT],
    })
    expect(keptTogether({ wiped: true, touches: [SHIFT, WEIGHT] }, { wiped: true })).toEqual({
      wiped: true,
      touches: [WEIGHT],
    })
    expect(keptTogether({}, {})).toEqual({})
  })
})

describe('the log of a run that is touched', () => {
  const log = withKept([], 5, { wiped: true, touches: [WEIGHT] })

  it('has them beside what is changed before the same update, and keeps them when that is put back', () => {
    const other = withSettings(LESSON, { learningRate: 0.5 })
    const both = withChange(log, 5, LESSON, other)
    const about = { update: 5, touches: [WEIGHT] }
    expect(both).toEqual([
      { ...about, before: { learningRate: 0.02 }, after: { learningRate: 0.5 }, wiped: true },
    ])
    expect(withChange(both, 5, other, LESSON)).toEqual(log)
    expect(withWipe(log, 5, false)).toEqual([{ ...about, before: {}, after: {} }])
    expect(withWipe(withWipe(log, 5, false), 5, true)).toEqual(log)
    expect([4, 5, 6].map((update) => touchesAt(both, update).length)).toEqual([0, 1, 0])
  })

  it('has them later, off, and at another update', () => {
    const noted = withKept([], 5, { touches: [{ ...WEIGHT, was: 0.25 }, SHIFT] })
    const later = withKept(noted, 9, { touches: [{ ...WEIGHT, was: 2, value: 3 }] })
    // What a weight was before is another number by then.
    expect(editedLog(later, [], 5, 'off')).toEqual({
      from: 4,
      planned: [{ update: 9, after: {}, touches: [{ ...WEIGHT, value: 3 }] }],
    })
    expect(editedLog(later, [], 5, { movedTo: 9 })).toEqual({
      from: 4,
      planned: [{ update: 9, after: {}, touches: [WEIGHT, SHIFT] }],
    })
  })
})
