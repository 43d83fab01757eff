import type { Series } from '@contract/data/series'
import { mersenneTwister } from '../../random/mersenne-twister'
import { normalNumbers } from '../../random/numpy-normal'
import { counted } from './columns'

const LENGTH = 4000

/** Each value is the one before and a standard normal number; the first is such a number itself. */
export function randomWalk(seed: number): Series {
  const draw = normalNumbers(mersenneTwister(seed))
  let x = 0
  return counted({
    x: Float64Array.from({ length: LENGTH }, () => {
      x += draw()
      return x
    }),
  })
}
