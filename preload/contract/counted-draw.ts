/**
 * Draws a whole number that follows from a seed and a count alone, so that the millionth draw needs none before it: the
 * finaliser of MurmurHash3 (Appleby 2011) over a Weyl sequence, as in SplitMix (Steele, Lea and Flood 2014).
 *
 * @param seed whole number from 0 to 2^32 - 1
 * @param count which draw it is, whole, from 0
 * @param below one more than the greatest number, at most 2^32
 */
export function countedDraw(seed: number, count: number, below: number): number {
  const [low, high] = [count >>> 0, Math.floor(count / 2 ** 32) >>> 0]
  const mixed = mix(mix(mix(seed) + Math.imul(low, 0x9e3779b9)) ^ high)
  // The high bits decide; what the product is off an even share by is below / 2^32.
  return Math.floor((mixed / 2 ** 32) * below)
}

function mix(bits: number): number {
  let word = bits | 0
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
  return (word ^ (word >>> 16)) >>> 0
}
