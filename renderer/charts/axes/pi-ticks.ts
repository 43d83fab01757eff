import type { Span } from '../../store/state/viewport'

/** Distances between marks, in parts and multiples of π, that people count in. */
const BELOW_ONE = [1 / 8, 1 / 4, 1 / 2]
const FACTORS = [1, 2, 5]

/** Ends come with the rounding of what they were computed from: two half periods may be a ten-millionth more than two. */
const NEARLY = 1 - 1e-6

/** The smallest good distance between marks, in half periods, that makes at most `most` of them. */
export function piStep(span: Span, most: number): number {
  const least = (span.max - span.min) / Math.max(1, most)
  for (const step of BELOW_ONE) if (step >= least * NEARLY) return step
  for (let power = 1; ; power *= 10) {
    for (const factor of FACTORS) if (factor * power >= least * NEARLY) return factor * power
  }
}

/** The marks in a stretch, both in half periods: multiples of π. */
export function piTicks(span: Span, most: number): number[] {
  const step = piStep(span, most)
  // Adding 0 turns the −0 that rounding up can make into 0.
  const first = Math.ceil(span.min / step - 1e-9) + 0
  const last = Math.floor(span.max / step + 1e-9)
  const ticks: number[] = []
  for (let index = first; index <= last; index++) ticks.push(index * step)
  return ticks
}

/**
 * A number of half periods as it is written, a multiple of π: `0`, `π`, `3π/2`, `1,000π`; beyond the first periods `55.5π`.
 *
 * @param number writes a number of at most three decimals
 */
export function piLabel(halfPeriods: number, number: (value: number) => string): string {
  for (const parts of [1, 2, 4, 8]) {
    const count = halfPeriods * parts
    const whole = Math.round(count)
    if (Math.abs(count - whole) > 1e-6) continue
    if (parts > 1 && Math.abs(halfPeriods) > 4) break
    if (whole === 0) return '0'
    const size = Math.abs(whole) === 1 ? '' : number(Math.abs(whole))
    return `${whole < 0 ? '−' : ''}${size}π${parts === 1 ? '' : `/${parts}`}`
  }
  const times = Number(Math.abs(halfPeriods).toFixed(3))
  return `${halfPeriods < 0 ? '−' : ''}${number(times)}π`
}
