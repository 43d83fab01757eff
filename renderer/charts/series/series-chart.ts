import type { PartName, PartRange } from '@contract/data/parts'
import type { ColumnPicture, NearPicture, SeriesPicture } from '@contract/data/series-picture'
import { bringIn, extentOfRows, type Span, type ViewMode } from '../../store/state/viewport'
import { createLineChart, type LineChart, setEnds } from '../canvas/line-chart'
import type { ChartWorld, LiveChart } from '../canvas/live-chart'
import { offerExport } from '../export/exportable'
import { drawUpright } from '../lines/marks'
import { type ReadRows, seriesExport } from '../tables/series-table'
import { navigate } from '../view/navigation'
import { sayNow } from '../voice'
import { type Band, bandsOf, rowsInSight, type Shown, type ValueMark, valueMarks } from './bands'
import { bucketOfRow, rowsOfBucket } from './buckets'
import { drawColumn } from './draw-column'
import { drawNames } from './draw-names'
import { drawUnder } from './draw-under'
import { nextRow } from './row-keys'
import { type TimeMark, timeMarks } from './time-marks'

/** What is drawn of a series: the columns that are shown, and the parts as they are set, which may wait for Reset. */
export type SeriesView = {
  readonly picture: SeriesPicture
  readonly columns: readonly ColumnPicture[]
  readonly parts: Readonly<Record<PartName, PartRange>>
  /** What is looked at: row r lies from r − 0.5 to r + 0.5. */
  readonly span: Span
  /** What is looked at from nearer, where that is there; it holds all of the span. */
  readonly near: NearPicture | null
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

/** What comes of moving about in a chart. */
type SeriesChartMoves = {
  /** A person wants to look at something else; what is looked at comes with the next view. */
  readonly look: (mode: ViewMode) => void
  readonly read: (reading: SeriesReading | null) => void
  /** Escape is pressed and there is no crosshair to take away: whether it meant something. */
  readonly letGo: () => boolean
  /** Where the rows lie on the canvas, in CSS pixels from its left and its top: told at every drawing. */
  readonly laidOut: (area: ChartArea) => void
}

type SeriesChartOptions = {
  readonly world: ChartWorld
  readonly view: SeriesView
  /** Asks for rows one by one, for the table that is saved. */
  readonly readRows: ReadRows
  /** The rows that the newest update has seen, where they are marked over the chart. */
  readonly window?: () => PartRange | null
  /** Without it the chart is a picture: wheel, pointer and keys go past it. */
  readonly moves?: SeriesChartMoves
}

/** A chart of a whole series, whose view may change while it stays. */
export type SeriesChart = LiveChart & { readonly show: (view: SeriesView) => void }

/** A whole series or a stretch of it over its time, a band for each column, its parts tinted. */
export function createSeriesChart(canvas: HTMLCanvasElement, options: SeriesChartOptions): SeriesChart {
  const { world, moves, readRows, window } = options
  const { theme, scheduler } = world
  let { view } = options
  let bands: readonly Band[] = bandsOf(shown())
  let times: readonly TimeMark[] = []
  let values: readonly ValueMark[] = valueMarks(bands)
  let crossed: number | null = null

  const chart: LineChart = createLineChart(canvas, {
    datasets: [],
    theme,
    scheduler,
    xTicks: (_, __, width) => {
      times = timeMarks(view.picture.times, view.picture.rows, rowsInSight(shown()), width)
      return times.map(({ row }) => row)
    },
    xLabel: (at) => {
      const mark = times.find(({ row }) => row === at)
      return mark ? sayNow(world)(mark.label) : ''
    },
    titles: { x: timeTitle, y: () => '' },
    yTicks: () => values.map(({ place }) => place),
    yLabel: (at) => values.find(({ place }) => place === at)?.label ?? '',
    under: (chart) => {
      const { parts, near, picture } = view
      drawUnder(chart, parts, near?.gaps ?? picture.gaps.rows, bands, theme.current())
    },
    over: (chart) => {
      const { ink, inkSoft, surface, font, target, input } = theme.current()
      for (const band of bands)
        drawColumn(chart, band, {
          curve: band.column.isTarget ? target : input,
          missing: inkSoft,
        })
      drawNames(chart, bands, { ink, ground: surface, font })
      if (crossed !== null) drawUpright(chart, crossed, inkSoft)
    },
    onResize: () => drawer.request(),
  })

  function shown(): Shown {
    const { columns, picture, span, near } = view
    return { columns, rows: picture.rows, span, near }
  }

  function timeTitle(): string {
    const { times } = view.picture
    const say = sayNow(world)
    return times.kind === 'rows' ? say('dataPicture.rows') : times.name
  }

  const drawer = scheduler.addPicture(() => {
    setEnds(chart, 'x', view.span.min, view.span.max)
    setEnds(chart, 'y', 0, Math.max(1, bands.length))
    chart.update('none')
    moves?.laidOut(chart.chartArea)
    moves?.read(reading())
    return false
  })

  /** Rows that are drawn as one. */
  function stride(): number {
    const told = bands[0]?.drawn
    if (!told) return 1
    const { rows, least } = told
    return Math.max(1, Math.round((rows.to - rows.from) / Math.max(1, least.length)))
  }

  function reading(): SeriesReading | null {
    const told = bands[0]?.drawn
    if (crossed === null || !told || crossed < told.rows.from || crossed >= told.rows.to) return null
    const buckets = told.least.length
    const bucket = bucketOfRow(crossed, buckets, told.rows)
    return {
      rows: rowsOfBucket(bucket, buckets, told.rows),
      values: bands.map(({ column: { name }, drawn: { least, greatest } }) => ({
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

  const extent = () => extentOfRows(view.picture.rows)

  /** The row at a place of the axis; none beyond its ends. */
  function hover(place: number | null) {
    const { min, max } = view.span
    const { rows } = view.picture
    if (place === null || place < min || place > max) return cross(null)
    cross(Math.min(Math.max(Math.round(place), 0), rows - 1))
  }

  const endExport = offerExport(canvas, () =>
    seriesExport(
      chart,
      {
        ...view,
        sight: rowsInSight(shown()),
        window: window?.() ?? null,
        ink: theme.current().ink,
      },
      readRows,
    ),
  )
  const endNavigation =
    moves &&
    navigate(canvas, {
      span: () => view.span,
      extent,
      timeAt: (pixel) => chart.scales.x?.getValueForPixel(pixel) ?? 0,
      look: moves.look,
      hover,
      crossed: () => crossed,
      cross: (key) => {
        if (key === 'Escape' && crossed !== null) {
          cross(null)
          return true
        }
        if (key === 'Escape') return moves.letGo()
        const { from, to } = rowsInSight(shown())
        const row = nextRow(key, crossed, view.picture.rows, stride(), to - from)
        if (row === null) return false
        const there = bringIn(view.span, row, extent())
        if (there) moves.look(there)
        cross(row)
        return true
      },
    })

  return {
    request: drawer.request,
    show: (next) => {
      view = next
      bands = bandsOf(shown())
      values = valueMarks(bands)
      if (crossed !== null && crossed >= view.picture.rows) crossed = null
      drawer.request()
    },
    destroy: () => {
      endNavigation?.()
      endExport()
      drawer.remove()
      chart.destroy()
    },
  }
}
