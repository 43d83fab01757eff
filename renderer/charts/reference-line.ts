import type { History } from '../store/curves/history'
import { eachSharedWindow, type ReferenceRun } from '../store/curves/reference'
import { type LineDataset, lineDataset } from './canvas/line-chart'
import { createPointPool } from './canvas/point-pool'

/** The prediction of a reference run, at the times of ours. */
export type ReferenceLine = {
  readonly dataset: LineDataset
  /** Takes the windows that both runs have; none when there is no run to show. */
  readonly write: (history: History, run: ReferenceRun | null, colour: string) => void
}

/**
 * A little wider than the prediction that lies on it: where both say the same, its dashes still stand out on either
 * side. All its points are drawn: a reference has a thousand.
 */
export function createReferenceLine(): ReferenceLine {
  const pool = createPointPool()
  const dataset = { ...lineDataset(pool.points, 3.5), borderDash: [2, 6], borderCapStyle: 'butt' as const }
  return {
    dataset,
    write(history, run, colour) {
      dataset.borderColor = colour
      const { at } = history.times
      pool.begin()
      if (run)
        eachSharedWindow(history, run, ({ from, referenceFrom, count }) => {
          // Two windows are two networks' words: no line leads from the one to the other.
          pool.add(at(from), Number.NaN)
          for (let index = 0; index < count; index++)
            pool.add(at(from + index), run.predictions[referenceFrom + index] ?? Number.NaN)
        })
      pool.end()
    },
  }
}
