import type { Span } from '../store/viewport'

/** The stretch that the prediction chart shows, for the loss chart to mark: per frame, so not in the store. */
export type ShownSpan = {
  readonly get: () => Span | null
  readonly set: (span: Span) => void
  readonly onChange: (listener: () => void) => () => void
}

/** Makes the place where one chart says what it shows. */
export function createShownSpan(): ShownSpan {
  let shown: Span | null = null
  const listeners = new Set<() => void>()
  return {
    get: () => shown,
    set: (span) => {
      if (shown && shown.min === span.min && shown.max === span.max) return
      shown = span
      for (const listener of listeners) listener()
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
