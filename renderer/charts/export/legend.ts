import type { Text } from '@contract/language/text'
import type { DrawContext } from './draw-context'

/** A line of a legend: a mark, drawn in CSS pixels from (0, 0), and what it stands for. */
export type LegendEntry = {
  readonly label: string
  readonly width: number
  readonly height: number
  readonly draw: (ctx: DrawContext) => void
}

/** A line of a chart and what it is called. */
export type LegendLine = { readonly label: Text; readonly colour: string; readonly width: number }

const LINE_LENGTH = 20

/** The same as it is drawn, in words. */
export function entryOf({ label, colour, width }: LegendLine, say: (label: Text) => string): LegendEntry {
  return {
    label: say(label),
    ...{ width: LINE_LENGTH, height: width },
    draw: (ctx) => {
      ctx.fillStyle = colour
      ctx.fillRect(0, 0, LINE_LENGTH, width)
    },
  }
}

/** What is read of a mark's style: its four borders, its ground and how round it is. */
type MarkStyle = Pick<CSSStyleDeclaration, 'getPropertyValue'>

type Side = 'top' | 'right' | 'bottom' | 'left'
const SIDES: readonly Side[] = ['top', 'right', 'bottom', 'left']

/**
 * The keys of a legend that are seen within a card, as the style sheet draws them.
 *
 * @param view the name of the view that is saved: keys that are only another's are left out
 */
export function legendIn(card: Element, view: string): readonly LegendEntry[] {
  return [...card.querySelectorAll<HTMLElement>('.legend-key')].flatMap((key) => {
    const only = key.closest<HTMLElement>('[data-only]')?.dataset.only
    const box = key.closest('label')?.querySelector<HTMLInputElement>('input[type=checkbox]')
    const label = key.textContent?.trim() ?? ''
    if (label === '' || (only !== undefined && only !== view) || box?.checked === false) return []
    if (key.getClientRects().length === 0) return []
    const mark = key.firstElementChild
    return [{ label, ...(mark ? markOf(mark) : { width: 0, height: 0, draw: () => {} }) }]
  })
}

function markOf(mark: Element): Omit<LegendEntry, 'label'> {
  const { width, height } = mark.getBoundingClientRect()
  if (mark instanceof SVGElement) {
    const lines = [...mark.querySelectorAll('line')].map((line) => ({ line, style: getComputedStyle(line) }))
    return {
      width,
      height,
      draw: (ctx) => {
        for (const { line, style } of lines) {
          ctx.strokeStyle = style.stroke
          ctx.lineWidth = Number.parseFloat(style.strokeWidth)
          ctx.setLineDash((style.strokeDasharray.match(/[\d.]+/g) ?? []).map(Number))
          ctx.beginPath()
          ctx.moveTo(line.x1.baseVal.value, line.y1.baseVal.value)
          ctx.lineTo(line.x2.baseVal.value, line.y2.baseVal.value)
          ctx.stroke()
        }
      },
    }
  }
  return { width, height, draw: drawBox({ width, height }, getComputedStyle(mark)) }
}

/**
 * Draws a box as a style sheet does: its ground, and each border as the surface between the box's edge and its inside, so
 * that a box without an inside is the triangle that it is made for. A box that is all round is a ring.
 */
export function drawBox(size: { width: number; height: number }, style: MarkStyle): LegendEntry['draw'] {
  const { width, height } = size
  const wide = (side: Side) => Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) || 0
  const colour = (side: Side) => style.getPropertyValue(`border-${side}-color`)
  const [top, right, bottom, left] = SIDES.map(wide) as [number, number, number, number]
  const ground = style.getPropertyValue('background-color')
  const rounding = style.getPropertyValue('border-top-left-radius')
  const inside = { left, top, right: width - right, bottom: height - bottom }
  const surfaces: Readonly<Record<Side, readonly (readonly [number, number])[]>> = {
    top: [
      [0, 0],
      [width, 0],
      [inside.right, inside.top],
      [inside.left, inside.top],
    ],
    right: [
      [width, 0],
      [width, height],
      [inside.right, inside.bottom],
      [inside.right, inside.top],
    ],
    bottom: [
      [0, height],
      [width, height],
      [inside.right, inside.bottom],
      [inside.left, inside.bottom],
    ],
    left: [
      [0, 0],
      [0, height],
      [inside.left, inside.bottom],
      [inside.left, inside.top],
    ],
  }
  return (ctx) => {
    if (rounding === '50%' && top > 0) {
      ctx.strokeStyle = colour('top')
      ctx.lineWidth = top
      ctx.beginPath()
      ctx.arc(width / 2, height / 2, (width - top) / 2, 0, 2 * Math.PI)
      ctx.stroke()
      return
    }
    ctx.fillStyle = ground
    ctx.fillRect(0, 0, width, height)
    for (const side of SIDES) {
      if (wide(side) === 0) continue
      if (style.getPropertyValue(`border-${side}-style`) === 'dotted') {
        const middle = side === 'top' ? top / 2 : height - bottom / 2
        ctx.strokeStyle = colour(side)
        ctx.lineWidth = wide(side)
        ctx.lineCap = 'round'
        ctx.setLineDash([0, 2 * wide(side)])
        ctx.beginPath()
        ctx.moveTo(wide(side) / 2, middle)
        ctx.lineTo(width, middle)
        ctx.stroke()
        continue
      }
      ctx.fillStyle = colour(side)
      ctx.beginPath()
      for (const [x, y] of surfaces[side]) ctx.lineTo(x, y)
      ctx.closePath()
      ctx.fill()
    }
  }
}
