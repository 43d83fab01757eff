import type { Figure } from '../figure'
import { threeDigits } from '../table'

/** A figure beside what it is held to, for people. */
export function figureLine({ what, value, unit, bound }: Figure): string {
  return `${what.padEnd(72)} ${threeDigits(value).padStart(8)} ${unit.padEnd(8)} ${bound}`
}
