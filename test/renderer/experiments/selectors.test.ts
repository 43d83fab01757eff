import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { byMedian, cellsWithRuns, groupOf } from '../../../renderer/store/selectors/experiments/cells'
import { secondsLeft, shownMeasure } from '../../../renderer/store/selectors/experiments/experiments'
import { hairsOf, onGrid, thinned } from '../../../renderer/store/selectors/experiments/hairs'
import { endsOf, lossAt } from '../../../renderer/store/selectors/experiments/outcomes'
import { nearestHair, nextHair } from '../../../renderer/store/selectors/experiments/pointing'
import { presentAmong } from '../../../renderer/store/selectors/experiments/present-among'
import { convergedUsually } from '../../../renderer/store/selectors/experiments/threshold'
import type { SweepPlan } from '../../../renderer/store/state/experiments/experiments-state'
import { divergedRun, madeRun } from './made-runs'

const SEEDS = { kind: 'seeds', base: LESSON, seeds: { first: 2, count: 4 } } as const

describe('the lines of many runs', () => {
  it('have a band at all updates, of those that diverged as well', () => {
    const { band, updates, hairs, last } = hairsOf([
      madeRun(0, [4, 3, 2, 1]),
      madeRun(1, [4, 3, 2, 3]),
      madeRun(2, [4, 3, 2, 5]),
      divergedRun(3, [4, 3]),
      madeRun(4, [], { end: 'failed' }),
    ])
    expect(band.n).toBe(4)
    expect([...updates]).toEqual([1, 2, 3, 4])
    expect([...band.failures]).toEqual([0, 0, 1, 1])
    // numpy.quantile([1, 3, 5, inf], 0.5) = 4 of the last update.
    expect([...(band.lines[1] ?? [])]).toEqual([4, 3, 2, 4])
    expect(band.lines[2]?.at(-1)).toBe(Number.POSITIVE_INFINITY)
    expect(hairs.map(({ broke }) => broke)).toEqual([null, null, null, { update: 3, loss: 3 }])
    expect(last).toBe(4)
  })

  it('stand on the updates that all runs have', () => {
    // Losses of updates 1, 3, 5, 7 and 8, of one that kept every second; of updates 1 to 4 of one that diverged.
    const sparse = madeRun(0, [1, 3, 5, 7, 8], { stride: 2, updates: 8 })
    const broken = divergedRun(1, [1, 2, 3, 4])
    expect([...onGrid(sparse, 2)]).toEqual([1, 3, 5, 7])
    expect([...onGrid(sparse, 4)]).toEqual([1, 5])
    expect([...onGrid(broken, 2)]).toEqual([1, 3, Number.NaN])
    const { stride, updates, hairs } = hairsOf([sparse, broken])
    expect(stride).toBe(2)
    expect([...updates]).toEqual([1, 3, 5, 7])
    expect([...(hairs[0]?.updates ?? [])]).toEqual([1, 3, 5, 7, 8])
  })

  it('are thinned out without losing what stands out', () => {
    const losses = Array.from({ length: 10_000 }, (_, update) =>
      update === 7777 ? 99 : update === 2222 ? -9 : 1,
    )
    const kept = thinned(losses, 100)
    expect(kept.length).toBeLessThanOrEqual(100)
    expect(kept).toEqual([...kept].sort((a, b) => a - b))
    expect(new Set(kept).size).toBe(kept.length)
    for (const place of [0, 2222, 7777, 9999]) expect(kept).toContain(place)
    expect(thinned([3, 1, 2], 100)).toEqual([0, 1, 2])
  })

  it('are the same value as long as the runs are', () => {
    const runs = [madeRun(0, [2, 1])]
    expect(hairsOf(runs)).toBe(hairsOf(runs))
    expect(hairsOf([...runs])).not.toBe(hairsOf(runs))
  })
})

