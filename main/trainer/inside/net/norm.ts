/** The length of a vector, of numbers however small: their squares must not vanish. */
export function normOf(vector: ArrayLike<number>): number {
  let scale = 0
  for (let i = 0; i < vector.length; i += 1) scale = Math.max(scale, Math.abs(vector[i] as number))
  if (scale === 0 || !Number.isFinite(scale)) return scale
  let sum = 0
  for (let i = 0; i < vector.length; i += 1) sum += ((vector[i] as number) / scale) ** 2
  return scale * Math.sqrt(sum)
}
