/*
 * What it costs to compute these things, in milliseconds of a common processor (2.5 GHz or so), told beforehand. Measured:
 *
 *     size                     64     128     256     512
 *     eigenvalues               2      13      95     750
 *     singular values          20      58     540    4500
 *     growth, 10 time steps    25     120    1040
 *
 * and principal components of 500 × 64 states 53, of 500 × 256 states 910. All go in pieces, so that nobody waits for them;
 * but what takes longer than AFFORDABLE is old when it is there, and takes a core from the training meanwhile.
 */

/** Milliseconds from which on something is not computed by itself. */
const AFFORDABLE = 1_000

/** Nanoseconds for a row, a column and what each of their numbers meets. */
const [EIGENVALUE, ROTATION, PRODUCT] = [6, 33, 3]

/** @param size rows, as many as columns */
export function eigenvaluesCost(size: number): number {
  return (EIGENVALUE * size ** 3) / 1e6
}

/** Of a matrix, or of states for their principal components. */
export function singularValuesCost(rows: number, columns: number): number {
  return (ROTATION * Math.min(rows, columns) ** 2 * Math.max(rows, columns)) / 1e6
}

/** @param size numbers of a layer's state, as `stateSize` has it */
export function growthCost(size: number, timeSteps: number): number {
  return (PRODUCT * timeSteps * size ** 3) / 1e6 + singularValuesCost(size, size)
}

/** @param cost milliseconds, as the functions above say */
export function isAffordable(cost: number): boolean {
  return cost <= AFFORDABLE
}
