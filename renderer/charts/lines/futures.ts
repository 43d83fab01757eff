import type { FutureLine } from '../../store/selectors/future-lines'
import type { LineChart } from '../canvas/line-chart'
import { type Theme, translucent } from '../canvas/theme'
import { drawNames, NAME_GAP } from './end-names'

/** What is not the present choice, with pixels of line and gap in turn. */
const OTHERS = [
  { colour: 'input', dash: [2, 3] },
  { colour: 'norm', dash: [8, 4] },
  { colour: 'inkSoft', dash: [8, 3, 2, 3] },
] as const
const OPACITY = 0.75

/** The last place of some lines; null where there are none. */
export function endOfFutures(lines: readonly FutureLine[]): number | null {
  const ends = lines.flatMap(({ points }) => points.at(-1)?.x ?? [])
  return ends.length === 0 ? null : Math.max(...ends)
}

/** Pixels that the names take behind the end of the lines. */
export function roomForNames({ ctx }: LineChart, lines: readonly FutureLine[], { font }: Theme): number {
  ctx.font = `600 11px ${font}`
  return Math.max(0, ...lines.map(({ name }) => ctx.measureText(name).width + NAME_GAP + 2))
}

/**
 * The numbers of some lines up to a place, as far as they are not many times those that an axis has anyway: what is more
 * leaves the picture.
 *
 * @param most of an axis that may be, as a distance from 0
 */
export function valuesOfFutures(lines: readonly FutureLine[], most: number, to: number): number[] {
  return lines.flatMap(({ points }) =>
    points.filter(({ x, y }) => x <= to && Math.abs(y) <= most).map(({ y }) => y),
  )
}

/** Draws the lines, faint, each with its name at its last point that is in the picture. */
export function drawFutures(
  chart: LineChart,
  lines: readonly FutureLine[],
  presentColour: string,
  theme: Theme,
) {
  const { ctx, chartArea, scales } = chart
  const { x, y } = scales
  if (lines.length === 0 || !x || !y) return
  let others = 0
  const names: { words: string; at: number; height: number; colour: string }[] = []
  ctx.save()
  ctx.beginPath()
  ctx.rect(
    chartArea.left,
    chartArea.top - 1,
    chartArea.right - chartArea.left,
    chartArea.bottom - chartArea.top + 2,
  )
  ctx.clip()
  for (const { points, name, isPresent } of lines) {
    const other = isPresent ? null : OTHERS[others++ % OTHERS.length]
    const colour = other ? theme[other.colour] : presentColour
    ctx.strokeStyle = translucent(colour, OPACITY)
    ctx.lineWidth = 1.75
    ctx.setLineDash(other ? [...other.dash] : [])
    ctx.beginPath()
    let isGap = true
    for (const point of points) {
      if (!Number.isFinite(point.y)) isGap = true
      else {
        const at = [x.getPixelForValue(point.x), y.getPixelForValue(point.y)] as const
        if (isGap) ctx.moveTo(...at)
        else ctx.lineTo(...at)
        isGap = false
      }
    }
    ctx.stroke()
    const last = points.findLast((point) => Number.isFinite(point.y) && point.x <= x.max)
    if (last)
      names.push({
        words: name,
        at: x.getPixelForValue(last.x),
        height: y.getPixelForValue(last.y),
        colour,
      })
  }
  ctx.restore()
  drawNames(chart, names, theme.surface, theme.font)
}
