import { partsOf } from '@contract/data/parts'
import { text } from '@contract/language/texts'
import { type ReactNode, useCallback, useMemo } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { createSeriesChart, type SeriesView } from '../../charts/series/series-chart'
import { dataShown } from '../../store/selectors/selectors'
import { extentOfRows, SHOW_ALL, spanOf } from '../../store/state/viewport'
import { PartsLegend } from '../data/PartsStrip'
import { PictureLegend } from '../data/PictureLegend'
import { SeriesCard } from '../data/SeriesCard'
import { type Described, useSeriesPicture } from '../data/use-series-picture'
import { MOST_COLUMNS } from '../data/use-series-view'
import { ExportMenu } from './chart/ExportMenu'
import { useViewChart } from './chart/use-view-chart'

/** The whole series as the Data tab draws it, to be looked at only. */
function Picture({ described: { data, picture } }: { readonly described: Described }) {
  const say = useSay()
  const world = useWorld()
  const { trainPercent, validationPercent } = useAppState(dataShown)
  const view = useMemo<SeriesView>(() => {
    const { rows } = picture
    return {
      picture,
      columns: picture.columns.slice(0, MOST_COLUMNS),
      parts: partsOf(rows, { trainPercent, validationPercent }),
      span: spanOf(SHOW_ALL, extentOfRows(rows)),
      near: null,
    }
  }, [picture, trainPercent, validationPercent])
  const make = useCallback(
    (canvas: HTMLCanvasElement, first: SeriesView) =>
      createSeriesChart(canvas, {
        world,
        view: first,
        readRows: (rows, columns) => world.commands.describeRows(data, rows, columns),
      }),
    [world, data],
  )
  const canvas = useViewChart(make, view)
  return (
    <>
      <div className="first-look-legends">
        <PictureLegend view={view} hasWindow={false} />
        <PartsLegend parts={view.parts} />
        <ExportMenu label={say('dataPicture.title')} />
      </div>
      <div className="chart-place">
        <canvas ref={canvas} role="img" aria-label={say('dataPicture.picture')} data-testid="first-look" />
      </div>
    </>
  )
}

/**
 * The series before the first update: a picture of it with its parts, and what it is in words.
 *
 * @param children beside the title
 */
export function FirstLook({ children }: { readonly children: ReactNode }) {
  const say = useSay()
  const { described, problem } = useSeriesPicture()
  const note = problem ?? (described ? null : text('dataPicture.coming'))
  return (
    <SeriesCard
      described={described}
      picture={
        <div className="first-look">
          {note && <p className={problem ? 'data-problem' : 'card-note'}>{say(note)}</p>}
          {described && <Picture described={described} />}
        </div>
      }
    >
      {children}
    </SeriesCard>
  )
}
