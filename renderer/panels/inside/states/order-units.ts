import type { UnitOrder } from '../../../store/state/inside-state'
import { ofUnit } from '../frame/of-unit'
import { correlation, phaseBehind } from './unit-stats'

/** Units in an order, and by what: NaN where a unit has none, which comes last; null where it is their numbers. */
export type OrderedUnits = { readonly order: readonly number[]; readonly by: readonly number[] | null }

/**
 * Puts units in order: by their numbers, by how they go with input or target, from 1 to −1, or by how far they lag behind the
 * target, from 0 to 360 degrees.
 *
 * @param values [time step, hidden]
 */
export function orderUnits(
  wanted: UnitOrder,
  values: Float32Array,
  units: number,
  { input, target }: { readonly input: ArrayLike<number>; readonly target: ArrayLike<number> },
): OrderedUnits {
  const order = Array.from({ length: units }, (_, unit) => unit)
  if (wanted === 'number') return { order, by: null }
  const by = order.map((unit) => {
    const own = ofUnit(values, units, unit)
    return wanted === 'phase'
      ? phaseBehind(own, target)
      : correlation(own, wanted === 'input' ? input : target)
  })
  const sign = wanted === 'phase' ? 1 : -1
  const place = (unit: number) => {
    const value = by[unit] as number
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : sign * value
  }
  // Infinity − Infinity is no order: of equals, and of those without a number, the first comes first.
  order.sort((a, b) => (place(a) === place(b) ? a - b : place(a) - place(b)))
  return { order, by }
}
