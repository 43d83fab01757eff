import { describe, expect, it } from 'vitest'
import { laterPoint, lorenz, type Point } from '../../../../../main/trainer/data/made/lorenz'
import { mackeyGlass } from '../../../../../main/trainer/data/made/mackey-glass'
import scipy from '../../../../fixtures/reference/numpy-made-series.json' with { type: 'json' }

describe("Lorenz' system", () => {
  it.each(scipy.lorenz)(
    'is that of scipy’s DOP853 over three units of time: seed $seed',
    ({ seed, points }) => {
      const { columns } = lorenz(seed)
      // The first time step is 5 units of time after the start: chaos has made what parts the two some hundred times larger.
      const parted = points.flatMap((point, t) =>
        point.map((value, axis) => Math.abs((columns[axis]?.values[t] ?? 0) - value)),
      )
      expect(parted.length).toBe(180)
      expect(Math.max(...parted)).toBeLessThan(5e-5)
    },
  )

  it('has a time step every 0.05 units of its time', () => {
    const { times } = lorenz(1)
    if (times.kind !== 'numbers') throw new Error(`The times are ${times.kind}`)
    expect([...times.values.subarray(0, 3), times.values.at(-1)]).toEqual([0, 0.05, 0.1, 249.95])
  })

  it('has the largest Lyapunov exponent that is known of it, 0.906', () => {
    // Two points close to each other, brought back to their first distance at every time step (Benettin et al. 1980).
    const near = 1e-8
    const timeSteps = 6000
    let point: Point = [1, 2, 20]
    for (let t = 0; t < 200; t += 1) point = laterPoint(point)
    let other: Point = [point[0] + near, point[1], point[2]]
    let growth = 0
    for (let t = 0; t < timeSteps; t += 1) {
      point = laterPoint(point)
      other = laterPoint(other)
      const apart = Math.hypot(other[0] - point[0], other[1] - point[1], other[2] - point[2])
      growth += Math.log(apart / near)
      const back = (axis: 0 | 1 | 2) => point[axis] + ((other[axis] - point[axis]) * near) / apart
      other = [back(0), back(1), back(2)]
    }
    expect(Math.abs(growth / (timeSteps * 0.05) - 0.906)).toBeLessThan(0.03)
  })
})

describe('the Mackey-Glass equation', () => {
  it.each(scipy.mackeyGlass)('is that of the method of steps: seed $seed', ({ seed, first }) => {
    const x = mackeyGlass(seed).columns[0]?.values ?? []
    const parted = first.map((value, t) => Math.abs((x[t] ?? 0) - value))
    expect(parted.length).toBe(200)
    expect(Math.max(...parted)).toBeLessThan(1e-6)
  })
})
