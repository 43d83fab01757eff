import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countingAxis } from '../../../../renderer/charts/axes/axis'
import { createPointPool } from '../../../../renderer/charts/canvas/point-pool'
import { decimate, drawnOneByOne, visible } from '../../../../renderer/charts/lines/decimate'
import { createCurve } from '../../../../renderer/store/curves/curve'
import { lowerBound, nearest, type Positions, upperBound } from '../../../../renderer/store/curves/search'

function axisOf(positions: readonly number[]): Positions {
  return {
    count: positions.length,
    at: (index) => positions[index] ?? 0,
    from: (value) => lowerBound(positions, value, 0, positions.length),
    after: (value) => upperBound(positions, value, 0, positions.length),
  }
}

function decimated(
  positions: readonly number[],
  values: readonly number[],
  span: { min: number; max: number },
  columns: number,
) {
  const curve = createCurve()
  curve.values.append(values)
  const axis = axisOf(positions)
  const drawn: { x: number; y: number; column: number }[] = []
  decimate({ axis, curve }, span, columns, (index, column, value) => {
    expect(value).toBe(values[index])
    drawn.push({ x: axis.at(index), y: value, column })
  })
  return drawn
}

describe('decimate', () => {
  it('keeps the least and the greatest value of every column, as looking at every point does', () => {
    const value = fc.integer({ min: -1000, max: 1000 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 5 }), value), { minLength: 1, maxLength: 900 }),
        fc.integer({ min: 1, max: 40 }),
        (steps, columns) => {
          let time = 0
          const positions = steps.map(([step]) => (time += step))
          const values = steps.map(([, y]) => y)
          const span = { min: time * 0.2, max: Math.max(time * 0.8, time * 0.2 + 1) }
          const width = (span.max - span.min) / columns
          const drawn = decimated(positions, values, span, columns)
          for (let column = 0; column < columns; column++) {
            const inside = (x: number) => {
              const left = span.min + column * width
              const right = column === columns - 1 ? span.max + 1e-9 : span.min + (column + 1) * width
              return x >= left && x < right
            }
            const all = values.filter((_, index) => inside(positions[index] ?? -1))
            const kept = drawn.filter((point) => point.column === column).map(({ y }) => y)
            if (all.length === 0) continue
            expect([Math.min(...kept), Math.max(...kept)]).toEqual([Math.min(...all), Math.max(...all)])
          }
          expect(drawn.length).toBeLessThanOrEqual(2 * columns + 2)
          expect(drawn.map(({ x }) => x)).toEqual(drawn.map(({ x }) => x).sort((a, b) => a - b))
        },
      ),
    )
  })

  it('draws a spike among five thousand points', () => {
    const positions = Array.from({ length: 5000 }, (_, index) => index)
    const values = positions.map((index) => (index === 3210 ? 50 : 0))
    expect(decimated(positions, values, { min: 0, max: 4999 }, 100)).toContainEqual({
      x: 3210,
      y: 50,
      column: 64,
    })
  })

  it('brings the points just outside, for curves to leave the picture', () => {
    const drawn = decimated([0, 1, 2, 3, 4, 5], [9, 1, 2, 3, 4, 8], { min: 0.5, max: 4.5 }, 1)
    expect(drawn).toEqual([
      { x: 0, y: 9, column: -1 },
      { x: 1, y: 1, column: 0 },
      { x: 4, y: 4, column: 0 },
      { x: 5, y: 8, column: 1 },
    ])
  })

  it('says when every point is drawn', () => {
    expect([drawnOneByOne(200, 100), drawnOneByOne(201, 100)]).toEqual([true, false])
  })
})

describe('visible', () => {
  it('takes one more point on either side, so that lines leave the picture', () => {
    expect(visible(axisOf([0, 1, 2, 3, 4, 5]), { min: 1.5, max: 3.5 })).toEqual({ from: 1, to: 4 })
    expect(visible(axisOf([0, 1, 2]), { min: -5, max: 9 })).toEqual({ from: 0, to: 2 })
  })
})

describe('axes', () => {
  it('counts updates as a list of them would', () => {
    const list = axisOf([3, 4, 5, 6])
    const counted = countingAxis(3, 4)
    for (const value of [0, 2.5, 3, 3.5, 5, 6, 6.1, 99])
      expect([counted.from(value), counted.after(value)]).toEqual([list.from(value), list.after(value)])
    expect(counted.at(2)).toBe(5)
  })

  it('finds the nearest time step, and where two windows meet the one on the side of the pointer', () => {
    const times = [0, 1, 2, 2, 3]
    expect([-1, 0.4, 0.6, 1.9, 2.1, 9].map((t) => nearest(axisOf(times), t))).toEqual([0, 0, 1, 2, 3, 4])
    expect(nearest(axisOf([]), 1)).toBe(-1)
  })
})

describe('the pool', () => {
  it('uses its points again and gives gaps to what is not finite', () => {
    const pool = createPointPool()
    pool.begin()
    pool.add(1, 2)
    pool.add(3, Number.POSITIVE_INFINITY)
    pool.end()
    const [first] = pool.points
    expect(pool.points).toEqual([
      { x: 1, y: 2 },
      { x: 3, y: Number.NaN },
    ])
    pool.begin()
    pool.add(5, 6)
    pool.end()
    expect(pool.points).toEqual([{ x: 5, y: 6 }])
    expect(pool.points[0]).toBe(first)
  })
})
