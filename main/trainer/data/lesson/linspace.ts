/**
 * numpy's `linspace(start, stop, count, endpoint=endpoint, dtype=float32)`: equal distances, computed in float64 and
 * only then rounded to float32. With the end included, the last number is `stop` itself, whatever the rounding
 * before it; without, `stop` would be the number after the last.
 *
 * @param count how many numbers: at least 2, or 1 without the end
 * @throws RangeError if `count` is not such a whole number
 */
export function linspace(start: number, stop: number, count: number, endpoint = true): Float32Array {
  const least = endpoint ? 2 : 1
  if (!Number.isInteger(count) || count < least)
    throw new RangeError(`linspace expected a count of at least ${least}, but got ${count}`)
  const distance = (stop - start) / (endpoint ? count - 1 : count)
  const values = Float32Array.from({ length: count }, (_, i) => i * distance + start)
  if (endpoint) values[count - 1] = stop
  return values
}
