import type { History } from '../../store/curves/history'

/** Time steps after which nobody looks further: more are not drawn one by one. */
const MOST_POINTS = 10_000

/**
 * The index at which the windows end that follow each other without a gap from the one that the time step at `point` lies
 * in: no line leads from there to the next. The lesson's windows all follow each other.
 */
export function joinedEnd(history: History, point: number): number {
  if (history.facts.axis === 'half-periods') return history.points
  const { places, distances } = history
  let update = history.updateAt(point)
  let { from, to } = history.range(update)
  while (update < history.lastUpdate && to - point < MOST_POINTS) {
    const index = update - history.firstUpdate
    const next = (places.data[index] ?? 0) + (to - from) * (distances.data[index] ?? 0)
    if (places.data[index + 1] !== next) break
    update += 1
    ;({ from, to } = history.range(update))
  }
  return to
}
