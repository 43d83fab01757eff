import type { PageView } from '@contract/wire/page-wire'

/** What a page shows before it has said anything. */
const AT_FIRST: PageView = { modal: false, showInput: false, logLoss: false }

/** What main knows of the page's own state: for the menu, and for what must not happen under an open dialog. */
export type PageViewMemory = {
  readonly now: () => PageView
  readonly take: (view: PageView) => void
  /** A new page is there, and has said nothing. */
  readonly forget: () => void
  /** Ends when no dialog is open in the page: at once, or when the last one is closed. */
  readonly free: () => Promise<void>
}

/** Begins as a page does. */
export function createPageViewMemory(onChange: () => void): PageViewMemory {
  let view = AT_FIRST
  let waiting: (() => void)[] = []

  function take(next: PageView) {
    view = next
    onChange()
    if (view.modal) return
    const free = waiting
    waiting = []
    for (const go of free) go()
  }

  return {
    now: () => view,
    take,
    forget: () => take(AT_FIRST),
    free: () => (view.modal ? new Promise((go) => waiting.push(go)) : Promise.resolve()),
  }
}