describe('the loss of a run at an update', () => {
  it('is not a number from the update on that broke it, and not known where none is kept', () => {
    const sparse = madeRun(0, [1, 3, 5, 6], { stride: 2, updates: 6 })
    expect([1, 2, 3, 6, 7].map((update) => lossAt(sparse, update))).toEqual([1, null, 3, 6, null])
    const broken = divergedRun(1, [9, 8])
    expect([1, 2, 3, 4].map((update) => lossAt(broken, update))).toEqual([9, 8, Number.NaN, Number.NaN])
  })
})

describe('the present run among others', () => {
  const present = { config: LESSON, events: [], updatesDone: 2 }
  const runs = [madeRun(0, [9, 1]), madeRun(1, [9, 2]), madeRun(2, [9, 3]), divergedRun(3, [9])]

  it('stands where the share of those with a higher loss says, and half of those with the same', () => {
    // scipy.stats.percentileofscore([1, 2, 3, inf], 2, 'mean') = 37.5.
    expect(presentAmong(present, SEEDS, runs, () => 2)).toEqual({
      ...{ kind: 'among', update: 2, loss: 2, n: 4 },
      lowerThan: 0.625,
    })
  })

  it('is compared at its own update, and at the last of theirs when it has gone on', () => {
    expect(presentAmong({ ...present, updatesDone: 1 }, SEEDS, runs, () => 9)).toMatchObject({ update: 1 })
    expect(presentAmong({ ...present, updatesDone: 50 }, SEEDS, runs, (update) => update)).toMatchObject({
      ...{ update: 2, loss: 2 },
    })
  })

  it('is compared with its own settings alone, whatever the seed and however far it goes', () => {
    const of = (changes: Parameters<typeof withSettings>[1]) =>
      presentAmong({ ...present, config: withSettings(LESSON, changes) }, SEEDS, runs, () => 2).kind
    expect(of({ seed: 77, updates: 900 })).toBe('among')
    expect(of({ hiddenUnits: 8 })).toBe('other')
    const wiped = { update: 2, before: {}, after: {}, wiped: true } as const
    expect(presentAmong({ ...present, events: [wiped] }, SEEDS, runs, () => 2).kind).toBe('other')
    const rate = { update: 2, before: { learningRate: 0.1 }, after: { learningRate: 0.02 } }
    expect(presentAmong({ ...present, events: [rate] }, SEEDS, runs, () => 2).kind).toBe('other')
    expect(presentAmong({ ...present, updatesDone: 0 }, SEEDS, runs, () => 2).kind).toBe('none')
    expect(presentAmong(null, SEEDS, runs, () => 2).kind).toBe('none')
  })
})

describe('pointing at a run', () => {
  const runs = [madeRun(0, [9, 1]), madeRun(1, [9, 4]), madeRun(2, [9, 4]), divergedRun(3, [8])]
  const up = (loss: number) => loss / 10

  it('finds the nearest line at the update', () => {
    expect(nearestHair(runs, { update: 2, up: 0.2 }, up)).toEqual({ index: 0, update: 2, loss: 1 })
    expect(nearestHair(runs, { update: 1, up: 0.84 }, up)).toEqual({ index: 3, update: 1, loss: 8 })
    expect(nearestHair([], { update: 2, up: 0.2 }, up)).toBeNull()
  })

  it('comes by all lines, equal ones too, and no one that had ended', () => {
    let point = { index: 0, update: 2, loss: 1 }
    const seen = [point.index]
    for (let i = 0; i < 3; i += 1) {
      point = nextHair(runs, point, 1)
      seen.push(point.index)
    }
    expect(seen).toEqual([0, 1, 2, 2])
  })
})

