import type { PartRange } from '@contract/data/parts'
import type { Series, SeriesTimes } from '@contract/data/series'
import { MAX_NEAR_BUCKETS, type NearPicture } from '@contract/data/series-picture'
import { gapsIn } from '../windows/gaps'
import { nearEnvelope } from './envelope'

/** Of series that have been looked at: their times never change. */
const known = new WeakMap<SeriesTimes, readonly number[]>()

/**
 * What some rows of a series look like, made in pieces as the picture of the whole is.
 *
 * @param series has the columns: who asks has looked
 * @param range lies in the series
 * @param turn ends when all that waits has had its turn
 */
export async function nearPictureOf(
  series: Series,
  range: PartRange,
  names: readonly string[],
  turn: () => Promise<void>,
): Promise<NearPicture> {
  const columns: NearPicture['columns'][number][] = []
  for (const { name, values } of series.columns) {
    if (!names.includes(name)) continue
    const { least, greatest } = nearEnvelope(values, range, MAX_NEAR_BUCKETS)
    columns.push({ name, least, greatest })
    await turn()
  }
  const gaps = known.get(series.times) ?? gapsIn(series.times)
  known.set(series.times, gaps)
  return { ...range, columns, gaps: gapsTold(gaps, range, MAX_NEAR_BUCKETS) }
}

/** The gaps that lie in some rows, of each of up to so many buckets the first: more than one in a pixel is one. */
export function gapsTold(gaps: readonly number[], { from, to }: PartRange, most: number): Float64Array {
  const rows = to - from
  const buckets = Math.min(rows, most)
  let last = -1
  const told = gaps.filter((row) => {
    if (row < from || row >= to) return false
    const bucket = Math.floor(((row - from + 1) * buckets - 1) / rows)
    if (bucket === last) return false
    last = bucket
    return true
  })
  return Float64Array.from(told)
}
