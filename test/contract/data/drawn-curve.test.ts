import { curveFromStrokes, type DrawnPoint } from '@contract/data/drawn-curve'
import { describe, expect, it } from 'vitest'

const points = (...places: readonly (readonly [x: number, y: number])[]): DrawnPoint[] =>
  places.map(([x, y]) => ({ x, y }))
/** The curve in hundredths. */
const curve = (strokes: readonly DrawnPoint[][], timeSteps = 5) =>
  Array.from(curveFromStrokes(strokes, timeSteps) ?? [], (value) => Math.round(value * 100))

describe('a drawn curve', () => {
  it('has evenly spaced values of what was drawn, whichever way the pointer went', () => {
    const drawn = points([0, 0], [0.4, 0.8], [1, 0.2])
    expect(curve([drawn])).toEqual([0, 50, 70, 45, 20])
    expect(curve([drawn.toReversed()])).toEqual([0, 50, 70, 45, 20])
  })

  it('keeps to the line where a stroke ends between two time steps', () => {
    expect(curve([points([0, 0], [0.6, 0.6])])).toEqual([0, 25, 50, 50, 50])
  })

  it('is level before and after what was drawn, and straight between strokes', () => {
    expect(curve([points([0.25, 0.3], [0.3, 0.3])])).toEqual([30, 30, 30, 30, 30])
    expect(curve([points([0.25, 0.2], [0.3, 0.2]), points([0.7, 0.9], [0.75, 0.6])])).toEqual([
      20, 20, 40, 60, 60,
    ])
  })

  it('has the later stroke where two cross, and draws no line from one to the next', () => {
    const low = points([0, 0.1], [1, 0.1])
    const high = points([0.4, 0.9], [0.6, 0.9])
    expect(curve([low, high])).toEqual([10, 10, 90, 10, 10])
    expect(curve([high, low])).toEqual([10, 10, 10, 10, 10])
  })

  it('has the later part of a stroke that comes back over itself', () => {
    expect(curve([points([0, 0.1], [1, 0.1], [0.5, 0.5])])).toEqual([10, 10, 50, 30, 10])
  })

  it('has the end of a stroke straight up', () => {
    expect(curve([points([0, 0], [0.5, 0], [0.5, 0.8])])).toEqual([0, 0, 80, 80, 80])
  })

  it('has a dot, and a stroke between two time steps, at the nearest of them', () => {
    expect(curve([points([0.3, 0.4])])).toEqual([40, 40, 40, 40, 40])
    expect(curve([points([0, 0], [1, 0]), points([0.55, 0.2], [0.6, 0.8])])).toEqual([0, 0, 80, 0, 0])
  })

  it('stays inside of the drawing and is finite, whatever the pointer did', () => {
    expect(curve([points([-3, -1], [4, 2])])).toEqual([0, 25, 50, 75, 100])
    expect(
      curve([points([0, 0.5], [Number.NaN, 1], [0.5, Number.NaN], [1, Number.POSITIVE_INFINITY])]),
    ).toEqual([50, 63, 75, 88, 100])
  })

  it('is none where nothing was drawn', () => {
    expect(curveFromStrokes([], 5)).toBeNull()
    expect(curveFromStrokes([[], points([Number.NaN, 0])], 5)).toBeNull()
  })

  it('has the very values of a function that is drawn at each time step', () => {
    const drawn = Array.from({ length: 200 }, (_, t) => ({ x: t / 199, y: (1 + Math.sin(t / 9)) / 2 }))
    const values = curveFromStrokes([drawn], 200) ?? []
    for (const [t, { y }] of drawn.entries()) expect(values[t]).toBeCloseTo(y, 12)
  })

  it('has two time steps or more', () => {
    for (const timeSteps of [1, 0, 2.5, Number.NaN])
      expect(() => curveFromStrokes([], timeSteps)).toThrow(RangeError)
    expect(curve([points([0, 0.2], [1, 0.6])], 2)).toEqual([20, 60])
  })
})
