import { inEnglish } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { piLabel, piStep, piTicks } from '../../../renderer/charts/axes/pi-ticks'
import { countTicks, decadeTicks } from '../../../renderer/charts/axes/ticks'
import { curveRange, decades, niceEnd, seriesRange, updatesEnd } from '../../../renderer/charts/axes/y-range'
import { foldOffset, foldWindow } from '../../../renderer/charts/lines/fold'
import { glide } from '../../../renderer/charts/view/glide'
import { keyTarget } from '../../../renderer/charts/view/navigation'
import { FOLLOW, SHOW_ALL } from '../../../renderer/store/state/viewport'

const PI = Math.PI
const english = (value: number) => inEnglish('charts.number', { value })

describe('fold', () => {
  it('lays every window of a long run into one period, its last time step at its end', () => {
    for (const window of [0, 1, 2, 3, 58, 59, 9_998, 9_999, 99_999, 1_000_000, 1_000_001]) {
      const offset = foldOffset(window, window + 1)
      expect([window - offset, window + 1 - offset]).toEqual(window % 2 === 0 ? [0, 1] : [1, 2])
    }
  })

  it('does not split a window whose ends round to the other side of a period', () => {
    expect(foldOffset(2 - 1e-7, 3 + 1e-7)).toBe(2)
    expect(foldOffset(1, 2 + 1e-6)).toBe(0)
  })
})

describe('a folded window', () => {
  /** Places in half periods, rounded; a gap is a dash. */
  function folded(first: number, halfPeriods: number, points: number) {
    const times = Float64Array.from(
      { length: points },
      (_, index) => first + (halfPeriods * index) / (points - 1),
    )
    const places: (number | '-')[] = []
    foldWindow(
      (index) => times[index] ?? 0,
      0,
      points,
      (place) => places.push(Math.round(place * 100) / 100 + 0),
      () => places.push('-'),
    )
    return places
  }

  it('of half a period is one line', () => {
    expect(folded(6, 1, 3)).toEqual([0, 0.5, 1])
    expect(folded(7, 1, 3)).toEqual([1, 1.5, 2])
  })

  it('of a whole period that begins in its middle comes in again at the left', () => {
    expect(folded(7, 2, 5)).toEqual([1, 1.5, 2, 2.5, '-', -0.5, 0, 0.5, 1])
  })

  it('of three half periods is drawn over itself', () => {
    expect(folded(4, 3, 4)).toEqual([0, 1, 2, 3, '-', -1, 0, 1])
  })
})

describe('marks in π', () => {
  it('are few and round', () => {
    expect(piTicks({ min: 0, max: 2 }, 2)).toEqual([0, 1, 2])
    expect(piStep({ min: 0, max: 10_000 }, 12)).toBe(1000)
    expect(piStep({ min: 0, max: 1 / 2 }, 8)).toBe(1 / 8)
  })

  it('do not miss the end of 32-bit times', () => {
    expect(piTicks({ min: 0, max: Math.fround(2 * PI) / PI }, 2)).toHaveLength(3)
  })

  it.each([
    [0, '0'],
    [1, 'π'],
    [-1, '−π'],
    [3 / 2, '3π/2'],
    [1 / 4, 'π/4'],
    [12, '12π'],
    [1000, '1,000π'],
    [55.5, '55.5π'],
    [1_000_000.5, '1,000,000.5π'],
  ])('%s is written %s', (halfPeriods, text) => {
    expect(piLabel(halfPeriods, english)).toBe(text)
  })
})

describe('other marks', () => {
  it('counts updates in whole numbers and losses in fractions', () => {
    expect(countTicks(0, 60, 6)).toEqual([0, 10, 20, 30, 40, 50, 60])
    expect(countTicks(0, 3, 10)).toEqual([0, 1, 2, 3])
    expect(countTicks(0, 1, 4, true)).toEqual([0, 0.5, 1])
  })

  it('has no minus zero', () => {
    expect(Object.is(countTicks(0, 1, 4)[0], 0)).toBe(true)
  })

  it('marks powers of ten, and leaves some out when they are many', () => {
    expect(decadeTicks(0.001, 1).map(Math.log10).map(Math.round)).toEqual([-3, -2, -1, 0])
    expect(decadeTicks(1e-12, 1)).toHaveLength(7)
  })
})

