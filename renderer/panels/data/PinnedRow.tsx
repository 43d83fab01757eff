import type { SeriesPicture } from '@contract/data/series-picture'
import { useCallback } from 'react'
import { useWorld } from '../../app-world'
import type { History } from '../../store/curves/history'
import { pinnedPoint } from '../../store/selectors/inside/pinned'
import type { AppState } from '../../store/state/app-state'
import type { Span } from '../../store/state/viewport'
import { timeText } from '../../store/words/axis-words'
import { useLive, writeText } from '../use-live'

/** The row of the time step that is pinned; null where there is none. */
function pinnedRow(state: AppState, history: History): number | null {
  const point = pinnedPoint(state, history)
  return point === null || history.facts.axis !== 'time-steps' ? null : history.placeAt(point)
}

/** A line over the picture at the time step that is pinned. */
export function PinnedRow({ rows, span: { min, max } }: { readonly rows: number; readonly span: Span }) {
  const { history } = useWorld()
  const mark = useLive<HTMLDivElement>(
    useCallback(
      (element, state) => {
        const row = pinnedRow(state, history)
        element.hidden = row === null || row >= rows || row < min || row > max
        if (row !== null) element.style.setProperty('--start', String((row - min) / (max - min)))
      },
      [history, rows, min, max],
    ),
  )
  return (
    <div className="present-place">
      <div ref={mark} className="pinned-row" data-testid="pinned-row" />
    </div>
  )
}

/** Which row that is, in words. */
export function PinnedRowWords({ times }: Pick<SeriesPicture, 'times'>) {
  const { history } = useWorld()
  const words = useLive<HTMLSpanElement>(
    useCallback(
      (element, state, say) => {
        const row = pinnedRow(state, history)
        const said =
          row === null ? '' : say('dataPicture.pinnedRow', { row: row + 1, time: timeText(times, row) })
        writeText(element, said)
      },
      [history, times],
    ),
  )
  return <span ref={words} data-testid="pinned-row-words" />
}
