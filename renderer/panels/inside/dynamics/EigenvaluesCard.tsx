import type { InsideDynamics } from '@contract/inside/dynamics'
import { text } from '@contract/language/texts'
import { useMemo, useRef } from 'react'
import { useAppState, useSay } from '../../../app-world'
import { niceStep } from '../../../charts/axes/ticks'
import { Line } from '../../../plots/Line'
import { Plot } from '../../../plots/Plot'
import { Points } from '../../../plots/Points'
import { shownLayer } from '../../../store/selectors/inside/inside'
import { LayerChoice } from '../frame/LayerChoice'
import { useInside } from '../frame/use-inside'
import { useStepPointing } from '../frame/use-step-pointing'
import { ViewCard, type ViewTable } from '../frame/ViewCard'
import { boundOf, fateOf, isIncomplete, radiusOf } from './dynamics-words'

/** Of the plot's picture with its axes: what is between them is a square. */
export const SQUARE_HEIGHT = 312
/** States up to this size are looked into while the run trains, others at rest. */
const LIVE_SIZE = 64

const ANGLES = Array.from({ length: 97 }, (_, i) => (2 * Math.PI * i) / 96)
const CIRCLE = { x: ANGLES.map(Math.cos), y: ANGLES.map(Math.sin) }

function tableOf({ jacobian, kernel }: InsideDynamics): ViewTable {
  const rows = (['keyJacobian', 'keyKernel'] as const).flatMap((key) => {
    const { eigenvalues } = key === 'keyJacobian' ? jacobian : kernel
    return Array.from(eigenvalues?.re ?? [], (re, i) => [
      text(`dynamics.${key}`),
      re,
      eigenvalues?.im[i] ?? null,
    ])
  })
  return { columns: [text('dynamics.matrix'), text('dynamics.real'), text('dynamics.imaginary')], rows }
}

/** How the state of a layer answers to the one before it: eigenvalues, singular values and growth. */
export function EigenvaluesCard() {
  const say = useSay()
  const place = useRef<HTMLElement>(null)
  const layer = useAppState(shownLayer)
  const timeStep = useAppState((state) => state.insideStep)
  const size = useAppState(({ run }) => {
    const { hiddenUnits = 0, cell = 'gru' } = run?.config.network ?? {}
    return hiddenUnits * (cell === 'lstm' ? 2 : 1)
  })
  const known = useInside({ kind: 'dynamics', layer, timeStep }, place, size <= LIVE_SIZE ? 'live' : 'slow')
  const found = known?.found
  const told = found && 'value' in found ? found.value : null
  const fate = told && fateOf(told)
  const bound = told && boundOf(told)
  return (
    <ViewCard
      place={place}
      testId="inside-eigenvalues"
      title={say('dynamics.title')}
      summary={fate ? say(fate) : undefined}
      help={say('dynamics.help')}
      controls={<LayerChoice />}
      table={told && (() => tableOf(told))}
    >
      {found && 'problem' in found && (
        <p className="problem" role="alert">
          {say(found.problem)}
        </p>
      )}
      {told && (
        <div className="plot-and-words">
          <Plane told={told} />
          <div className="plot-words">
            <Figures told={told} />
            {bound && <p data-testid="dynamics-bound">{say(bound)}</p>}
            {isIncomplete(told) && (
              <p data-testid="dynamics-too-large">{say('dynamics.tooLarge', { size: told.size })}</p>
            )}
          </div>
        </div>
      )}
    </ViewCard>
  )
}

function Figures({ told: { kernel, jacobian, growth, timeStep } }: { readonly told: InsideDynamics }) {
  const say = useSay()
  const figures = [
    text('dynamics.jacobianFigures', {
      ...{ step: timeStep + 1, radius: radiusOf(jacobian), stretch: jacobian.stretch },
    }),
    text('dynamics.kernelFigures', { radius: radiusOf(kernel), stretch: kernel.stretch }),
    text('dynamics.growthFigure', { rate: growth }),
  ]
  return (
    <div data-testid="dynamics-figures" aria-live="polite">
      {figures.map((figure) => (
        <p key={figure.id} className="reading">
          {say(figure)}
        </p>
      ))}
    </div>
  )
}

function Plane({ told: { cell, kernel, jacobian, timeSteps } }: { readonly told: InsideDynamics }) {
  const say = useSay()
  const { onKeyDown } = useStepPointing(timeSteps)
  const end = useMemo(() => {
    const farthest = Math.max(1.1, radiusOf(kernel) ?? 0, radiusOf(jacobian) ?? 0)
    return Math.ceil((farthest * 1.08) / niceStep(farthest / 10)) * niceStep(farthest / 10)
  }, [kernel, jacobian])
  const axis = useMemo(
    () => ({ extent: { min: -end, max: end }, ...(end < 3 && { ticks: [-1, 0, 1] }) }),
    [end],
  )
  const isGated = cell === 'gru' || cell === 'lstm'
  return (
    <div className="plot-square">
      <Plot
        x={{ ...axis, name: say('dynamics.real') }}
        y={{ ...axis, name: say('dynamics.imaginary') }}
        height={SQUARE_HEIGHT}
        label={say('dynamics.picture')}
        testId="dynamics-plane"
        onKeyDown={onKeyDown}
      >
        <Line {...CIRCLE} colour="var(--ink-soft)" dashes="4 3" />
        {kernel.eigenvalues && (
          <Points x={kernel.eigenvalues.re} y={kernel.eigenvalues.im} shape="square" colour="var(--target)" />
        )}
        {jacobian.eigenvalues && (
          <Points
            x={jacobian.eigenvalues.re}
            y={jacobian.eigenvalues.im}
            shape="dot"
            size={3}
            colour="var(--prediction)"
          />
        )}
      </Plot>
      <p className="point-keys">
        <span className="of-prediction">● {say('dynamics.keyJacobian')}</span>
        <span className="of-target">□ {say(isGated ? 'dynamics.keyCandidate' : 'dynamics.keyKernel')}</span>
        <span>┄ {say('dynamics.keyCircle')}</span>
      </p>
    </div>
  )
}
