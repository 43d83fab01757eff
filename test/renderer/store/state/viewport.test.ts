import { describe, expect, it } from 'vitest'
import { createHistory } from '../../../../renderer/store/curves/history'
import {
  centreOn,
  clamp,
  extentOf,
  extentOfPart,
  extentOfRows,
  FOLLOW,
  modeOf,
  pan,
  SHOW_ALL,
  spanOf,
  zoomAt,
} from '../../../../renderer/store/state/viewport'
import { fakeBatch } from '../../helpers/fake-batch'
import { SERIES, seriesBatch } from '../../helpers/series-batch'

const PI = Math.PI
/** A hundred units of an axis that counts something else: no width may be taken for one in units. */
const hundred = { min: 0, max: 100 * PI, unit: PI }
const upTo = (max: number) => ({ min: 0, max, unit: PI })

describe('the extent of curves', () => {
  it('is in half periods of the lesson, of which one is followed by the next', () => {
    const history = createHistory()
    expect(extentOf(history)).toEqual({ min: 0, max: 0, unit: 1 })
    history.append(fakeBatch(1, 7))
    expect(extentOf(history)).toEqual({ min: 0, max: 7, unit: 1 })
  })

  it('is in time steps of a series, and its windows are as long as the newest', () => {
    const history = createHistory(SERIES)
    history.append(seriesBatch({ lengths: [24, 24, 12], starts: [100, 3, 50] }))
    expect(extentOf(history)).toEqual({ min: 0, max: 59, unit: 12 })
    const { min, max } = spanOf(FOLLOW, extentOf(history))
    expect(max - min).toBe(120)
  })
})

describe('what a mode shows', () => {
  it('is a still stretch of ten half periods while the curves grow into it', () => {
    expect(spanOf(FOLLOW, upTo(PI))).toEqual({ min: 0, max: 10 * PI })
    expect(spanOf(FOLLOW, upTo(9 * PI))).toEqual({ min: 0, max: 10 * PI })
  })

  it('is the newest windows, with room for the next one, when there are more', () => {
    const span = spanOf(FOLLOW, hundred)
    expect(span.max).toBeCloseTo(101 * PI)
    expect(span.max - span.min).toBeCloseTo(10 * PI)
  })

  it('is everything, and at least one period', () => {
    expect(spanOf(SHOW_ALL, hundred)).toEqual({ min: 0, max: 100 * PI })
    expect(spanOf(SHOW_ALL, upTo(PI))).toEqual({ min: 0, max: 2 * PI })
  })

  it('stays where a person has put it while curves come in', () => {
    const mode = { kind: 'free', min: 3, max: 9 } as const
    expect(spanOf(mode, hundred)).toEqual(spanOf(mode, upTo(1000)))
  })
})

describe('zoom', () => {
  it('keeps the time under the pointer where it is', () => {
    const before = { min: 20, max: 60 }
    const mode = zoomAt(before, 30, 0.5, hundred)
    const after = spanOf(mode, hundred)
    expect(mode.kind).toBe('free')
    expect(after.max - after.min).toBeCloseTo(20)
    expect((30 - after.min) / (after.max - after.min)).toBeCloseTo((30 - 20) / 40)
  })

  it('comes back when it is undone', () => {
    const once = spanOf(zoomAt({ min: 20, max: 60 }, 30, 0.5, hundred), hundred)
    const back = spanOf(zoomAt(once, 30, 2, hundred), hundred)
    expect(back.min).toBeCloseTo(20)
    expect(back.max).toBeCloseTo(60)
  })

  it('ends at a part of a window', () => {
    const span = spanOf(zoomAt({ min: 20, max: 60 }, 30, 1e-9, hundred), hundred)
    expect(span.max - span.min).toBeCloseTo(PI / 8)
  })

  it('out of everything shows everything', () => {
    expect(zoomAt({ min: 20, max: 60 }, 30, 1000, hundred)).toEqual(SHOW_ALL)
  })

  it('at the right edge goes on following, in the new width', () => {
    const span = spanOf(FOLLOW, hundred)
    const mode = zoomAt(span, span.max, 0.5, hundred)
    expect(mode.kind).toBe('follow')
    expect(spanOf(mode, hundred).max - spanOf(mode, hundred).min).toBeCloseTo(5 * PI)
  })
})

