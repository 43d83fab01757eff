import type { DrawContext } from './draw-context'
import type { LegendEntry } from './legend'

/** What stands around a view's own picture. */
export type Frame = {
  readonly title: string
  readonly legend: readonly LegendEntry[]
  /** As the page has them now. */
  readonly theme: { readonly ink: string; readonly surface: string; readonly font: string }
}

/** A picture with its frame: its size in CSS pixels, and where the view's own begins in it. */
export type Framed = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly top: number
  /** Draws the ground, the title and the legend. */
  readonly draw: (ctx: DrawContext) => void
}

const PADDING = 16
const TITLE = 24
const LINE = 20
const BETWEEN_KEYS = 16
const BESIDE_MARK = 6
/** A view that is narrower gets ground beside it, so that its title has room. */
const LEAST_WIDTH = 320

/** Puts a ground under a picture, and its title and its legend above it, in as many lines as that takes. */
export function framed(
  picture: { readonly width: number; readonly height: number },
  { title, legend, theme }: Frame,
  measure: (words: string, font: string) => number,
): Framed {
  const fonts = { title: `600 15px ${theme.font}`, key: `12px ${theme.font}` }
  const room = Math.max(picture.width, LEAST_WIDTH)
  const keys: { readonly entry: LegendEntry; readonly x: number; readonly line: number }[] = []
  let [x, line] = [0, 0]
  for (const entry of legend) {
    const wide = entry.width + BESIDE_MARK + measure(entry.label, fonts.key)
    if (x > 0 && x + wide > room) [x, line] = [0, line + 1]
    keys.push({ entry, x, line })
    x += wide + BETWEEN_KEYS
  }
  const lines = keys.length === 0 ? 0 : line + 1
  const top = PADDING + TITLE + lines * LINE + 4
  // Whole, so that an SVG and a PNG are the same picture to the pixel.
  const [width, height] = [room + 2 * PADDING, top + picture.height + PADDING].map(Math.ceil) as [
    number,
    number,
  ]

  function draw(ctx: DrawContext) {
    ctx.save()
    ctx.fillStyle = theme.surface
    ctx.fillRect(0, 0, width, height)
    ctx.textBaseline = 'middle'
    ctx.fillStyle = theme.ink
    ctx.font = fonts.title
    ctx.fillText(title, PADDING, PADDING + TITLE / 2 - 2, room)
    for (const { entry, x, line } of keys) {
      const middle = PADDING + TITLE + (line + 0.5) * LINE
      ctx.save()
      ctx.translate(PADDING + x, middle - entry.height / 2)
      entry.draw(ctx)
      ctx.restore()
      ctx.font = fonts.key
      ctx.fillStyle = theme.ink
      ctx.fillText(entry.label, PADDING + x + entry.width + BESIDE_MARK, middle)
    }
    ctx.restore()
  }

  return { width, height, left: PADDING, top, draw }
}
