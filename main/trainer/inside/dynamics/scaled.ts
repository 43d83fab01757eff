/** A matrix whose greatest number is 1, and what it was multiplied with to become so. */
export type Scaled = { readonly values: Float64Array; readonly scale: number }

/**
 * Copies a matrix and brings its greatest number to ±1, so that no square of it overflows or vanishes; scale 0 of zeros.
 *
 * @throws Error if a number is not finite: no method here ends well with it
 */
export function scaled(matrix: Float64Array): Scaled {
  const scale = matrix.reduce((most, x) => (Number.isNaN(x) ? x : Math.max(most, Math.abs(x))), 0)
  if (!Number.isFinite(scale)) throw new Error('a matrix has numbers that are not finite')
  return { values: matrix.map((x) => (scale === 0 ? 0 : x / scale)), scale }
}
