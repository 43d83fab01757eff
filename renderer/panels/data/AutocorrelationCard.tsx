import { useCallback, useMemo, useState } from 'react'
import { useSay, useWorld } from '../../app-world'
import {
  type AutocorrelationView,
  createAutocorrelationChart,
} from '../../charts/series/autocorrelation-chart'
import { likenessText } from '../../store/words/likeness-text'
import { ExportMenu } from '../stage/chart/ExportMenu'
import { useViewChart } from '../stage/chart/use-view-chart'
import type { Described } from './use-series-picture'

function Picture({ view }: { readonly view: AutocorrelationView }) {
  const say = useSay()
  const world = useWorld()
  const make = useCallback(
    (canvas: HTMLCanvasElement, first: AutocorrelationView) =>
      createAutocorrelationChart(canvas, { world, view: first }),
    [world],
  )
  const canvas = useViewChart(make, view)
  const { target, window } = view
  return (
    <div className="chart-place">
      <canvas
        ref={canvas}
        role="img"
        aria-label={say('dataPicture.autocorrelationPicture', {
          name: target.name,
          likeness: likenessText(target, window),
        })}
        data-testid="autocorrelation-chart"
      />
    </div>
  )
}

/** How much a target is like itself later, and what of that a window sees. */
export function AutocorrelationCard({ described: { data, picture } }: { readonly described: Described }) {
  const say = useSay()
  const [chosen, choose] = useState(0)
  const target = picture.targets[chosen] ?? picture.targets[0]
  const { window, horizon } = data
  const view = useMemo(() => target && { target, window, horizon }, [target, window, horizon])
  if (!view) return null
  const { by } = view.target
  return (
    <section className="card likeness" aria-label={say('dataPicture.autocorrelation')}>
      <div className="card-head">
        <h2 className="card-title">{say('dataPicture.autocorrelation')}</h2>
        {picture.targets.length > 1 && (
          <select
            className="select small"
            data-testid="autocorrelation-target"
            aria-label={say('dataPicture.ofTarget')}
            value={picture.targets.indexOf(view.target)}
            onChange={(event) => choose(Number(event.target.value))}
          >
            {picture.targets.map(({ name }, index) => (
              <option key={name} value={index}>
                {name}
              </option>
            ))}
          </select>
        )}
        {view.target.autocorrelation && <ExportMenu label={say('dataPicture.autocorrelation')} />}
      </div>
      <p data-testid="likeness">{say(likenessText(view.target, window))}</p>
      {view.target.autocorrelation && (
        <>
          <Picture view={view} />
          <p className="card-aside">
            {say('dataPicture.by', { rows: by.to - by.from, isWhole: by.from === picture.parts.train.from })}
          </p>
          <p className="card-aside">{say('dataPicture.chance')}</p>
        </>
      )}
    </section>
  )
}
