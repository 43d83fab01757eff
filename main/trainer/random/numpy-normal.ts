import type { RandomBits } from './mersenne-twister'
import { drawUnit } from './numpy-uniform'

/** A source of numbers from the standard normal distribution: mean 0, standard deviation 1. */
export type NormalNumbers = () => number

/**
 * Draws as numpy's legacy `RandomState.standard_normal()` does, by Marsaglia's polar method (Marsaglia and Bray, 1964):
 * a point inside the unit circle gives two independent numbers, of which the second is kept for the next call.
 * (`legacy_gauss` in numpy's legacy-distributions.c.)
 *
 * Whatever else is drawn from the same generator in between does not touch the number that is kept.
 */
export function normalNumbers(random: RandomBits): NormalNumbers {
  let kept: number | null = null
  return () => {
    if (kept !== null) {
      const drawn = kept
      kept = null
      return drawn
    }
    for (;;) {
      const x = 2 * drawUnit(random) - 1
      const y = 2 * drawUnit(random) - 1
      const squared = x * x + y * y
      if (squared >= 1 || squared === 0) continue
      const factor = Math.sqrt((-2 * Math.log(squared)) / squared)
      kept = factor * x
      return factor * y
    }
  }
}
