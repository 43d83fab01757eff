import { partsOf } from '@contract/data/parts'
import type { SeriesPicture } from '@contract/data/series-picture'
import type { RunConfig } from '@contract/settings/run-config'

/**
 * How many rows after the first window of an update each other one of its batch stands: each goes through a piece of the
 * training part of its own. None where they are drawn at random, or where the part is broken and the pieces are no longer
 * told by a rule.
 */
export function windowsBeside(
  { data, training: { batch, carryState } }: RunConfig,
  { rows, lost, gaps }: Pick<SeriesPicture, 'rows' | 'lost' | 'gaps'>,
): readonly number[] {
  const { order, window, stride, horizon } = data
  if (order === 'random' || batch === 1 || lost.length > 0 || gaps.count > 0) return []
  const step = carryState ? window : stride
  const pairs = partsOf(rows, data).train.to - horizon
  const perSequence = Math.floor((Math.floor((pairs - window) / step) + 1) / batch)
  return Array.from({ length: batch - 1 }, (_, b) => (b + 1) * perSequence * step)
}
