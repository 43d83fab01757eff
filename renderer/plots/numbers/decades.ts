import type { Extent } from '../plot-space'

/** Beyond these powers of ten numbers are no numbers of full precision any more. */
const POWERS = { least: -300, most: 300 }

/**
 * The powers of ten around numbers that are finite and above 0: the ends of a logarithmic axis. Null where there are none.
 *
 * @param most powers of ten that are shown at most, those of the greatest numbers; left out, all
 */
export function decadesAround(values: ArrayLike<number>, most = POWERS.most - POWERS.least): Extent | null {
  let [least, greatest] = [Number.POSITIVE_INFINITY, 0]
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number
    if (!(value > 0) || !Number.isFinite(value)) continue
    least = Math.min(least, value)
    greatest = Math.max(greatest, value)
  }
  if (greatest === 0) return null
  const within = (power: number) => Math.min(POWERS.most, Math.max(POWERS.least, power))
  const top = within(Math.ceil(Math.log10(greatest)))
  const bottom = Math.max(top - most, within(Math.floor(Math.log10(least))))
  return { min: 10 ** Math.min(bottom, top - 1), max: 10 ** top }
}
