import type { Ends } from './rail-keys'

/** Half the width of the thumb, in pixels: its middle goes from one end of the track to the other. As in rail.css. */
const MARGIN = 9

/** The update at a place of the track, which may lie beyond its ends. */
export function updateAt(
  { left, width }: Pick<DOMRect, 'left' | 'width'>,
  clientX: number,
  { first, last }: Ends,
): number {
  const part = (clientX - left - MARGIN) / Math.max(1, width - 2 * MARGIN)
  return Math.round(first + part * (last - first))
}
