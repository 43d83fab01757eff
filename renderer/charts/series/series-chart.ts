import type { PartName, PartRange } from '@contract/data/parts'
import type { ColumnPicture, SeriesPicture } from '@contract/data/series-picture'
import { createLineChart, type LineChart, setEnds } from '../canvas/line-chart'
import type { ChartWorld, LiveChart } from '../canvas/live-chart'
import { translucent } from '../canvas/theme'
import { drawBand, drawUpright } from '../lines/marks'
import { sayNow } from '../voice'
import { type Band, bandsOf, type ValueMark, valueMarks } from './bands'
import { bucketOfRow, rowsOfBucket } from './buckets'
import { drawColumn } from './draw-column'
import { drawNames } from './draw-names'
import { nextRow } from './row-keys'
import { type TimeMark, timeMarks } from './time-marks'

/** What is drawn of a series: the columns that are shown, and the parts as they are set, which may wait for Reset. */
export type SeriesView = {
  readonly picture: SeriesPicture
  readonly columns: readonly ColumnPicture[]
  readonly parts: Readonly<Record<PartName, PartRange>>
}

/** What stands under the crosshair: rows that are drawn as one, and what each column has in them (NaN: nothing). */
export type SeriesReading = {
  readonly rows: PartRange
  readonly values: readonly { readonly name: string; readonly least: number; readonly greatest: number }[]
}

/** A place on the canvas. */
export type ChartArea = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

type SeriesChartOptions = {
  readonly world: ChartWorld
  readonly view: SeriesView
  readonly read: (reading: SeriesReading | null) => void
  /** Where the rows lie on the canvas, in CSS pixels from its left and its top: told at every drawing. */
  readonly laidOut: (area: ChartArea) => void
}

/** A chart of a whole series, whose view may change while it stays. */
export type SeriesChart = LiveChart & { readonly show: (view: SeriesView) => void }

/** A whole series over its time, a band for each column, its parts tinted. Row r lies from r − 0.5 to r + 0.5. */
export function createSeriesChart(canvas: HTMLCanvasElement, options: SeriesChartOptions): SeriesChart {
  const { world, read, laidOut } = options
  const { theme, scheduler } = world
  const ending = new AbortController()
  let { view } = options
  let bands: readonly Band[] = bandsOf(view.columns)
  let times: readonly TimeMark[] = []
  let values: readonly ValueMark[] = valueMarks(bands)
  let crossed: number | null = null

  const chart: LineChart = createLineChart(canvas, {
    datasets: [],
    theme,
    xTicks: (_, __, width) => {
      times = timeMarks(view.picture.times, view.picture.rows, width)
      return times.map(({ row }) => row)
    },
    xLabel: (at) => {
      const mark = times.find(({ row }) => row === at)
      return mark ? sayNow(world)(mark.label) : ''
    },
    titles: { x: timeTitle, y: () => '' },
    yTicks: () => values.map(({ place }) => place),
    yLabel: (at) => values.find(({ place }) => place === at)?.label ?? '',
    under: drawUnder,
    over: (chart) => {
      const { ink, inkSoft, surface, font, target, input } = theme.current()
      for (const band of bands)
        drawColumn(chart, band, view.picture.rows, {
          curve: band.column.isTarget ? target : input,
          missing: inkSoft,
        })
      drawNames(chart, bands, { ink, ground: surface, font })
      if (crossed !== null) drawUpright(chart, crossed, inkSoft)
    },
    onResize: () => drawer.request(),
  })

  function timeTitle(): string {
    const { times } = view.picture
    const say = sayNow(world)
    return times.kind === 'rows' ? say('dataPicture.rows') : times.name
  }

  function drawUnder(chart: LineChart) {
    const { partTrain, partValidation, partTest, inkSoft, line } = theme.current()
    const { picture, parts } = view
    const tints = [
      [parts.train, partTrain],
      [parts.validation, partValidation],
      [parts.test, partTest],
    ] as const
    for (const [{ from, to }, tint] of tints) drawBand(chart, from - 0.5, to - 0.5, tint, 0.14)
    for (const { bottom } of bands) if (bottom > 0) drawLevel(chart, bottom, line)
    chart.ctx.save()
    chart.ctx.setLineDash([3, 3])
    for (const row of picture.gaps.rows) drawUpright(chart, row + 0.5, translucent(inkSoft, 0.7))
    chart.ctx.restore()
  }

  const drawer = scheduler.add(() => {
    setEnds(chart, 'x', -0.5, view.picture.rows - 0.5)
    setEnds(chart, 'y', 0, Math.max(1, bands.length))
    chart.update('none')
    laidOut(chart.chartArea)
    read(reading())
    return false
  })

  /** Rows that are drawn as one. */
  function stride(): number {
    const buckets = view.columns[0]?.least.length ?? view.picture.rows
    return Math.max(1, Math.round(view.picture.rows / Math.max(1, buckets)))
  }

  function reading(): SeriesReading | null {
    const { rows } = view.picture
    const buckets = view.columns[0]?.least.length ?? 0
    if (crossed === null || crossed >= rows || buckets === 0) return null
    const bucket = bucketOfRow(crossed, buckets, rows)
    return {
      rows: rowsOfBucket(bucket, buckets, rows),
      values: view.columns.map(({ name, least, greatest }) => ({
        name,
        least: least[bucket] ?? Number.NaN,
        greatest: greatest[bucket] ?? Number.NaN,
      })),
    }
  }

  function cross(row: number | null) {
    crossed = row
    drawer.request()
  }

  function point(event: PointerEvent) {
    const { left, right } = chart.chartArea
    const { rows } = view.picture
    if (event.offsetX < left || event.offsetX > right) return cross(null)
    const row = Math.round(((event.offsetX - left) / (right - left)) * rows - 0.5)
    cross(Math.min(Math.max(row, 0), rows - 1))
  }

  const { signal } = ending
  canvas.addEventListener('pointermove', point, { signal })
  canvas.addEventListener('pointerdown', point, { signal })
  canvas.addEventListener('pointerleave', () => cross(null), { signal })
  canvas.addEventListener('blur', () => cross(null), { signal })
  canvas.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Escape' && crossed !== null) return cross(null)
      const row = nextRow(event.key, crossed, view.picture.rows, stride())
      if (row === null) return
      event.preventDefault()
      cross(row)
    },
    { signal },
  )

  return {
    request: drawer.request,
    show: (next) => {
      view = next
      bands = bandsOf(view.columns)
      values = valueMarks(bands)
      if (crossed !== null && crossed >= view.picture.rows) crossed = null
      drawer.request()
    },
    destroy: () => {
      ending.abort()
      drawer.remove()
      chart.destroy()
    },
  }
}

/** A line between two bands. */
function drawLevel({ ctx, chartArea, scales }: LineChart, value: number, colour: string) {
  const at = Math.round(scales.y?.getPixelForValue(value) ?? 0) + 0.5
  ctx.save()
  ctx.strokeStyle = colour
  ctx.beginPath()
  ctx.moveTo(chartArea.left, at)
  ctx.lineTo(chartArea.right, at)
  ctx.stroke()
  ctx.restore()
}