describe('vertical ends', () => {
  it('stay the lesson’s own until a prediction leaves them', () => {
    expect(curveRange(-1.2, 1.1)).toEqual({ min: -1.25, max: 1.25 })
    expect(curveRange(-1.3, 1)).toEqual({ min: -1.6, max: 1.6 })
    expect(curveRange(-1, 5e7)).toEqual({ min: -6e7, max: 6e7 })
    expect(curveRange(Number.NaN, Number.NaN)).toEqual({ min: -1.25, max: 1.25 })
  })

  it('of a series are round numbers a little beyond its values, whatever their size', () => {
    expect(seriesRange(0, 190)).toEqual({ min: -50, max: 250 })
    const { min, max } = seriesRange(0.00012, 0.00019)
    expect([min * 1e5, max * 1e5].map((end) => Number(end.toFixed(6)))).toEqual([11, 20])
    expect(seriesRange(7, 7)).toEqual({ min: 6, max: 8 })
    expect(seriesRange(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)).toEqual({ min: -1, max: 1 })
  })

  it('hold the greatest loss', () => {
    expect([0.87, 1.02, 0, Number.POSITIVE_INFINITY].map(niceEnd)).toEqual([1, 1.5, 1, 1])
  })

  it('are powers of ten for the logarithm', () => {
    const { min, max } = decades(0.004, 0.9)
    expect([Math.log10(min), Math.log10(max)].map(Math.round)).toEqual([-3, 0])
    expect(decades(0, 1)).toEqual({ min: 0.001, max: 1 })
  })

  it('reach to the goal when it is near, and to a round number when it is far', () => {
    expect(updatesEnd(1, 60)).toBe(60)
    expect(updatesEnd(75, 60)).toBe(75)
    expect(updatesEnd(500, 100_000)).toBe(1000)
    expect(updatesEnd(30_000, 100_000)).toBe(100_000)
  })
})

describe('glide', () => {
  const wanted = { min: 10, max: 20 }
  const still = false

  it('goes a part of the way, and arrives', () => {
    let shown = { min: 9, max: 19 }
    shown = glide(shown, wanted, FOLLOW, 18.5, still)
    expect(shown.max).toBeGreaterThan(19)
    expect(shown.max).toBeLessThan(20)
    for (let frame = 0; frame < 100; frame++) shown = glide(shown, wanted, FOLLOW, 18.5, still)
    expect(shown).toEqual(wanted)
  })

  it('never leaves the newest time step out of sight', () => {
    expect(glide({ min: 0, max: 10 }, wanted, FOLLOW, 19, still).max).toBe(19)
  })

  it('does not move things for people who want them still, nor when it does not follow', () => {
    expect(glide({ min: 9, max: 19 }, wanted, FOLLOW, 18, true)).toBe(wanted)
    expect(glide({ min: 9, max: 19 }, wanted, SHOW_ALL, 18, still)).toBe(wanted)
  })
})

describe('keys', () => {
  const extent = { min: 0, max: 100, unit: Math.PI }
  const span = { min: 40, max: 60 }

  it('scroll, zoom and jump', () => {
    const to = (key: string, shiftKey = false) => keyTarget({ key, shiftKey }, span, extent)
    expect(to('ArrowLeft', true)).toEqual({ kind: 'free', min: 38, max: 58 })
    expect(to('f')).toEqual(FOLLOW)
    expect(to('0')).toEqual(SHOW_ALL)
    const closer = to('+')
    expect(closer?.kind === 'free' && closer.max - closer.min).toBeCloseTo(20 / 1.5)
    // About the crosshair where there is one.
    expect(keyTarget({ key: '+' }, span, extent, 40)).toMatchObject({ min: 40 })
  })

  it('of others are left to others: the space bar presses buttons', () => {
    expect([' ', 'Tab', 'Enter', 's'].map((key) => keyTarget({ key }, span, extent))).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})
