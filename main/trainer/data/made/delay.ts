import type { Series } from '@contract/data/series'
import { mersenneTwister } from '../../random/mersenne-twister'
import { drawBetween } from '../../random/numpy-uniform'
import { counted } from './columns'

const LENGTH = 5000
/** By how many time steps the output is late. */
const DELAY = 5

/**
 * White noise from [-1, 1) as the input, and as the output the same five time steps later. Before it has come, the
 * output is missing: nothing that was seen tells it.
 */
export function delay(seed: number): Series {
  const random = mersenneTwister(seed)
  const input = Float64Array.from({ length: LENGTH }, () => drawBetween(random, -1, 1))
  return counted({ input, output: input.map((_, t) => input[t - DELAY] ?? Number.NaN) })
}
