/** Keeps answers until the events that were sent before them have been heard. */
export type EventsFirst = {
  /** An event was heard. */
  readonly hear: () => void
  /** Waits until so many events have been heard, in all. */
  readonly heard: (events: number) => Promise<void>
}

/**
 * Events and answers reach a page in two queues of Chromium's, either in its own order: an answer may overtake the event that tells
 * what came of the request. Whoever has asked counts on having been told.
 */
export function createEventsFirst(): EventsFirst {
  let count = 0
  let waiting: { readonly events: number; readonly go: () => void }[] = []
  return {
    hear: () => {
      count += 1
      const due = waiting.filter(({ events }) => events <= count)
      waiting = waiting.filter(({ events }) => events > count)
      for (const { go } of due) go()
    },
    heard: (events) =>
      events <= count
        ? Promise.resolve()
        : new Promise((go) => {
            waiting.push({ events, go })
          }),
  }
}
