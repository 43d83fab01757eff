import type { RandomBits } from './mersenne-twister'

/**
 * Draws as numpy's legacy `RandomState.randint(low, high)` does: the low bits of one word of 32, as many as the range
 * needs, drawn again as long as they are beyond it. (`buffered_bounded_masked_uint32` in numpy's distributions.c;
 * `RandomState(seed)` itself is `mersenneTwister(seed)`.)
 *
 * @param random of the generator that `RandomState` holds
 * @param low least number, whole
 * @param high one more than the greatest number; at most 2^32 - 1 above `low`
 */
export function drawInteger(random: RandomBits, low: number, high: number): number {
  const range = high - 1 - low
  // numpy draws nothing for a range of one number.
  if (range === 0) return low
  const mask = 0xffffffff >>> Math.clz32(range)
  let drawn = (random() & mask) >>> 0
  while (drawn > range) drawn = (random() & mask) >>> 0
  return low + drawn
}
