import type { Figure } from './figure'

/** A figure beside what it is held to, for people. */
export function figureLine({ what, value, unit, bound }: Figure): string {
  return `${what.padEnd(72)} ${value.toPrecision(3).padStart(8)} ${unit.padEnd(8)} ${bound}`
}
