import type { Span } from '../../store/state/viewport'
import { createWatched, type Watched } from './watched'

/** What a person looks at in one chart, for the others to mark. */
export type Looking = {
  /** The stretch that the prediction chart shows; null before it has drawn. */
  readonly shown: Watched<Span | null>
  /** The update under a crosshair, whichever chart it is in. */
  readonly pointed: Watched<number | null>
}

function sameSpan(a: Span | null, b: Span | null): boolean {
  return a === b || (a !== null && b !== null && a.min === b.min && a.max === b.max)
}

export function createLooking(): Looking {
  return { shown: createWatched<Span | null>(null, sameSpan), pointed: createWatched<number | null>(null) }
}
