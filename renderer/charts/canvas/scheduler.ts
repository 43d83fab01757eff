/** Draws something once; answers whether it wants to draw again in the next frame (something still moves). */
export type Draw = () => boolean

/** One thing that is drawn. */
export type Drawer = {
  /** Asks for one draw in the next frame; asking again before it changes nothing. */
  readonly request: () => void
  readonly remove: () => void
}

/** The page's one clock for drawing. */
export type Scheduler = {
  readonly add: (draw: Draw) => Drawer
  /** Milliseconds since some fixed moment. */
  readonly now: () => number
}

/** What the scheduler needs of the browser. */
export type Frames = {
  readonly requestFrame: (callback: () => void) => void
  readonly hidden: () => boolean
  /** Milliseconds since some fixed moment. */
  readonly now: () => number
  /** Calls back when the page is shown again. */
  readonly onShown: (callback: () => void) => void
}

/** The frames of this window. */
export function windowFrames(): Frames {
  return {
    requestFrame: (callback) => void requestAnimationFrame(callback),
    hidden: () => document.hidden,
    now: () => performance.now(),
    onShown: (callback) =>
      document.addEventListener('visibilitychange', () => {
        if (!document.hidden) callback()
      }),
  }
}

/**
 * However often charts and numbers change, each is drawn at most once a frame, all in the same frame, and not at all
 * while nobody can see the page.
 */
export function createScheduler(frames: Frames): Scheduler {
  const waiting = new Set<Draw>()
  let asked = false

  function ask() {
    if (asked || waiting.size === 0 || frames.hidden()) return
    asked = true
    frames.requestFrame(run)
  }

  function run() {
    asked = false
    if (frames.hidden()) return
    const drawn = new Set<Draw>()
    const again = new Set<Draw>()
    // What a draw asks for is drawn in the same frame, unless it has been drawn in it already.
    for (const draw of waiting) {
      waiting.delete(draw)
      if (drawn.has(draw) || (drawn.add(draw) && draw())) again.add(draw)
    }
    for (const draw of again) waiting.add(draw)
    ask()
  }

  frames.onShown(ask)

  return {
    now: frames.now,
    add(draw) {
      return {
        request: () => {
          waiting.add(draw)
          ask()
        },
        remove: () => waiting.delete(draw),
      }
    },
  }
}
