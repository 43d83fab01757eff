import type { PartRange } from '@contract/data/parts'
import type { SeriesPicture } from '@contract/data/series-picture'
import { useCallback, useMemo } from 'react'
import { useAppState, useWorld } from '../../app-world'
import type { History } from '../../store/curves/history'
import { configInForce } from '../../store/selectors/selectors'
import type { Span } from '../../store/state/viewport'
import { timeText } from '../../store/words/axis-words'
import { windowsBeside } from '../../store/words/windows-beside'
import { useLive, writeText } from '../use-live'
import type { Described } from './use-series-picture'

/** More windows than these are a blur. */
const MOST_BESIDE = 63

/** The rows of the targets that the newest update was about, of the first window of its batch; null before it. */
export function newestRows(history: History): PartRange | null {
  if (history.updates === 0 || history.facts.axis !== 'time-steps') return null
  const { from, to } = history.range(history.lastUpdate)
  return { from: history.placeAt(from), to: history.placeAt(to - 1) + 1 }
}

/**
 * The window of the newest update over the picture, and faintly those beside it in its batch where it is known where they
 * stand. They move by themselves: nothing is drawn again for them.
 */
export function PresentWindow(props: { readonly described: Described; readonly span: Span }) {
  const { data, picture } = props.described
  const { min, max } = props.span
  const inSight = max - min
  const { history } = useWorld()
  const config = useAppState(configInForce)
  const { rows } = picture
  const beside = useMemo(() => {
    // Of settings that wait for Reset the run knows nothing.
    const isOfRun = JSON.stringify(data) === JSON.stringify(config.data)
    return isOfRun ? windowsBeside(config, picture).slice(0, MOST_BESIDE) : []
  }, [data, config, picture])
  const mark = useLive<HTMLDivElement>(
    useCallback(
      (element) => {
        const window = newestRows(history)
        element.hidden = window === null || window.from >= rows
        if (!window) return
        element.style.setProperty('--start', String((window.from - 0.5 - min) / inSight))
        element.style.setProperty('--share', String((window.to - window.from) / inSight))
      },
      [history, rows, min, inSight],
    ),
  )
  return (
    <div className="present-place">
      <div ref={mark} className="present-windows" data-testid="present-window">
        <div className="present-window" />
        {beside.map((later) => (
          <div
            key={later}
            className="present-window beside"
            style={{ left: `${(later / inSight) * 100}%` }}
          />
        ))}
      </div>
    </div>
  )
}

/** Which window that is, in words. */
export function PresentWindowWords({ times }: Pick<SeriesPicture, 'times'>) {
  const { history } = useWorld()
  const words = useLive<HTMLSpanElement>(
    useCallback(
      (element, state, say) => {
        const window = newestRows(history)
        if (!window) return writeText(element, '')
        const { from, to } = window
        writeText(
          element,
          say('dataPicture.presentWindow', {
            update: history.lastUpdate,
            others: configInForce(state).training.batch - 1,
            first: from + 1,
            last: to,
            from: timeText(times, from),
            to: timeText(times, to - 1),
          }),
        )
      },
      [history, times],
    ),
  )
  return <span ref={words} className="card-aside" data-testid="present-rows" />
}