describe('the cells of a sweep', () => {
  const PLAN: SweepPlan = {
    kind: 'sweep',
    base: LESSON,
    varied: [
      { setting: 'hiddenUnits', values: [8, 16] },
      { setting: 'cell', values: ['gru', 'lstm'] },
    ],
    seeds: { first: 5, count: 3 },
  }
  const runs = [
    ...[madeRun(2, [9, 3]), madeRun(0, [9, 1]), madeRun(1, [9, 2])],
    ...[madeRun(3, [9, 0.5]), divergedRun(4, [9]), divergedRun(5, [9])],
    ...[madeRun(9, [], { end: 'skipped' })],
  ]

  it('have median and band of the runs that are made, and count those that diverged', () => {
    const cells = cellsWithRuns(PLAN, runs, 'loss')
    expect(cells.map(({ at, n, diverged, skipped }) => [at, n, diverged, skipped])).toEqual([
      [[0, 0], 3, 0, 0],
      [[0, 1], 3, 2, 0],
      [[1, 0], 0, 0, 0],
      [[1, 1], 0, 0, 1],
    ])
    // numpy.quantile([1, 2, 3], [0.05, 0.5, 0.95]) = 1.1, 2, 2.9.
    expect(cells[0]).toMatchObject({ median: 2 })
    expect(cells[0]?.low).toBeCloseTo(1.1, 12)
    expect(cells[0]?.high).toBeCloseTo(2.9, 12)
    expect(cells[1]?.median).toBe(Number.POSITIVE_INFINITY)
    expect(byMedian(cells).map(({ cell }) => cell)).toEqual([0])
  })

  it('are groups by seed, with the shapes of their weights', () => {
    const [first, second] = cellsWithRuns(PLAN, runs, 'loss')
    if (!first || !second) throw new Error('there are two cells')
    expect(groupOf(PLAN, first, 'loss').runs).toEqual([
      { seed: 5, loss: 1 },
      { seed: 6, loss: 2 },
      { seed: 7, loss: 3 },
    ])
    expect(groupOf(PLAN, first, 'loss').shapes).not.toEqual(groupOf(PLAN, second, 'loss').shapes)
  })
})

describe('what is said of an experiment', () => {
  it('is by the validation loss where runs have one', () => {
    const validated = madeRun(0, [9, 1], { validationLoss: 0.5, rivalLoss: 0.25 })
    expect(shownMeasure(null, [validated])).toBe('validation')
    expect(shownMeasure('loss', [validated])).toBe('loss')
    expect(shownMeasure('validation', [madeRun(0, [1])])).toBe('loss')
    expect(convergedUsually([validated], 'validation')).toBe(0.25)
    // A tenth of the median of 4, 6 and 5, in one digit.
    expect(convergedUsually([madeRun(0, [4]), madeRun(1, [6]), madeRun(2, [5])], 'loss')).toBe(0.5)
    expect(convergedUsually([], 'loss')).toBe(0.1)
  })

  it('has the time that is left by the pace since it was first heard of', () => {
    const paces = new Map([['a', { first: { at: 10, made: 2 }, last: { at: 16, made: 5 } }]])
    const running = { id: 'a', plan: { ...SEEDS, seeds: { first: 1, count: 20 } }, phase: 'running' } as const
    const summary = { ...running, made: 5, failed: 0, bytes: 0, begunAt: 0 }
    // Three runs in six seconds: two for each of the fifteen that are left.
    expect(secondsLeft({ experimentPaces: paces }, summary)).toBe(30)
    expect(secondsLeft({ experimentPaces: new Map() }, summary)).toBeNull()
    expect(secondsLeft({ experimentPaces: paces }, { ...summary, phase: 'stopped' })).toBeNull()
  })

  it('counts apart what diverged, was left out, and could not be made', () => {
    const ends = endsOf([
      ...[madeRun(0, [1]), divergedRun(1, [1]), madeRun(2, [], { end: 'skipped' })],
      ...[madeRun(3, [], { end: 'failed' }), madeRun(4, [1], { end: 'patience' })],
    ])
    expect(ends).toEqual({ n: 3, diverged: 1, skipped: 1, failed: 1 })
  })
})
