import type { Frames } from '../../../renderer/charts/canvas/scheduler'

/** Frames that come when a test says so. */
export type FakeFrames = Frames & {
  readonly next: () => void
  /** So many milliseconds go by, in the midst of a frame. */
  readonly pass: (milliseconds: number) => void
  /** Frames that have been asked for and have not come. */
  readonly asked: () => number
  readonly hide: () => void
  readonly show: () => void
  /** A person presses a button or a key. */
  readonly press: () => void
}

/**
 * Makes frames of a page that is shown.
 *
 * @param apart milliseconds from one to the next: without it so many that nothing is left to a later one
 */
export function createFakeFrames(apart = 100): FakeFrames {
  let callbacks: (() => void)[] = []
  let hidden = false
  let now = 0
  let shown: () => void = () => {}
  let pressed: () => void = () => {}
  return {
    requestFrame: (callback) => callbacks.push(callback),
    hidden: () => hidden,
    now: () => now,
    onShown: (callback) => {
      shown = callback
    },
    onPress: (callback) => {
      pressed = callback
    },
    next: () => {
      now += apart
      const present = callbacks
      callbacks = []
      for (const callback of present) callback()
    },
    pass: (milliseconds) => {
      now += milliseconds
    },
    asked: () => callbacks.length,
    hide: () => {
      hidden = true
    },
    show: () => {
      hidden = false
      shown()
    },
    press: () => pressed(),
  }
}
