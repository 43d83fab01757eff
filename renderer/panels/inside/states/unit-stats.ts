/** Time steps that a phase needs at least: three numbers are fitted, and the first and the last time step have no slope. */
const LEAST_FOR_PHASE = 6
/** Below this share of what they could be, target and slope are one and the same, and there is no telling them apart. */
const SAME = 1e-9

/** The places where all of some rows have a number. */
function together(...rows: readonly ArrayLike<number>[]): readonly number[] {
  const [first] = rows
  return Array.from({ length: first?.length ?? 0 }, (_, t) => t).filter((t) =>
    rows.every((row) => Number.isFinite(row[t])),
  )
}

function centred(row: ArrayLike<number>, at: readonly number[]): readonly number[] {
  const values = at.map((t) => row[t] as number)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.map((value) => value - mean)
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0)
}

/** Whether a row without its mean is nothing but what rounding leaves of a constant. */
function isConstant(row: readonly number[], at: readonly number[], of: ArrayLike<number>): boolean {
  const size = at.reduce((sum, t) => sum + (of[t] as number) ** 2, 0)
  return dot(row, row) <= 1e-14 * size || size === 0
}

/**
 * Pearson's correlation over the time steps at which both have a number.
 *
 * @returns from −1 to 1; NaN where one of them is the same at every time step
 */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const at = together(x, y)
  const [a, b] = [centred(x, at), centred(y, at)]
  if (isConstant(a, at, x) || isConstant(b, at, y)) return Number.NaN
  return Math.min(1, Math.max(-1, dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))))
}

/**
 * By what part of an oscillation a unit lags behind the target, in degrees from 0 to 360: 0 of one that goes with the target, 90
 * of one that comes a quarter of a period after it, 180 of its mirror image.
 *
 * The angle of a Fourier component would need windows of whole periods; those of the lesson are half a period. So the unit is
 * fitted by least squares, h ≈ a · y + b · q + c, over the target y and what lags a quarter of a period behind it, which is
 * made of the target's slope at each time step alone: q[t] = −(y[t+1] − y[t−1]) / (2 sin ω), with 2 cos ω the slope of
 * y[t+1] + y[t−1] over y[t]. For a sine of any window that is exact. Where a target has no such ω, q has the target's spread.
 * Then the phase is atan2(b, a).
 *
 * @returns NaN where there are too few targets, or unit or target are the same at every time step
 */
export function phaseBehind(unit: ArrayLike<number>, target: ArrayLike<number>): number {
  const rows = Array.from({ length: target.length }, (_, t) => ({
    slope: ((target[t + 1] as number) - (target[t - 1] as number)) / 2,
    beside: (target[t + 1] as number) + (target[t - 1] as number),
  }))
  const slopes = rows.map(({ slope }) => slope)
  const besides = rows.map(({ beside }) => beside)
  const at = together(unit, target, slopes)
  if (at.length < LEAST_FOR_PHASE) return Number.NaN
  const [h, y, slope, beside] = [unit, target, slopes, besides].map((row) => centred(row, at)) as [
    ...[readonly number[], readonly number[], readonly number[], readonly number[]],
  ]
  const [yy, ss, ys] = [dot(y, y), dot(slope, slope), dot(y, slope)]
  if (isConstant(h, at, unit) || isConstant(y, at, target) || ss === 0) return Number.NaN
  const determinant = yy * ss - ys * ys
  if (determinant <= SAME * yy * ss) return Number.NaN
  const cosine = dot(beside, y) / yy / 2
  const sine = Math.abs(cosine) < 1 ? Math.sqrt(1 - cosine * cosine) : Math.sqrt(ss / yy)
  const [hy, hs] = [dot(h, y), dot(h, slope)]
  const a = (hy * ss - hs * ys) / determinant
  // Of q = −slope / sine.
  const b = (-sine * (hs * yy - hy * ys)) / determinant
  const degrees = (Math.atan2(b, a) * 180) / Math.PI
  return degrees < 0 ? degrees + 360 : degrees
}

/** The share of numbers for which something holds. */
export function shareOfSteps(values: ArrayLike<number>, holds: (value: number) => boolean): number {
  let count = 0
  for (let t = 0; t < values.length; t += 1) if (holds(values[t] as number)) count += 1
  return count / values.length
}
