/** In half periods. */
const PERIOD = 2

/**
 * What has to be taken from the times of a window to lay it over one period, [0, 2] half periods: the whole periods
 * before its middle. By the middle and not by the ends: those lie on whole half periods, where a rounding of the
 * last bit decides between two periods, and the last time step of a window must stay at 2 and not fall to 0.
 */
export function foldOffset(firstTime: number, lastTime: number): number {
  return Math.floor((firstTime + lastTime) / 2 / PERIOD) * PERIOD
}

/**
 * Lays a window over one period, point by point: where it leaves the period at the right it comes in again at
 * the left. `add` is told each point's place and index, `gap` that no line leads to the next. Points next to
 * an edge are told on both sides of it, outside the period: the line through them ends at the edge.
 */
export function foldWindow(
  timeAt: (index: number) => number,
  from: number,
  to: number,
  add: (place: number, index: number) => void,
  gap: () => void,
) {
  const time = (index: number) => timeAt(Math.min(Math.max(index, from), to - 1))
  const long = time(to - 1) - time(from) > PERIOD / 2 + 1 / 32
  const whole = foldOffset(time(from), time(to - 1))
  // By the middle of the way to the next point, as a short window by its own: see above.
  const offsetAt = (index: number) => {
    if (!long) return whole
    return index === to - 1
      ? foldOffset(time(to - 2), time(to - 1))
      : foldOffset(time(index), time(index + 1))
  }
  let offset = offsetAt(from)
  for (let index = from; index < to; index++) {
    add(time(index) - offset, index)
    const next = offsetAt(index)
    if (next === offset) continue
    if (index + 1 < to) add(time(index + 1) - offset, index + 1)
    gap()
    offset = next
    if (index > from) add(time(index - 1) - offset, index - 1)
    add(time(index) - offset, index)
  }
}
