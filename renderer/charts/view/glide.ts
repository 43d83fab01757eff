import type { Span, ViewMode } from '../../store/state/viewport'

/** Part of the way that is left which is gone in one frame. */
const PART = 0.3

/**
 * The stretch to show in this frame on the way to `wanted`: while it follows the newest window the picture
 * glides, so that the eye can keep its place. It never lags so far that the newest time step is out of sight.
 */
export function glide(
  shown: Span | null,
  wanted: Span,
  mode: ViewMode,
  newest: number,
  still: boolean,
): Span {
  if (still || shown === null || mode.kind !== 'follow') return wanted
  const width = wanted.max - wanted.min
  const sameWidth = Math.abs(shown.max - shown.min - width) < width * 1e-6
  const way = wanted.max - shown.max
  if (!sameWidth || way < 0 || way < width / 2000) return wanted
  const max = Math.max(shown.max + way * PART, newest)
  return { min: max - width, max }
}
