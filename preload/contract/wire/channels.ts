import type { PageEvents, PageRequests, PreloadRequests } from './page-wire'

/** Everything that main answers, whether the page asks it or the preload. */
export type ShellRequests = PageRequests & PreloadRequests

/** The channel of a request: the page only ever sees the function that stands for it. */
export function requestChannel(name: keyof ShellRequests): string {
  return `unroll:request:${name}`
}

/** The channel of an event. */
export function eventChannel(name: keyof PageEvents): string {
  return `unroll:event:${name}`
}

/** What goes back over the channel of a request. */
export type Answered = {
  readonly answer: unknown
  /** How many events this page had been sent by then: they have happened before the answer. */
  readonly after: number
}
