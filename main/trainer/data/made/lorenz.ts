import type { Series } from '@contract/data/series'
import { mersenneTwister } from '../../random/mersenne-twister'
import { drawBetween } from '../../random/numpy-uniform'
import { named } from './columns'

const LENGTH = 5000
/** Time steps in a unit of the system's own time. */
const IN_A_UNIT = 20
/** Stages of the integration in each time step. */
const STAGES = 50
/** Time steps before the first one, in which the point reaches the attractor. */
const SETTLING = 100

export type Point = readonly [x: number, y: number, z: number]

/**
 * Lorenz' system (1963): x' = 10·(y - x), y' = x·(28 - z) - y, z' = x·y - 8/3·z, by the classical Runge-Kutta method in
 * stages of 0.001, seen every 0.05 units of its time. It starts at a point drawn from a cube of width 2 around
 * (1, 1, 20), 5 units of time before the first time step. The times are units of the system's own.
 */
export function lorenz(seed: number): Series {
  const random = mersenneTwister(seed)
  let point: Point = [drawBetween(random, 0, 2), drawBetween(random, 0, 2), drawBetween(random, 19, 21)]
  for (let settled = 0; settled < SETTLING; settled += 1) point = laterPoint(point)
  const [x, y, z] = [0, 1, 2].map(() => new Float64Array(LENGTH)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (let t = 0; t < LENGTH; t += 1) {
    ;[x[t], y[t], z[t]] = point
    point = laterPoint(point)
  }
  const values = Float64Array.from({ length: LENGTH }, (_, t) => t / IN_A_UNIT)
  return { times: { kind: 'numbers', name: 't', values }, columns: named({ x, y, z }) }
}

/** Where a point is one time step, 0.05 units of time, later. */
export function laterPoint(point: Point): Point {
  let moved = point
  for (let stage = 0; stage < STAGES; stage += 1) moved = rungeKutta(moved, 1 / (IN_A_UNIT * STAGES))
  return moved
}

function rungeKutta(point: Point, h: number): Point {
  const k1 = slope(point)
  const k2 = slope(along(point, k1, h / 2))
  const k3 = slope(along(point, k2, h / 2))
  const k4 = slope(along(point, k3, h))
  const mean = (axis: 0 | 1 | 2) => (k1[axis] + 2 * k2[axis] + 2 * k3[axis] + k4[axis]) / 6
  return along(point, [mean(0), mean(1), mean(2)], h)
}

function slope([x, y, z]: Point): Point {
  return [10 * (y - x), x * (28 - z) - y, x * y - (8 / 3) * z]
}

function along([x, y, z]: Point, [dx, dy, dz]: Point, h: number): Point {
  return [x + h * dx, y + h * dy, z + h * dz]
}
