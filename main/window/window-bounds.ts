import * as v from 'valibot'

export type Rectangle = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where a window was when it was closed. */
export type PlaceOnScreen = { readonly bounds: Rectangle; readonly maximized: boolean }

export const DEFAULT_SIZE = { width: 1280, height: 800 }
/** So small that it fits on every screen; the page folds up and scrolls. */
export const MIN_SIZE = { width: 640, height: 480 }

/** So much of a window must be on a screen that a person can find it and take hold of it. */
const MIN_VISIBLE = { width: 200, height: 100 }

/** Pixels; no desktop of however many screens is as wide. */
const MAX_PIXELS = 100_000
const position = v.pipe(v.number(), v.integer(), v.minValue(-MAX_PIXELS), v.maxValue(MAX_PIXELS))
const extent = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_PIXELS))

/** The place as it is kept between two starts. */
export const WINDOW_PLACE = v.object({
  bounds: v.object({ x: position, y: position, width: extent, height: extent }),
  maximized: v.boolean(),
})

/**
 * Where to open the window: where it was, if that is still on one of the screens (their work areas, the
 * main screen's first), and no larger than it; else in the middle of the main screen.
 */
export function openingBounds(saved: Rectangle | undefined, workAreas: readonly Rectangle[]): Rectangle {
  const home = saved && workAreas.find((area) => isInReach(saved, area))
  if (saved && home) return keptInside(atLeastMin(saved), home)
  const main = workAreas[0] ?? { x: 0, y: 0, ...DEFAULT_SIZE }
  const width = Math.min(DEFAULT_SIZE.width, main.width)
  const height = Math.min(DEFAULT_SIZE.height, main.height)
  const x = main.x + Math.floor((main.width - width) / 2)
  const y = main.y + Math.floor((main.height - height) / 2)
  return { x, y, width, height }
}

/** Whether enough of the window lies in the area, its top edge included: there it is dragged. */
function isInReach(window: Rectangle, area: Rectangle): boolean {
  const width = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  const height = Math.min(window.y + window.height, area.y + area.height) - Math.max(window.y, area.y)
  return width >= MIN_VISIBLE.width && height >= MIN_VISIBLE.height && window.y >= area.y
}

function atLeastMin(window: Rectangle): Rectangle {
  const width = Math.max(window.width, MIN_SIZE.width)
  const height = Math.max(window.height, MIN_SIZE.height)
  return { ...window, width, height }
}

/** Shrinks what is too large for the area; a window that hangs over its edge may go on doing so. */
function keptInside(window: Rectangle, area: Rectangle): Rectangle {
  return {
    ...window,
    width: Math.min(window.width, area.width),
    height: Math.min(window.height, area.height),
  }
}
