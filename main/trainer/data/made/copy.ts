import type { Series } from '@contract/data/series'
import { mersenneTwister } from '../../random/mersenne-twister'
import { drawInteger } from '../../random/numpy-randint'
import { counted } from './columns'

/** What is to be remembered, in symbols of 1 and -1, and how long nothing comes after it. */
const SYMBOLS = 5
const GAP = 10
/** Time steps of a sequence: the symbols, the gap, and the recall. */
export const COPY_LENGTH = SYMBOLS + GAP + SYMBOLS
const SEQUENCES = 500

/**
 * The copy task: five symbols, each 1 or -1 by chance, then ten time steps of nothing (0), then `recall` is 1 for five
 * time steps, in which the target is the five symbols in their order. Everywhere else the target is missing. Always
 * saying 0 gives a mean squared error of 1.
 */
export function copy(seed: number): Series {
  const random = mersenneTwister(seed)
  const length = SEQUENCES * COPY_LENGTH
  const symbol = new Float64Array(length)
  const recall = new Float64Array(length)
  const copied = new Float64Array(length).fill(Number.NaN)
  for (let start = 0; start < length; start += COPY_LENGTH)
    for (let at = start; at < start + SYMBOLS; at += 1) {
      const again = at + SYMBOLS + GAP
      symbol[at] = 2 * drawInteger(random, 0, 2) - 1
      recall[again] = 1
      copied[again] = symbol[at] as number
    }
  return counted({ symbol, recall, copy: copied })
}