describe('pan', () => {
  it('moves by so much and stops following', () => {
    const mode = pan({ min: 50, max: 60 }, -7, hundred)
    expect(mode).toEqual({ kind: 'free', min: 43, max: 53 })
  })

  it('stops at the beginning, keeping its width', () => {
    expect(pan({ min: 5, max: 15 }, -50, hundred)).toEqual({ kind: 'free', min: 0, max: 10 })
    expect(pan({ min: 5, max: 15 }, -6, hundred)).toEqual({ kind: 'free', min: 0, max: 10 })
  })

  it('to the newest time step follows again', () => {
    expect(pan({ min: 50, max: 60 }, 5000, hundred)).toEqual({ kind: 'follow', width: 10 / PI })
  })

  it('puts a time into the middle', () => {
    expect(centreOn({ min: 50, max: 60 }, 100, hundred)).toEqual({ kind: 'free', min: 95, max: 105 })
  })
})

describe('clamp', () => {
  it('leaves alone what lies inside', () => {
    const span = { min: 5, max: 9 }
    expect(clamp(span, hundred)).toBe(span)
  })

  it('shows all from the beginning when all is less than the width', () => {
    expect(clamp({ min: 40, max: 440 }, upTo(100))).toEqual({ min: 0, max: 400 })
  })

  it('does not take a short beginning for everything', () => {
    expect(modeOf({ min: 0, max: FOLLOW.width * PI }, upTo(PI))).toEqual(FOLLOW)
  })
})

describe('a whole series', () => {
  const extent = extentOfRows(1000)
  const all = { min: -0.5, max: 999.5 }

  it('is shown from its first row to its last, without room for more', () => {
    expect(spanOf(SHOW_ALL, extent)).toEqual(all)
    expect(spanOf(SHOW_ALL, extentOfRows(3))).toEqual({ min: -0.5, max: 2.5 })
    expect(modeOf(all, extent)).toEqual(SHOW_ALL)
    expect(zoomAt(all, 500, 4, extent)).toEqual(SHOW_ALL)
    expect(zoomAt({ min: 99.5, max: 899.5 }, 500, 4, extent)).toEqual(SHOW_ALL)
  })

  it('is zoomed about a place down to eight rows, and scrolled to its ends', () => {
    expect(zoomAt(all, 249.5, 0.5, extent)).toEqual({ kind: 'free', min: 124.5, max: 624.5 })
    expect(zoomAt(all, 499.5, 1e-9, extent)).toEqual({ kind: 'free', min: 495.5, max: 503.5 })
    const near = { min: 899.5, max: 949.5 }
    expect(pan(near, 30, extent)).toEqual({ kind: 'free', min: 929.5, max: 979.5 })
    // What holds the last row follows nothing.
    expect(pan(near, 500, extent)).toEqual({ kind: 'free', min: 949.5, max: 999.5 })
    expect(pan(near, -5000, extent)).toEqual({ kind: 'free', min: -0.5, max: 49.5 })
  })
})

describe('a part of a series', () => {
  const long = extentOfPart({ from: 1000, to: 101_000 })

  it('is shown whole, or where it is long its first rows, and zoomed out no further', () => {
    expect(spanOf(SHOW_ALL, extentOfPart({ from: 70, to: 85 }))).toEqual({ min: 69.5, max: 84.5 })
    expect(spanOf(SHOW_ALL, long)).toEqual({ min: 999.5, max: 4999.5 })
    expect(zoomAt({ min: 49_999.5, max: 50_999.5 }, 50_499.5, 100, long)).toEqual({
      ...{ kind: 'free', min: 48_499.5, max: 52_499.5 },
    })
    expect(zoomAt({ min: 999.5, max: 1999.5 }, 999.5, 100, long)).toEqual(SHOW_ALL)
    expect(pan({ min: 999.5, max: 4999.5 }, 1_000_000, long)).toEqual({
      ...{ kind: 'free', min: 96_999.5, max: 100_999.5 },
    })
  })
})
