import { NUMBERS } from '@contract/settings/numbers'
import type { NumberName } from '@contract/settings/setting'

/** Digits of a value between the ends: enough to tell thirty apart, and few enough to read. */
const DIGITS = { linear: 6, proportion: 3 } as const

/** Whether values of a setting are tried in proportions: their distances are those of their logarithms. */
export function isByProportion(name: NumberName, ...ends: readonly number[]): boolean {
  return NUMBERS[name].step === 'proportion' && ends.every((end) => end > 0)
}

/**
 * So many values of a setting from one to another, both included: in equal distances, of a rate in equal proportions. Whole
 * numbers are rounded; of equal ones the first stays, so that there may be fewer.
 *
 * @param count from 1
 */
export function spreadValues(name: NumberName, from: number, to: number, count: number): readonly number[] {
  const { whole } = NUMBERS[name]
  const byProportion = isByProportion(name, from, to)
  const at = (index: number) => {
    if (index === 0) return from
    if (index === count - 1) return to
    const share = index / (count - 1)
    const value = byProportion ? from * (to / from) ** share : from + share * (to - from)
    return whole
      ? Math.round(value)
      : Number(value.toPrecision(byProportion ? DIGITS.proportion : DIGITS.linear))
  }
  return [...new Set(Array.from({ length: count }, (_, index) => at(index)))]
}
