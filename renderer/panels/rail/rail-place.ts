import type { PlannedChange } from '@contract/timeline/planned-changes'
import type { History } from '../../store/curves/history'
import type { Ends } from './rail-keys'

/** What a rail leads over: the updates that there are, and on to the last one at which something is still to come. */
export function railEnds(
  { firstUpdate: first, lastUpdate }: Pick<History, 'firstUpdate' | 'lastUpdate'>,
  planned: readonly PlannedChange[] | undefined,
): Ends {
  return { first, last: Math.max(lastUpdate, planned?.at(-1)?.update ?? 0) }
}

/** Half the width of the thumb, in pixels: its middle goes from one end of the track to the other. As in rail.css. */
const MARGIN = 9

/** The share of the track before a place of it, which may lie beyond its ends. */
export function shareAt({ left, width }: Pick<DOMRect, 'left' | 'width'>, clientX: number): number {
  return (clientX - left - MARGIN) / Math.max(1, width - 2 * MARGIN)
}

/** The update at a place of the track, which may lie beyond its ends. */
export function updateAt(
  box: Pick<DOMRect, 'left' | 'width'>,
  clientX: number,
  { first, last }: Ends,
): number {
  return Math.round(first + shareAt(box, clientX) * (last - first))
}
