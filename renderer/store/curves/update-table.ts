import type { UpdateTable } from '@contract/run/update-table'
import type { Curve } from './curve'
import type { History } from './history'

/**
 * Copies of all updates that the page holds, as a table. Copies, because a view of a part would take the whole of the
 * growing array behind it over the wire.
 */
export function tableOf(history: History): UpdateTable {
  const { updates, points, firstUpdate, times, starts } = history
  const all = ({ values }: Curve) => values.data.slice(0, values.length)
  const lengths = Uint32Array.from({ length: updates }, (_, index) => {
    const next = index + 1 < updates ? starts.data[index + 1] : points
    return (next ?? 0) - (starts.data[index] ?? 0)
  })
  return {
    firstUpdate,
    losses: all(history.losses),
    gradientNorms: all(history.gradientNorms),
    lengths,
    times: times.data.slice(0, points),
    inputs: all(history.inputs),
    targets: all(history.targets),
    predictions: all(history.predictions),
  }
}
