import type { Series } from '@contract/data/series'
import { mersenneTwister } from '../../random/mersenne-twister'
import { drawInteger } from '../../random/numpy-randint'
import { drawUnit } from '../../random/numpy-uniform'
import { counted } from './columns'

/** Time steps of a sequence: even, so that its halves are. */
export const ADDING_LENGTH = 20
const SEQUENCES = 1000

/**
 * The adding problem (Hochreiter and Schmidhuber, 1997): sequences of 20 time steps, in each a number from [0, 1) at
 * every time step, of which one in each half is marked; the target at the end is the sum of the two, and missing
 * everywhere else. Two such numbers have the variance 2/12, so that always saying 1 gives a mean squared error of 0.167.
 *
 * For each sequence the numbers are drawn first, then the places of the marks in the first and in the second half.
 */
export function adding(seed: number): Series {
  const random = mersenneTwister(seed)
  const length = SEQUENCES * ADDING_LENGTH
  const value = new Float64Array(length)
  const marker = new Float64Array(length)
  const sum = new Float64Array(length).fill(Number.NaN)
  for (let start = 0; start < length; start += ADDING_LENGTH) {
    for (let t = 0; t < ADDING_LENGTH; t += 1) value[start + t] = drawUnit(random)
    let total = 0
    for (const [low, high] of [
      [0, ADDING_LENGTH / 2],
      [ADDING_LENGTH / 2, ADDING_LENGTH],
    ] as const) {
      const marked = start + drawInteger(random, low, high)
      marker[marked] = 1
      total += value[marked] as number
    }
    sum[start + ADDING_LENGTH - 1] = total
  }
  return counted({ value, marker, sum })
}
