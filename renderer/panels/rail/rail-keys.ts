/** The updates that a rail leads to. */
export type Ends = { readonly first: number; readonly last: number }

/** What of a key decides. */
type Key = { readonly key: string; readonly shiftKey: boolean }

/** What a key goes by, single updates or tenths of the whole, and which way: later is positive. */
export type Way = { readonly of: 'updates' | 'tenths'; readonly by: number }

/** How far a key goes; null for one that leads to no place beside. */
export function wayOfKey({ key, shiftKey }: Key): Way | null {
  const one = shiftKey ? 10 : 1
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return { of: 'updates', by: -one }
    case 'ArrowRight':
    case 'ArrowUp':
      return { of: 'updates', by: one }
    // As in the charts: down the page is later.
    case 'PageUp':
      return { of: 'tenths', by: -1 }
    case 'PageDown':
      return { of: 'tenths', by: 1 }
    default:
      return null
  }
}

function stride(key: Key, { first, last }: Ends): number | null {
  const way = wayOfKey(key)
  if (way === null) return null
  return way.of === 'updates' ? way.by : way.by * Math.max(1, Math.round((last - first) / 10))
}

/** A place between both ends; the newest update is now, which is null. */
export function placeWithin(update: number, { first, last }: Ends): number | null {
  return update >= last ? null : Math.max(first, update)
}

/** The place that a key leads to from an update, undefined for a key that the rail does not hear. */
export function placeOfKey(key: Key, at: number, ends: Ends): number | null | undefined {
  if (key.key === 'Home') return placeWithin(ends.first, ends)
  if (key.key === 'End' || key.key === 'Escape') return null
  const by = stride(key, ends)
  return by === null ? undefined : placeWithin(at + by, ends)
}

/** Less than this of a wheel's way, in pixels, is gathered: a touchpad moves by little at a time. */
const NOTCH = 50
/** Pixels that a line of a mouse's wheel stands for, where it counts in lines. */
const LINE = 16

/** Makes of a wheel's movements updates to go on, later ones for down and right: one for each notch. */
export function createWheelCount(): (
  event: Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode'>,
) => -1 | 0 | 1 {
  let gathered = 0
  return ({ deltaX, deltaY, deltaMode }) => {
    const delta = Math.abs(deltaX) > Math.abs(deltaY) ? deltaX : deltaY
    gathered += deltaMode === 0 ? delta : delta * LINE
    if (Math.abs(gathered) < NOTCH) return 0
    const way = gathered > 0 ? 1 : -1
    gathered = 0
    return way
  }
}
