import type { LineChart } from '../canvas/line-chart'

/** Pixels from one name to the next, at least. */
const NAME_HEIGHT = 13
/** From the end of a line to its name. */
export const NAME_GAP = 5

/** Writes names beside each other's ends, moved apart where they would lie on each other. */
export function drawNames(
  { ctx, chartArea }: LineChart,
  names: readonly { words: string; at: number; height: number; colour: string }[],
  ground: string,
  font: string,
) {
  const sorted = names.toSorted((a, b) => a.height - b.height)
  const room = chartArea.bottom - NAME_HEIGHT / 2 - (sorted.length - 1) * NAME_HEIGHT
  let next = chartArea.top + NAME_HEIGHT / 2
  ctx.save()
  ctx.font = `600 11px ${font}`
  ctx.textBaseline = 'middle'
  ctx.lineWidth = 3
  ctx.lineJoin = 'round'
  for (const [i, { words, at, height, colour }] of sorted.entries()) {
    const place = Math.max(next, Math.min(height, room + i * NAME_HEIGHT))
    next = place + NAME_HEIGHT
    const left = Math.min(at + NAME_GAP, chartArea.right - ctx.measureText(words).width - 2)
    // Curves may run through the words: their ground shines through.
    ctx.strokeStyle = ground
    ctx.strokeText(words, left, place)
    ctx.fillStyle = colour
    ctx.fillText(words, left, place)
  }
  ctx.restore()
}
