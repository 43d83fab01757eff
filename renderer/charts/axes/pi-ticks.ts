import type { Span } from '../../store/state/viewport'

/** Distances between marks, in parts and multiples of π, that people count in. */
const BELOW_ONE = [1 / 8, 1 / 4, 1 / 2]
const FACTORS = [1, 2, 5]

/** Times come with the rounding of 32 bits: two half periods may be a ten-millionth more than two. */
const NEARLY = 1 - 1e-6

/** The smallest good distance between marks, in units of π, that makes at most `most` of them. */
export function piStep(span: Span, most: number): number {
  const halfPeriods = (span.max - span.min) / Math.PI
  const least = halfPeriods / Math.max(1, most)
  for (const step of BELOW_ONE) if (step >= least * NEARLY) return step
  for (let power = 1; ; power *= 10) {
    for (const factor of FACTORS) if (factor * power >= least * NEARLY) return factor * power
  }
}

/** The multiples of π to mark in a stretch, in radians. */
export function piTicks(span: Span, most: number): number[] {
  const step = piStep(span, most)
  // Adding 0 turns the −0 that rounding up can make into 0.
  const first = Math.ceil(span.min / Math.PI / step - 1e-9) + 0
  const last = Math.floor(span.max / Math.PI / step + 1e-9)
  const ticks: number[] = []
  for (let index = first; index <= last; index++) ticks.push(index * step * Math.PI)
  return ticks
}

/**
 * A multiple of π as it is written: `0`, `π`, `3π/2`, `1,000π`; beyond the first periods `55.5π`.
 *
 * @param number writes a number of at most three decimals
 */
export function piLabel(radians: number, number: (value: number) => string): string {
  for (const parts of [1, 2, 4, 8]) {
    const count = (radians / Math.PI) * parts
    const whole = Math.round(count)
    if (Math.abs(count - whole) > 1e-6) continue
    if (parts > 1 && Math.abs(radians) > 4 * Math.PI) break
    if (whole === 0) return '0'
    const size = Math.abs(whole) === 1 ? '' : number(Math.abs(whole))
    return `${whole < 0 ? '−' : ''}${size}π${parts === 1 ? '' : `/${parts}`}`
  }
  const times = Number((Math.abs(radians) / Math.PI).toFixed(3))
  return `${radians < 0 ? '−' : ''}${number(times)}π`
}
