import type { PartName } from '@contract/data/parts'
import { type Say, sayIn } from '@contract/language/say'
import type { RunRivals } from '@contract/run/run-scores'
import { useCallback, useMemo, useRef } from 'react'
import { useAppState, useSay, useWorld } from '../../../app-world'
import { rowsInSight } from '../../../charts/series/bands'
import { createPartChart, type PartReading, type PartView } from '../../../charts/series/part-chart'
import { rowsOfPart } from '../../../store/selectors/parts'
import { shownOutput } from '../../../store/state/shown-curves'
import { extentOfPart, spanOf } from '../../../store/state/viewport'
import { timeText } from '../../../store/words/axis-words'
import { inSixDigits } from '../../../store/words/format'
import { writeText } from '../../use-live'
import { ChartSlider } from '../chart/ChartSlider'
import { useViewChart } from '../chart/use-view-chart'
import { SHOWN_NAMES } from './PartSelect'
import { usePart } from './use-part'

function readingWords({ row, target, prediction }: PartReading, { times }: PartView, say: Say): string {
  return say('parts.reading', {
    row: row + 1,
    time: timeText(times, row),
    target: inSixDigits(target),
    prediction: inSixDigits(prediction),
  })
}

/** What is in sight, for those who cannot see it. */
function sightWords({ part, rows, span, times, told }: PartView, say: Say): string {
  if (!told) return say('parts.coming')
  const { from, to } = rowsInSight({ rows: rows.to, span })
  const first = Math.max(from, rows.from)
  return say('parts.sum', {
    part: SHOWN_NAMES[part],
    first: first + 1,
    last: to,
    from: timeText(times, first),
    to: timeText(times, to - 1),
    update: told.update,
  })
}

/** Target and prediction of a part that is not trained on, by the weights of now or of the moment that is looked at. */
export function PartBody({ part, rivals }: { readonly part: PartName; readonly rivals: RunRivals }) {
  const say = useSay()
  const world = useWorld()
  const facts = useAppState((state) => state.description?.facts)
  const output = useAppState(shownOutput)
  const mode = useAppState((state) => state.partView)
  const rows = useMemo(() => rowsOfPart(rivals, part), [rivals, part])
  const span = useMemo(() => spanOf(mode, extentOfPart(rows)), [mode, rows])
  const looked = useMemo(() => {
    const { from, to } = rowsInSight({ rows: rows.to, span })
    return { part, rows, sight: { from: Math.max(from, rows.from), to } }
  }, [part, rows, span])
  const place = useRef<HTMLDivElement>(null)
  const reading = useRef<HTMLParagraphElement>(null)
  const { told, problem } = usePart(looked, place)
  const view = useMemo<PartView>(
    () => ({
      ...{ part, rows, span, output, told },
      times: facts?.times ?? { kind: 'rows' },
      name: facts?.targets[output] ?? '',
    }),
    [part, rows, span, output, told, facts],
  )
  const newest = useRef(view)
  newest.current = view
  const make = useCallback(
    (canvas: HTMLCanvasElement, first: PartView) =>
      createPartChart(canvas, {
        world,
        view: first,
        look: (next) => world.store.getState().lookAtPart(next),
        read: (at) => {
          const { rows } = newest.current
          // When it is drawn: another language does not make another chart.
          const say = sayIn(world.store.getState().language)
          const words = at && readingWords(at, newest.current, say)
          if (reading.current) writeText(reading.current, words ?? say('charts.predictionHint'))
          canvas.setAttribute('aria-valuenow', String((at?.row ?? rows.from) + 1))
          canvas.setAttribute('aria-valuetext', words ?? sightWords(newest.current, say))
        },
      }),
    [world],
  )
  const canvas = useViewChart(make, view)
  return (
    <>
      <div className="reading-row">
        <p ref={reading} className="reading" data-testid="part-reading">
          {say('charts.predictionHint')}
        </p>
        <span data-testid="part-weights" title={say('parts.explained')}>
          {told ? say('parts.after', { update: told.update }) : say('parts.coming')}
        </span>
      </div>
      {problem && (
        <p className="problem" role="alert" data-testid="part-problem">
          {say(problem)}
        </p>
      )}
      <div ref={place} className="chart-place">
        <ChartSlider
          canvas={canvas}
          testId="part-chart"
          label={say('parts.picture', { part: SHOWN_NAMES[part] })}
          keys={say('parts.keys')}
          kind="navigable"
          value={rows.from + 1}
          min={rows.from + 1}
          max={rows.to}
        />
      </div>
    </>
  )
}
