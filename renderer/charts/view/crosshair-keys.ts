import type { History } from '../../store/curves/history'

/** The time step that a key leads to from `point` (-1: no crosshair yet, it appears at the newest); null for other keys. */
export function nextPoint(key: string, point: number, history: History): number | null {
  const last = history.points - 1
  const within = (index: number) => Math.min(Math.max(index, 0), last)
  const from = point < 0 ? last : point
  /** The same place in a window so many updates away. */
  const inWindow = (by: number) => {
    const update = history.updateAt(from)
    const target = Math.min(Math.max(update + by, history.firstUpdate), history.lastUpdate)
    const place = from - history.range(update).from
    const { from: start, to } = history.range(target)
    return Math.min(start + place, to - 1)
  }
  switch (key) {
    case 'ArrowLeft':
      return point < 0 ? last : within(from - 1)
    case 'ArrowRight':
      return point < 0 ? last : within(from + 1)
    case 'PageUp':
      return inWindow(-1)
    case 'PageDown':
      return inWindow(1)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}

/** The update that a key leads to from `update` (0: no crosshair yet); null for other keys. */
export function nextUpdate(key: string, update: number, history: History): number | null {
  const { firstUpdate: first, lastUpdate: last } = history
  const from = update === 0 ? last : update
  const within = (next: number) => Math.min(Math.max(next, first), last)
  switch (key) {
    case 'ArrowLeft':
      return update === 0 ? last : within(from - 1)
    case 'ArrowRight':
      return update === 0 ? last : within(from + 1)
    case 'PageUp':
      return within(from - 10)
    case 'PageDown':
      return within(from + 10)
    case 'Home':
      return first
    case 'End':
      return last
    default:
      return null
  }
}
