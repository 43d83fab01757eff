import type { LineChart } from '../canvas/line-chart'
import { type Band, placeIn } from './bands'
import { rowsOfBucket, stretchesOf } from './buckets'

/** The least thickness of what is filled, in pixels: a stretch where nothing varies is a line. */
const LINE = 1.5

/** Fills what lies between the least and the greatest numbers of a column, and marks at its foot where it has none. */
export function drawColumn(
  chart: LineChart,
  band: Band,
  colours: { readonly curve: string; readonly missing: string },
) {
  const { ctx, chartArea, scales } = chart
  const { x, y } = scales
  if (!x || !y) return
  const { least, greatest, rows, inSight } = band.drawn
  const buckets = least.length
  const across = (bucket: number) => {
    const { from, to } = rowsOfBucket(bucket, buckets, rows)
    return x.getPixelForValue((from + to - 1) / 2)
  }
  const up = (value: number | undefined) => y.getPixelForValue(placeIn(band, value ?? Number.NaN))
  // With their neighbours, to which the lines lead that are cut off at the edge.
  const near = { from: Math.max(inSight.from - 1, 0), to: Math.min(inSight.to + 1, buckets) }
  ctx.save()
  ctx.beginPath()
  ctx.rect(chartArea.left, chartArea.top, chartArea.right - chartArea.left, chartArea.bottom - chartArea.top)
  ctx.clip()
  ctx.lineJoin = 'round'
  ctx.lineWidth = LINE
  ctx.strokeStyle = colours.curve
  ctx.fillStyle = colours.curve
  for (const { from, to, known } of stretchesOf(least, near)) {
    if (!known) {
      const [left, right] = [
        x.getPixelForValue(rowsOfBucket(from, buckets, rows).from - 0.5),
        x.getPixelForValue(rowsOfBucket(to - 1, buckets, rows).to - 0.5),
      ]
      ctx.fillStyle = colours.missing
      ctx.fillRect(left, y.getPixelForValue(band.bottom) - 4, Math.max(right - left, 2), 4)
      ctx.fillStyle = colours.curve
      continue
    }
    if (to - from === 1) {
      ctx.beginPath()
      ctx.arc(across(from), up(least[from]), LINE, 0, 2 * Math.PI)
      ctx.fill()
    }
    ctx.beginPath()
    for (let bucket = from; bucket < to; bucket++) ctx.lineTo(across(bucket), up(greatest[bucket]))
    for (let bucket = to - 1; bucket >= from; bucket--) ctx.lineTo(across(bucket), up(least[bucket]))
    // Where every bucket is one row both ways are the same line.
    ctx.fill()
    ctx.stroke()
  }
  ctx.restore()
}
