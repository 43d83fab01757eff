import type { Triangle } from './triangle'

/** From this share of its size on a gradient counts as having arrived. */
export const ARRIVED = 0.01

/** How the gradient through time falls off with the distance that it has gone. */
export type Falloff = {
  readonly timeSteps: number
  /**
   * The median over s of G[s, s-τ] / G[s, s], for τ from 0 to the last time step: what is left of a gradient after τ time
   * steps. NaN where no row goes so far; rows whose time step has no loss (a missing target, a perfect prediction) tell
   * nothing and are left out.
   */
  readonly ratios: Float64Array
  /**
   * Decades per time step: the slope of log10 of the ratios over τ, by least squares up to the first ratio that is zero.
   * -Infinity where nothing arrives one time step before, Infinity where a ratio is beyond all numbers; null where there is
   * nothing to fit, as in a window of one time step.
   */
  readonly slope: number | null
  /** The greatest τ whose ratio is 1 % or more; null where no row tells anything. */
  readonly reach: number | null
}

export function falloffOf({ timeSteps, rows, norms }: Triangle): Falloff {
  const ratios = Float64Array.from({ length: timeSteps }, (_, distance) => {
    const found = rows.flatMap((s, at) => {
      if (s < distance) return []
      const [start, arrived] = [norms[at * timeSteps + s], norms[at * timeSteps + s - distance]]
      const ratio = (arrived as number) / (start as number)
      // NaN: of a start that is zero, or of weights that are not finite any more.
      return start === 0 || Number.isNaN(ratio) ? [] : [ratio]
    })
    return median(found)
  })
  const reach = ratios.findLastIndex((ratio) => ratio >= ARRIVED)
  return { timeSteps, ratios, slope: slopeOf(ratios), reach: reach < 0 ? null : reach }
}

/** The middle one of some numbers, or the mean of the two in the middle; NaN of none. */
function median(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length >> 1
  const upper = sorted[middle] as number
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2
}

function slopeOf(ratios: Float64Array): number | null {
  if (ratios.includes(Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY
  const first = ratios.indexOf(0)
  if (first === 1) return Number.NEGATIVE_INFINITY
  const fitted = [...ratios.subarray(0, first < 0 ? ratios.length : first)].flatMap((ratio, distance) =>
    Number.isNaN(ratio) ? [] : [[distance, Math.log10(ratio)] as const],
  )
  if (fitted.length < 2) return null
  const mean = (of: (point: readonly [number, number]) => number) =>
    fitted.reduce((sum, point) => sum + of(point), 0) / fitted.length
  const [x, y] = [mean(([distance]) => distance), mean(([, decades]) => decades)]
  return (
    mean(([distance, decades]) => (distance - x) * (decades - y)) / mean(([distance]) => (distance - x) ** 2)
  )
}
