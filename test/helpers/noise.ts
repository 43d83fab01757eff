/** Normal noise of mean 0 and deviation 1, the same for the same seed: mulberry32 through the form of Box and Muller. */
export function noise(length: number, seed: number): Float64Array {
  let state = seed >>> 0
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return Float64Array.from(
    { length },
    () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  )
}

/** What noise comes to when it is added up. */
export function walk(length: number, seed: number): Float64Array {
  let at = 0
  return noise(length, seed).map((value) => {
    at += value
    return at
  })
}
