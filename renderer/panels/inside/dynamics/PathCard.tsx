import { text } from '@contract/language/texts'
import { useEffect, useMemo, useRef } from 'react'
import { useAppState, useSay, useWorld } from '../../../app-world'
import { niceStep } from '../../../charts/axes/ticks'
import { Line } from '../../../plots/Line'
import { nearest } from '../../../plots/numbers/nearest'
import { Plot } from '../../../plots/Plot'
import { Points } from '../../../plots/Points'
import { cssColour, SEQUENTIAL } from '../../../plots/palette'
import { shownLayer } from '../../../store/selectors/inside/inside'
import { keyOfPlane, onPlane, type PathOnPlane } from '../../../store/selectors/inside/plane'
import { formatValue } from '../../../store/words/format'
import { LayerChoice } from '../frame/LayerChoice'
import { useInside } from '../frame/use-inside'
import { useStepPointing } from '../frame/use-step-pointing'
import { ViewCard, type ViewTable } from '../frame/ViewCard'
import { SQUARE_HEIGHT } from './EigenvaluesCard'

function tableOf({ x, y }: PathOnPlane): ViewTable {
  const name = (number: number) => text('dynamics.componentColumn', { number })
  return {
    columns: [text('inside.timeStep'), name(1), name(2)],
    rows: Array.from(x, (value, t) => [t, value, y[t] ?? null]),
  }
}

/** The hidden states of a window in a plane that stays as it was fitted. */
export function PathCard() {
  const say = useSay()
  const { store } = useWorld()
  const place = useRef<HTMLElement>(null)
  const layer = useAppState(shownLayer)
  const known = useInside({ kind: 'plane', layer }, place)
  const runId = useAppState((state) => state.description?.id ?? '')
  const found = known?.found
  const told = found && 'value' in found ? found.value : null
  const key = told && keyOfPlane(runId, told)
  const kept = useAppState((state) => (key === null ? undefined : state.insidePlanes.get(key)))
  const fit = () => {
    if (known && told && key !== null) store.getState().keepPlane(key, { ...told, update: known.update })
  }
  useEffect(() => {
    if (known && told && key !== null && !kept)
      store.getState().keepPlane(key, { ...told, update: known.update })
  }, [known, told, key, kept, store])
  const path = useMemo(() => (told && kept ? onPlane(kept, told.states) : null), [told, kept])
  const share = path ? path.shares[0] + path.shares[1] : Number.NaN
  return (
    <ViewCard
      place={place}
      testId="inside-path"
      title={say('dynamics.pathTitle')}
      summary={
        kept && Number.isFinite(share)
          ? say('dynamics.pathSummary', { update: kept.update, share })
          : undefined
      }
      help={say('dynamics.pathHelp')}
      controls={
        <>
          <LayerChoice />
          <button type="button" className="button small" data-testid="fit-anew" onClick={fit}>
            {say('dynamics.fitAnew')}
          </button>
        </>
      }
      table={path && (() => tableOf(path))}
    >
      {found && 'problem' in found && (
        <p className="problem" role="alert">
          {say(found.problem)}
        </p>
      )}
      {path && (Number.isFinite(share) ? <Path path={path} /> : <p>{say('dynamics.pathStill')}</p>)}
    </ViewCard>
  )
}

function Path({ path: { x, y, shares } }: { readonly path: PathOnPlane }) {
  const say = useSay()
  const { store } = useWorld()
  const step = useAppState((state) => state.insideStep)
  const timeSteps = x.length - 1
  const { onKeyDown, pin } = useStepPointing(timeSteps)
  const nearestTo = (at: { readonly x: number; readonly y: number }) =>
    nearest(x.subarray(1), y.subarray(1), at)
  const axes = useMemo(() => {
    const ends = [x, y].map((values) => ({ min: Math.min(...values), max: Math.max(...values) }))
    const half = Math.max(...ends.map(({ min, max }) => max - min)) / 2 || 1
    // Both of one scale, which changes seldom while the states move.
    const reach = niceStep(half * 1.1)
    return ends.map(({ min, max }) => {
      const middle = Math.round((min + max) / 2 / (reach / 4)) * (reach / 4)
      return { min: middle - reach * 1.15, max: middle + reach * 1.15 }
    })
  }, [x, y])
  const isThere = step !== null && step < timeSteps
  const at = (index: number) => ({ x: x.subarray(index, index + 1), y: y.subarray(index, index + 1) })
  const name = (number: 1 | 2) => say('dynamics.component', { number, share: shares[number - 1] ?? 0 })
  const reading = isThere
    ? say('dynamics.pathReading', {
        step: step + 1,
        x: formatValue(x[step + 1] ?? 0, say),
        y: formatValue(y[step + 1] ?? 0, say),
      })
    : say('gradient.hint')
  return (
    <>
      <p className="reading" data-testid="path-reading" aria-live="polite">
        {reading}
      </p>
      <div className="plot-square">
        <Plot
          x={{ extent: axes[0] ?? { min: -1, max: 1 }, name: name(1) }}
          y={{ extent: axes[1] ?? { min: -1, max: 1 }, name: name(2) }}
          height={SQUARE_HEIGHT}
          label={say('dynamics.pathPicture')}
          testId="inside-path-plot"
          onKeyDown={onKeyDown}
          onPoint={(pointed) => {
            const near = pointed && nearestTo(pointed)
            if (near !== null) store.getState().passOverStep(near)
          }}
          onPress={(pressed) => {
            const near = nearestTo(pressed)
            if (near !== null) pin(near)
          }}
        >
          <Line x={x} y={y} colour="var(--ink-soft)" width={1} />
          <Points
            x={x.subarray(1)}
            y={y.subarray(1)}
            shape="dot"
            colour={(t) => cssColour(SEQUENTIAL.colourOf(timeSteps < 2 ? 1 : t / (timeSteps - 1)))}
          />
          <Points {...at(0)} shape="square" size={6} colour="var(--ink)" />
          <Points {...at(timeSteps)} shape="diamond" size={7} colour="var(--ink)" />
          {isThere && <Points {...at(step + 1)} shape="ring" size={10} colour="var(--accent)" />}
        </Plot>
      </div>
    </>
  )
}
