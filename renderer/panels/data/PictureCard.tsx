import { PARTS, type PartName, type PartRange } from '@contract/data/parts'
import { type Say, sayIn } from '@contract/language/say'
import { useCallback, useRef, useState } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { createSeriesChart, type SeriesReading, type SeriesView } from '../../charts/series/series-chart'
import { configInForce, dataShown } from '../../store/selectors/selectors'
import { SHOW_ALL } from '../../store/state/viewport'
import { timeText } from '../../store/words/axis-words'
import { inSixDigits } from '../../store/words/format'
import { PinnedStep } from '../PinnedStep'
import { ChartSlider } from '../stage/chart/ChartSlider'
import { ExportMenu } from '../stage/chart/ExportMenu'
import { useViewChart } from '../stage/chart/use-view-chart'
import { writeText } from '../use-live'
import { PartsLegend, PartsStrip } from './PartsStrip'
import { PictureLegend } from './PictureLegend'
import { PinnedRow, PinnedRowWords } from './PinnedRow'
import { newestRows, PresentWindow, PresentWindowWords } from './PresentWindow'
import { PART_NAMES } from './part-names'
import type { Described } from './use-series-picture'
import { MOST_COLUMNS, useSeriesView } from './use-series-view'

function partOf(row: number, parts: Readonly<Record<PartName, PartRange>>): PartName {
  return PARTS.find((part) => row < parts[part].to) ?? 'test'
}

function readingWords({ rows, values }: SeriesReading, { picture: { times }, parts }: SeriesView, say: Say) {
  return say('dataPicture.reading', {
    first: rows.from + 1,
    last: rows.to,
    from: timeText(times, rows.from),
    to: timeText(times, rows.to - 1),
    part: PART_NAMES[partOf(rows.from, parts)],
    values: values.map(({ name, least, greatest }) => ({
      name,
      least: inSixDigits(least),
      greatest: inSixDigits(greatest),
    })),
  })
}

/** Says that parts which were cut elsewhere are not those of the run. */
function CutWaits() {
  const say = useSay()
  const { trainPercent, validationPercent } = useAppState(dataShown)
  const { data } = useAppState(configInForce)
  if (data.trainPercent === trainPercent && data.validationPercent === validationPercent) return null
  return (
    <p className="cut-waits" role="status" data-testid="cut-waits">
      {say('dataPicture.cutWaits')}
    </p>
  )
}

/** The whole series over its time, its parts above it, and on it the window of the newest update. */
export function PictureCard({ described }: { readonly described: Described }) {
  const { data, picture } = described
  const say = useSay()
  const world = useWorld()
  const [chosen, choose] = useState<string | null>(null)
  const { rows, times } = picture
  const hasWindow = useAppState((state) => state.hasCurves)
  const { view, look, isWhole } = useSeriesView(described, chosen)
  const newest = useRef({ view, look, data })
  newest.current = { view, look, data }
  const place = useRef<HTMLDivElement>(null)
  const reading = useRef<HTMLParagraphElement>(null)
  const make = useCallback(
    (canvas: HTMLCanvasElement, first: SeriesView) =>
      createSeriesChart(canvas, {
        world,
        view: first,
        readRows: (rows, columns) => world.commands.describeRows(newest.current.data, rows, columns),
        window: () => newestRows(world.history),
        moves: {
          look: (mode) => newest.current.look(mode),
          letGo: () => {
            const { isStepPinned, pointAtStep } = world.store.getState()
            if (isStepPinned) pointAtStep(null)
            return isStepPinned
          },
          laidOut: ({ left, top, right, bottom }) => {
            const pixels = { left, top, wide: right - left, high: bottom - top }
            for (const [name, length] of Object.entries(pixels))
              place.current?.style.setProperty(`--${name}`, `${length}px`)
          },
          read: (at) => {
            const { view } = newest.current
            const { picture, columns } = view
            // When it is drawn: another language does not make another chart.
            const say = sayIn(world.store.getState().language)
            const words = at && readingWords(at, view, say)
            if (reading.current) writeText(reading.current, words ?? say('dataPicture.hint'))
            canvas.setAttribute('aria-valuenow', String(at ? at.rows.from + 1 : picture.rows))
            canvas.setAttribute(
              'aria-valuetext',
              words ?? say('dataPicture.sum', { rows: picture.rows, columns: columns.length }),
            )
          },
        },
      }),
    [world],
  )
  const canvas = useViewChart(make, view)
  return (
    <section
      className="card series-picture"
      aria-label={say('dataPicture.title')}
      data-testid="series-picture"
    >
      <div className="card-head">
        <h2 className="card-title">{say('dataPicture.title')}</h2>
        <PictureLegend view={view} hasWindow={hasWindow} />
        {picture.columns.length > MOST_COLUMNS && (
          <select
            className="select small"
            data-testid="shown-column"
            aria-label={say('dataPicture.column')}
            value={chosen ?? ''}
            onChange={(event) => choose(event.target.value || null)}
          >
            <option value="">{say('dataPicture.everyColumn', { count: MOST_COLUMNS })}</option>
            {picture.columns.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        )}
        <div className="card-actions">
          <button
            type="button"
            className="button small"
            data-testid="series-show-all"
            disabled={isWhole}
            onClick={() => look(SHOW_ALL)}
          >
            {say('stage.showAll')}
          </button>
          <ExportMenu label={say('dataPicture.title')} />
        </div>
      </div>
      <div className="reading-row">
        <PartsLegend parts={view.parts} />
        <PresentWindowWords times={times} />
        <PinnedRowWords times={times} />
        <PinnedStep />
      </div>
      <p ref={reading} className="reading" data-testid="series-reading">
        {say('dataPicture.hint')}
      </p>
      <div ref={place} className="series-place">
        <PartsStrip times={times} view={view} />
        <div className="chart-place">
          <ChartSlider
            canvas={canvas}
            testId="series-chart"
            label={say('dataPicture.picture')}
            keys={say('dataPicture.keys')}
            kind="navigable"
            value={rows}
            min={1}
            max={rows}
          />
          <PresentWindow described={described} span={view.span} />
          <PinnedRow rows={rows} span={view.span} />
        </div>
      </div>
      <CutWaits />
    </section>
  )
}
