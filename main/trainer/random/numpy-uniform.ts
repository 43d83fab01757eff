import type { RandomBits } from './mersenne-twister'

/**
 * Draws as numpy's legacy `RandomState.random_sample()` does: 53 random bits out of two words, 27 of the first and 26
 * of the second, as a number from [0, 1). (`genrand_res53` of mt19937ar.c; `RandomState(seed)` is
 * `mersenneTwister(seed)`.)
 */
export function drawUnit(random: RandomBits): number {
  const high = random() >>> 5
  const low = random() >>> 6
  return (high * 2 ** 26 + low) / 2 ** 53
}

/** Draws as `RandomState.uniform(low, high)` does: a number from [low, high), all equally likely. */
export function drawBetween(random: RandomBits, low: number, high: number): number {
  return low + (high - low) * drawUnit(random)
}
