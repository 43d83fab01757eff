/**
 * numpy's `linspace(start, stop, count, dtype=float32)`: equal distances, both ends included, computed in float64
 * and only then rounded to float32. The last number is `stop` itself, whatever the rounding before it.
 *
 * @param count how many numbers, at least 2
 * @throws RangeError if `count` is not a whole number from 2 on
 */
export function linspace(start: number, stop: number, count: number): Float32Array {
  if (!Number.isInteger(count) || count < 2)
    throw new RangeError(`linspace expected a count of at least 2, but got ${count}`)
  const distance = (stop - start) / (count - 1)
  const values = Float32Array.from({ length: count }, (_, i) => i * distance + start)
  values[count - 1] = stop
  return values
}
