import { JUMP, type SeriesTimes } from '@contract/data/series'

/** Intervals that are looked at to find the usual one. */
const LOOKED_AT = 100_001

/**
 * The rows after which time jumps, in order: the next row is not one time step later. None where nobody says when the
 * rows were.
 */
export function gapsIn(times: SeriesTimes): readonly number[] {
  if (times.kind === 'rows') return []
  const { values } = times
  const usual = usualInterval(values)
  const gaps: number[] = []
  for (let row = 0; row + 1 < values.length; row += 1)
    if ((values[row + 1] as number) - (values[row] as number) > JUMP * usual) gaps.push(row)
  return gaps
}

/** The median interval, of evenly spread ones where there are very many. */
function usualInterval(values: Float64Array): number {
  const all = values.length - 1
  const count = Math.min(all, LOOKED_AT)
  if (count < 1) return 0
  const intervals = Float64Array.from({ length: count }, (_, i) => {
    const row = Math.floor((i * all) / count)
    return (values[row + 1] as number) - (values[row] as number)
  }).sort()
  return intervals[Math.floor(count / 2)] as number
}
