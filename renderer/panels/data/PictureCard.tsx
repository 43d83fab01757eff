import { PARTS, type PartName, type PartRange, partsOf } from '@contract/data/parts'
import { type Say, sayIn } from '@contract/language/say'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { createSeriesChart, type SeriesReading, type SeriesView } from '../../charts/series/series-chart'
import { configInForce, dataShown } from '../../store/selectors/selectors'
import { timeText } from '../../store/words/axis-words'
import { inSixDigits } from '../../store/words/format'
import { ChartSlider } from '../stage/chart/ChartSlider'
import { writeText } from '../use-live'
import { PartsLegend, PartsStrip } from './PartsStrip'
import { PresentWindow, PresentWindowWords } from './PresentWindow'
import { PART_NAMES } from './part-names'
import type { Described } from './use-series-picture'
import { useViewChart } from './use-view-chart'

/** More columns than this are looked at one by one, or so many of them. */
const MOST_COLUMNS = 4

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

/** What the marks of the picture mean; what is not in it is not explained. */
function Legend({ view: { columns, picture } }: { readonly view: SeriesView }) {
  const say = useSay()
  const keys = [
    ['target', say('dataPicture.targetCurve'), columns.some(({ isTarget }) => isTarget)],
    ['input', say('dataPicture.inputCurve'), columns.some(({ isTarget }) => !isTarget)],
    ['seen', say('dataPicture.seen'), true],
    ['missing', say('dataPicture.missingRows'), columns.some(({ missing }) => missing > 0)],
    ['jump', say('dataPicture.jump'), picture.gaps.count > 0],
  ] as const
  return (
    <div className="legend">
      {keys.map(
        ([kind, words, isShown]) =>
          isShown && (
            <span key={kind} className="legend-key">
              <span className={`legend-line ${kind}`} aria-hidden="true" />
              {words}
            </span>
          ),
      )}
    </div>
  )
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
  const { picture } = described
  const say = useSay()
  const world = useWorld()
  const { trainPercent, validationPercent } = useAppState(dataShown)
  const [chosen, choose] = useState<string | null>(null)
  const { rows, times } = picture
  const view = useMemo<SeriesView>(() => {
    const only = picture.columns.filter(({ name }) => name === chosen)
    return {
      picture,
      columns: only.length > 0 ? only : picture.columns.slice(0, MOST_COLUMNS),
      // A handle that is dragged moves at once; what follows from the parts comes a moment later.
      parts: partsOf(rows, { trainPercent, validationPercent }),
    }
  }, [picture, chosen, rows, trainPercent, validationPercent])
  const newest = useRef(view)
  newest.current = view
  const place = useRef<HTMLDivElement>(null)
  const reading = useRef<HTMLParagraphElement>(null)
  const make = useCallback(
    (canvas: HTMLCanvasElement, first: SeriesView) =>
      createSeriesChart(canvas, {
        world,
        view: first,
        laidOut: ({ left, top, right, bottom }) => {
          const pixels = { left, top, wide: right - left, high: bottom - top }
          for (const [name, length] of Object.entries(pixels))
            place.current?.style.setProperty(`--${name}`, `${length}px`)
        },
        read: (at) => {
          const { picture, columns } = newest.current
          // When it is drawn: another language does not make another chart.
          const say = sayIn(world.store.getState().language)
          const words = at && readingWords(at, newest.current, say)
          if (reading.current) writeText(reading.current, words ?? say('dataPicture.hint'))
          canvas.setAttribute('aria-valuenow', String(at ? at.rows.from + 1 : picture.rows))
          canvas.setAttribute(
            'aria-valuetext',
            words ?? say('dataPicture.sum', { rows: picture.rows, columns: columns.length }),
          )
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
        <Legend view={view} />
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
      </div>
      <div className="reading-row">
        <PartsLegend parts={view.parts} />
        <PresentWindowWords times={times} />
      </div>
      <p ref={reading} className="reading" data-testid="series-reading">
        {say('dataPicture.hint')}
      </p>
      <div ref={place} className="series-place">
        <PartsStrip rows={rows} times={times} parts={view.parts} />
        <div className="chart-place">
          <ChartSlider
            canvas={canvas}
            testId="series-chart"
            label={say('dataPicture.picture')}
            keys={say('dataPicture.keys')}
            kind="pressable"
            value={rows}
            min={1}
            max={rows}
          />
          <PresentWindow described={described} />
        </div>
      </div>
      <CutWaits />
    </section>
  )
}
