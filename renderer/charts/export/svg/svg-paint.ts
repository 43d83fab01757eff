import { element } from '@contract/svg-markup'
import { type Matrix, placed } from './matrix'

/** What is filled or stroked with, as SVG names it: a colour by itself, and how much of it is seen (0 to 1). */
export type Paint = { readonly colour: string; readonly opacity: number }

/**
 * A canvas has one text for a colour and what is seen through it; most readers of SVG, unlike browsers, want two.
 */
export function paintOf(colour: string): Paint {
  const hex = /^#(?:([0-9a-f]{3})([0-9a-f])?|([0-9a-f]{6})([0-9a-f]{2})?)$/i.exec(colour)
  if (hex) {
    const [, short, shortAlpha, long, longAlpha] = hex
    const alpha = shortAlpha === undefined ? longAlpha : shortAlpha + shortAlpha
    return {
      colour: `#${short ?? long}`,
      opacity: alpha === undefined ? 1 : Number.parseInt(alpha, 16) / 255,
    }
  }
  if (colour === 'transparent') return { colour: '#000', opacity: 0 }
  // `color(srgb …)` is what a style sheet's mixed colours are read as, from 0 to 1.
  const [, space, inside] = /^(rgba?|color)\((?:srgb )?([^)]*)\)$/i.exec(colour) ?? []
  const parts = inside?.split(/[\s,/]+/).filter(Boolean) ?? []
  if (parts.length < 3) return { colour, opacity: 1 }
  const most = space === 'color' ? 255 : 1
  const [red, green, blue] = parts.map((part) => Math.round(Number.parseFloat(part) * most))
  const alpha = parts[3]
  const seen = Number.parseFloat(alpha ?? '1') / (alpha?.endsWith('%') ? 100 : 1)
  return { colour: `rgb(${red},${green},${blue})`, opacity: Number.isFinite(seen) ? seen : 1 }
}

/** An opacity as an attribute; what hides all that is under it needs none. */
export function seenThrough(opacity: number): string | undefined {
  return opacity >= 1 ? undefined : `${Math.round(opacity * 1000) / 1000}`
}

/** Colours that run into each other along a line. */
export type SvgGradient = {
  /** @param at from 0, the line's beginning, to 1 */
  readonly addColorStop: (at: number, colour: string) => void
  readonly markup: (id: string) => string
}

export function createSvgGradient(
  matrix: Matrix,
  from: readonly [number, number],
  to: readonly [number, number],
) {
  const stops: string[] = []
  const [x1, y1] = placed(matrix, ...from)
  const [x2, y2] = placed(matrix, ...to)
  return {
    addColorStop: (at: number, colour: string) => {
      const { colour: stop, opacity } = paintOf(colour)
      stops.push(
        element('stop', {
          offset: `${at}`,
          'stop-color': stop,
          'stop-opacity': seenThrough(opacity),
        }),
      )
    },
    markup: (id: string) =>
      element('linearGradient', { id, gradientUnits: 'userSpaceOnUse', x1, y1, x2, y2 }, stops),
  } satisfies SvgGradient
}
