import type { PartRange } from '@contract/data/parts'
import { MAX_NEAR_BUCKETS, type NearPicture, type SeriesPicture } from '@contract/data/series-picture'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { LineChart } from '../canvas/line-chart'
import { translucent } from '../canvas/theme'
import { chartPicture } from '../export/chart-picture'
import type { DrawContext } from '../export/draw-context'
import type { Exportable } from '../export/exportable'
import { fitsTable, type ViewTable } from '../export/view-table'
import { rowColumnCount, rowColumns, rowsBetween } from './places'

/** Pixels that a window is wide at least. */
const LEAST_WINDOW = 3

/** Asks for some rows of a series; of so few as have a bucket each they are told one by one. */
export type ReadRows = (
  rows: PartRange,
  columns: readonly string[],
) => Promise<{ readonly value: NearPicture } | { readonly problem: Text }>

/** What the chart of a series shows. */
export type SeriesShown = {
  readonly picture: Pick<SeriesPicture, 'times'>
  readonly columns: readonly { readonly name: string }[]
  /** Rows that are in sight. */
  readonly sight: PartRange
  /** Rows that the newest update has seen, which are marked over the chart; null where none are. */
  readonly window: PartRange | null
  readonly ink: string
}

/** The chart of a series as it can be saved. */
export function seriesExport(chart: LineChart, shown: SeriesShown, readRows: ReadRows): Exportable {
  const picture = chartPicture(chart)
  return {
    name: 'series',
    title: text('dataPicture.title'),
    update: null,
    picture: {
      ...picture,
      draw: (ctx) => {
        picture.draw(ctx)
        if (shown.window) markWindow(ctx, chart, shown.window, shown.ink)
      },
    },
    table: () => seriesTable(shown, readRows),
  }
}

/** The page has the window over the chart, where it moves without a drawing: in a picture it is drawn as it looks there. */
function markWindow(
  ctx: DrawContext,
  { chartArea, scales }: LineChart,
  { from, to }: PartRange,
  ink: string,
) {
  const { left, right, top, bottom } = chartArea
  const at = (row: number) => scales.x?.getPixelForValue(row - 0.5) ?? left
  const [begin, end] = [at(from), Math.max(at(to), at(from) + LEAST_WINDOW)]
  ctx.save()
  ctx.beginPath()
  ctx.rect(left, top, right - left, bottom - top)
  ctx.clip()
  ctx.fillStyle = translucent(ink, 0.22)
  ctx.fillRect(begin, top, end - begin, bottom - top)
  ctx.strokeStyle = ink
  ctx.lineWidth = 1
  ctx.strokeRect(begin + 0.5, top + 0.5, end - begin - 1, bottom - top - 1)
  ctx.restore()
}

/**
 * A row for every row in sight, with the numbers of the columns that are drawn: not the extremes of many rows that the page
 * has for the picture, but each row by itself, which is asked for piece by piece.
 */
export async function seriesTable(
  { picture: { times }, columns, sight }: Pick<SeriesShown, 'picture' | 'columns' | 'sight'>,
  readRows: ReadRows,
): Promise<Result<ViewTable>> {
  const rows = sight.to - sight.from
  const fits = fitsTable(rows, columns.length + rowColumnCount(times))
  if (!fits.ok) return fits
  const names = columns.map(({ name }) => name)
  const values = names.map(() => new Float64Array(rows).fill(Number.NaN))
  for (let from = sight.from; from < sight.to; from += MAX_NEAR_BUCKETS) {
    const to = Math.min(from + MAX_NEAR_BUCKETS, sight.to)
    const answer = await readRows({ from, to }, names)
    if ('problem' in answer) return fail('file-unreadable', answer.problem)
    for (const [index, name] of names.entries()) {
      const told = answer.value.columns.find((column) => column.name === name)
      if (answer.value.from !== from || told?.least.length !== to - from)
        return fail('file-unreadable', text('views.rowsNotRead', { first: from + 1, last: to }))
      values[index]?.set(told.least, from - sight.from)
    }
  }
  return ok({
    columns: [
      ...rowColumns(times, rowsBetween(sight.from, sight.to)),
      ...names.map((name, index) => ({ name, values: values[index] as Float64Array })),
    ],
  })
}
