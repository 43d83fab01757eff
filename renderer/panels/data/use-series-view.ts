import type { PartRange } from '@contract/data/parts'
import { partsOf } from '@contract/data/parts'
import { MAX_BUCKETS, MAX_NEAR_BUCKETS, type NearPicture } from '@contract/data/series-picture'
import type { DataConfig } from '@contract/settings/run-config'
import { useEffect, useMemo, useState } from 'react'
import { useAppState, useWorld } from '../../app-world'
import { rowsInSight } from '../../charts/series/bands'
import type { SeriesView } from '../../charts/series/series-chart'
import { dataShown } from '../../store/selectors/selectors'
import { extentOfRows, SHOW_ALL, spanOf, type ViewMode, visit } from '../../store/state/viewport'
import { newestRows } from './PresentWindow'
import type { Described } from './use-series-picture'

/** More columns than this are looked at one by one, or so many of them. */
export const MOST_COLUMNS = 4
/** Long enough for the next turn of a wheel. */
const REST_MILLISECONDS = 100
/** In sight there are at least so many buckets, or every row. */
const LEAST_BUCKETS = MAX_NEAR_BUCKETS / 4

/** Whether a near picture has all rows that are in sight, and fine enough. */
function serves({ from, to }: PartRange, sight: PartRange): boolean {
  if (from > sight.from || to < sight.to) return false
  const share = (sight.to - sight.from) / (to - from)
  return to - from <= MAX_NEAR_BUCKETS || share * MAX_NEAR_BUCKETS >= LEAST_BUCKETS
}

/** The rows in sight from near, fetched when they have rested; null where there are none yet, or the whole tells every row. */
function useNear(data: DataConfig, rows: number, names: string, sight: PartRange): NearPicture | null {
  const { commands } = useWorld()
  // The other settings of the data change nothing of its rows.
  const series = JSON.stringify([data.source, data.dataSeed])
  const asked = `${series} ${names}`
  const [made, setMade] = useState<{ readonly asked: string; readonly near: NearPicture } | null>(null)
  const { from, to } = sight
  const isNear = rows > MAX_BUCKETS && to - from < rows
  const near = isNear && made?.asked === asked ? made.near : null
  const isServed = !isNear || (near !== null && serves(near, sight))
  useEffect(() => {
    if (isServed) return
    let stale = false
    const timer = setTimeout(async () => {
      // With what lies beside them, for the next move.
      const beside = Math.ceil((to - from) / 2)
      const range = { from: Math.max(0, from - beside), to: Math.min(rows, to + beside) }
      const answer = await commands.describeRows(data, range, JSON.parse(names))
      // From afar it is still true: why there is nothing nearer the next picture of the whole will say.
      if (!stale && 'value' in answer) setMade({ asked, near: answer.value })
    }, REST_MILLISECONDS)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [commands, data, rows, names, asked, from, to, isServed])
  return near && near.from <= from && near.to >= to ? near : null
}

/**
 * What is looked at of a series, and the way to look at something else.
 *
 * @param chosen the one column to be shown; the first few without it
 */
export function useSeriesView({ data, picture }: Described, chosen: string | null) {
  const { history } = useWorld()
  const { trainPercent, validationPercent } = useAppState(dataShown)
  const [mode, setMode] = useState<ViewMode>(SHOW_ALL)
  const { rows } = picture
  const extent = useMemo(() => extentOfRows(rows), [rows])
  // Of a series that has become shorter there may be nothing there.
  const isThere = mode.kind === 'free' && mode.max <= extent.max
  const span = useMemo(() => spanOf(isThere ? mode : SHOW_ALL, extent), [isThere, mode, extent])
  const columns = useMemo(() => {
    const only = picture.columns.filter(({ name }) => name === chosen)
    return only.length > 0 ? only : picture.columns.slice(0, MOST_COLUMNS)
  }, [picture, chosen])
  const names = JSON.stringify(columns.map(({ name }) => name))
  const near = useNear(data, rows, names, rowsInSight({ rows, span }))
  const view = useMemo<SeriesView>(
    // A handle that is dragged moves at once; what follows from the parts comes a moment later.
    () => ({ picture, columns, parts: partsOf(rows, { trainPercent, validationPercent }), span, near }),
    [picture, columns, rows, trainPercent, validationPercent, span, near],
  )
  /** There is nothing to follow in a whole series: who asks for the newest window is led to it. */
  function look(next: ViewMode) {
    if (next.kind !== 'follow') return setMode(next)
    const newest = newestRows(history)
    if (newest) setMode(visit(span, { min: newest.from - 0.5, max: newest.to - 0.5 }, extent))
  }
  return { view, look, isWhole: !isThere }
}
