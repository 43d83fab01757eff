import type { Frames } from '../../../renderer/charts/canvas/scheduler'

/** Frames that come when a test says so. */
export type FakeFrames = Frames & {
  readonly next: () => void
  /** Frames that have been asked for and have not come. */
  readonly asked: () => number
  readonly hide: () => void
  readonly show: () => void
}

/** Makes frames of a page that is shown. */
export function createFakeFrames(): FakeFrames {
  let callbacks: (() => void)[] = []
  let hidden = false
  let shown: () => void = () => {}
  return {
    requestFrame: (callback) => callbacks.push(callback),
    hidden: () => hidden,
    onShown: (callback) => {
      shown = callback
    },
    next: () => {
      const now = callbacks
      callbacks = []
      for (const callback of now) callback()
    },
    asked: () => callbacks.length,
    hide: () => {
      hidden = true
    },
    show: () => {
      hidden = false
      shown()
    },
  }
}
