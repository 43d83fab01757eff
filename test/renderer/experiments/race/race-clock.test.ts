import type { ExperimentRun, ShownWindow } from '@contract/experiment/experiment'
import { describe, expect, it } from 'vitest'
import {
  afterSeconds,
  afterUpdates,
  type Lane,
  secondsAt,
} from '../../../../renderer/store/selectors/experiments/race/lane-clock'
import {
  endOfRace,
  laneAt,
  otherwise,
  played,
  reachOf,
  stepped,
} from '../../../../renderer/store/selectors/experiments/race/race-clock'
import {
  byPlace,
  newestLoss,
  raceMeasure,
  standingsOf,
} from '../../../../renderer/store/selectors/experiments/race/ranking'
import { divergedRun, madeRun } from '../made-runs'

const shown = (...windows: readonly (readonly [update: number, at: number])[]): readonly ShownWindow[] =>
  windows.map(([update, at]) => ({
    ...{ update, at, start: 0, step: 1 },
    ...{ targets: new Float32Array(2), predictions: new Float32Array(2) },
  }))

/** Four updates, made after 1, 2, 3 and 4 seconds. */
const SLOW = madeRun(0, [8, 6, 4, 2], { seconds: 4, shown: shown([1, 1], [2, 2], [3, 3], [4, 4]) })
/** Six updates, of which every second window is kept: two a second at first, then one a second. */
const FAST = madeRun(1, [7, 6, 5, 3, 3, 3], {
  ...{ seconds: 4, end: 'patience' as const },
  shown: shown([1, 0.5], [3, 1.5], [5, 3], [6, 4]),
})
/** Two updates in a second and a half, and a third that broke it. */
const BROKEN = { ...divergedRun(2, [9, 90]), seconds: 1.5, shown: shown([1, 0.5], [2, 1.5]) }

const lane = (run: ExperimentRun | null, index = run?.index ?? 0): Lane => ({ index, outputs: 1, run })
const LANES = [lane(SLOW), lane(FAST), lane(BROKEN)]

const places = (by: 'updates' | 'seconds', cursor: number, lanes = LANES) =>
  standingsOf(lanes, by, cursor, 'loss').map(({ place }) => place)

describe('a lane', () => {
  it('has made an update after the seconds that its window was shown at, and between two after their share', () => {
    expect([0, 1, 2, 3, 4].map((update) => secondsAt(SLOW, update))).toEqual([0, 1, 2, 3, 4])
    // 2 halfway from 0.5 to 1.5, 4 halfway from 1.5 to 3.
    expect([1, 2, 3, 4, 5, 6].map((update) => secondsAt(FAST, update))).toEqual([0.5, 1, 1.5, 2.25, 3, 4])
    // As long as the mean of the two before it: 1.5 × 3 / 2.
    expect(secondsAt(BROKEN, 3)).toBe(2.25)
    // Of one without windows there is the whole time alone.
    expect([1, 2, 4].map((update) => secondsAt(madeRun(0, [1, 1, 1, 1], { seconds: 2 }), update))).toEqual([
      0.5, 1, 2,
    ])
  })

  it('is after some seconds where it was then', () => {
    const at = (run: ExperimentRun) =>
      [0, 0.99, 1, 2.24, 2.25, 4, 9].map((seconds) => afterSeconds(run, seconds).update)
    expect(at(SLOW)).toEqual([0, 0, 1, 2, 2, 4, 4])
    expect(at(FAST)).toEqual([0, 1, 2, 3, 4, 6, 6])
    expect(afterSeconds(BROKEN, 2.24)).toEqual({ update: 2, state: 'under-way' })
    expect(afterSeconds(BROKEN, 2.25)).toEqual({ update: 2, state: 'diverged' })
  })

  it('stays at its end, and drops out with the update that breaks it', () => {
    expect(afterUpdates(SLOW, 3)).toEqual({ update: 3, state: 'under-way' })
    expect(afterUpdates(SLOW, 4)).toEqual({ update: 4, state: 'ended' })
    expect(afterUpdates(SLOW, 6)).toEqual({ update: 4, state: 'ended' })
    expect(afterUpdates(BROKEN, 2)).toEqual({ update: 2, state: 'under-way' })
    expect(afterUpdates(BROKEN, 3)).toEqual({ update: 2, state: 'diverged' })
    expect(afterUpdates(divergedRun(0, []), 1)).toEqual({ update: 0, state: 'diverged' })
  })
})

