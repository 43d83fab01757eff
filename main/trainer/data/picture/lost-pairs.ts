import { PARTS } from '@contract/data/parts'
import type { LostPairs } from '@contract/data/series-picture'
import { text } from '@contract/language/texts'
import type { MeasuredSeries } from '../windows/prepared'

/**
 * Pairs that no window has, by reason: of an input that is missing, of a jump of time on the way to the target, and of a
 * stretch that is shorter than a window. A pair is counted once, for the first of them that holds; a target that is
 * missing loses no pair, it is left out of the loss.
 *
 * @param window time steps of a window
 */
export function lostPairs(
  { rows, horizon, gaps, stretches }: Pick<MeasuredSeries, 'rows' | 'horizon' | 'gaps' | 'stretches'>,
  window: number,
): { readonly pairs: number; readonly lost: readonly LostPairs[] } {
  const pairs = Math.max(0, rows - horizon)
  const lengths = PARTS.flatMap((part) => stretches[part].map(({ from, to }) => to - from))
  const whole = sum(lengths)
  const short = sum(lengths.filter((length) => length < window))
  const jumped = pairsAcross(gaps, horizon, pairs)
  const counts = [
    { why: text('lostPairs.input'), pairs: pairs - whole - jumped },
    { why: text('lostPairs.jump'), pairs: jumped },
    { why: text('lostPairs.short', { window }), pairs: short },
  ]
  return { pairs, lost: counts.filter((one) => one.pairs > 0) }
}

/** Pairs with a jump between their inputs and their target: after row g, those of the rows from g − horizon + 1 to g. */
function pairsAcross(gaps: readonly number[], horizon: number, pairs: number): number {
  let [count, counted] = [0, 0]
  for (const gap of gaps) {
    const from = Math.max(counted, gap - horizon + 1, 0)
    const to = Math.min(gap + 1, pairs)
    if (to > from) count += to - from
    counted = Math.max(counted, to)
  }
  return count
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