describe('the clock of a race', () => {
  it('goes to the end of the longest lane, of one that diverges too', () => {
    expect(endOfRace(LANES, 'updates')).toBe(6)
    expect(endOfRace(LANES, 'seconds')).toBe(4)
    expect(endOfRace([lane(BROKEN)], 'updates')).toBe(3)
    expect(endOfRace([lane(BROKEN)], 'seconds')).toBe(2.25)
    expect(endOfRace([lane(null)], 'updates')).toBe(0)
  })

  it('is in lock step: it waits for a lane that is still made, and for none that will not come', () => {
    const lanes = [lane(SLOW), lane(null, 1)]
    expect(reachOf(lanes, 'updates', true)).toBe(0)
    expect(reachOf(lanes, 'updates', false)).toBe(4)
    expect(reachOf([lane(SLOW), lane(madeRun(1, [], { end: 'failed' }))], 'updates', true)).toBe(4)
  })

  it('has all lanes at one number of updates, or where each was after the same time', () => {
    const updates = (by: 'updates' | 'seconds', cursor: number) =>
      [SLOW, FAST, BROKEN].map((run) => laneAt(run, by, cursor).update)
    expect(updates('updates', 2)).toEqual([2, 2, 2])
    expect(updates('updates', 5)).toEqual([4, 5, 2])
    expect(updates('seconds', 2)).toEqual([2, 3, 2])
  })

  it('steps by an update, and by wall time to the next one that any lane makes', () => {
    expect(stepped(LANES, 'updates', 2, 1)).toBe(3)
    expect(stepped(LANES, 'updates', 2, -10)).toBe(0)
    expect(stepped(LANES, 'updates', 2, 10)).toBe(6)
    const lanes = [lane(SLOW), lane(FAST)]
    const walk = (from: number, by: number, steps: number) =>
      Array.from({ length: steps }, (_, step) => {
        let at = from
        for (let made = 0; made <= step; made += 1) at = stepped(lanes, 'seconds', at, by)
        return at
      })
    // 1, 3 and 4 s are of both.
    expect(walk(0, 1, 8)).toEqual([0.5, 1, 1.5, 2, 2.25, 3, 4, 4])
    expect(walk(4, -1, 7)).toEqual([3, 2.25, 2, 1.5, 1, 0.5, 0])
    expect(stepped(lanes, 'seconds', 0.7, -1)).toBe(0.5)
    expect(stepped(lanes, 'seconds', 0, 3)).toBe(1.5)
    expect(stepped([lane(BROKEN)], 'seconds', 1.5, 1)).toBe(2.25)
    expect(stepped([lane(BROKEN)], 'seconds', 2.25, -1)).toBe(1.5)
  })

  it('stays at its moment when it is counted the other way, as the lane has it that is farthest', () => {
    expect(otherwise([lane(SLOW), lane(FAST)], 'updates', 3)).toBe(3)
    expect(otherwise([lane(SLOW), lane(FAST)], 'seconds', 2.25)).toBe(4)
    expect(otherwise(LANES, 'updates', 6)).toBe(4)
    expect(otherwise(LANES, 'seconds', 4)).toBe(6)
  })

  it('plays the whole race in the time that is wanted, and no further than it reaches', () => {
    expect(played(0, 1, 20, 60)).toBe(3)
    expect(played(59, 1, 20, 60)).toBe(60)
    expect(played(0, 5, 20, 0)).toBe(0)
  })
})

describe('the ranking', () => {
  it('is by the loss at the moment, with no place before the first update', () => {
    expect(places('updates', 0)).toEqual([null, null, null])
    expect(places('updates', 1)).toEqual([2, 1, 3])
    expect(places('updates', 4)).toEqual([1, 2, 3])
    // After 3 s the slow one has made 3 updates (loss 4), the fast one 5 (loss 3).
    expect(places('seconds', 3)).toEqual([2, 1, 3])
    expect(places('updates', 6)).toEqual([1, 2, 3])
  })

  it('shares places, and goes on behind them with the one that is due', () => {
    expect(places('updates', 2)).toEqual([1, 1, 3])
    const broken = [lane(BROKEN, 0), lane({ ...BROKEN, index: 1 }), lane({ ...SLOW, index: 2 })]
    expect(places('updates', 3, broken)).toEqual([2, 2, 1])
    expect(byPlace(standingsOf(broken, 'updates', 3, 'loss')).map(({ index }) => index)).toEqual([2, 0, 1])
  })

  it('has no place for lanes of which nothing is known', () => {
    const lanes = [lane(null, 0), lane(madeRun(1, [], { end: 'failed' })), lane({ ...SLOW, index: 2 })]
    const standings = standingsOf(lanes, 'updates', 2, 'loss')
    expect(standings.map(({ place, state }) => [place, state])).toEqual([
      [null, 'coming'],
      [null, 'failed'],
      [1, 'under-way'],
    ])
  })

  it('compares the losses of one update where lanes keep different ones', () => {
    // Of updates 1, 3, 5, 6 and of 1, 2, …: at update 2 both are compared at update 1.
    const thinned = madeRun(0, [8, 6, 4, 3], { updates: 6, stride: 2 })
    const whole = madeRun(1, [9, 1, 1, 1, 1, 1])
    expect(places('updates', 2, [lane(thinned), lane(whole)])).toEqual([1, 2])
    expect(places('updates', 3, [lane(thinned), lane(whole)])).toEqual([2, 1])
    expect([0, 1, 2, 3, 4, 5, 6].map((update) => newestLoss(thinned, update, 2, 'loss'))).toEqual([
      ...[null, 8, 8, 6, 6, 4, 3],
    ])
  })

  it('is by the validation loss where all lanes have one, which holds until the next evaluation', () => {
    const none = Number.NaN
    const judged = madeRun(0, [4, 4, 4, 4], {
      validationLosses: Float32Array.of(0.5, none, 0.25, none),
      validationLoss: 0.125,
    })
    expect([0, 1, 2, 3, 4].map((update) => newestLoss(judged, update, 1, 'validation'))).toEqual([
      ...[null, 0.5, 0.5, 0.25, 0.125],
    ])
    expect(raceMeasure(null, [lane(judged)])).toBe('validation')
    expect(raceMeasure('loss', [lane(judged)])).toBe('loss')
    expect(raceMeasure('validation', [lane(judged), lane({ ...SLOW, index: 1 })])).toBe('loss')
  })
})
