import type { Autocorrelation } from '@contract/data/scores'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { type RefObject, useRef } from 'react'
import { useAppState, useSay } from '../../../app-world'
import { residualsExport } from '../../../charts/tables/data-tables'
import type { AppState } from '../../../store/state/app-state'
import { shownOutput } from '../../../store/state/shown-curves'
import { ExportMenu } from '../chart/ExportMenu'
import { useExportable } from '../chart/use-exportable'

const PARTS = ['validation', 'test', 'train'] as const
const WHERE = {
  validation: text('numbers.overValidation'),
  test: text('numbers.overTest'),
  train: text('numbers.overTraining'),
} as const

/** In the picture's own units: a bar and its gap, and half of its height. */
const [BAR, HALF] = [6, 30]

/** The lags beyond the first, each with its value. */
function lagsOf({ values }: Autocorrelation) {
  return [...values].slice(1).map((value, index) => ({ lag: index + 1, value }))
}

function shownResiduals(state: AppState) {
  const parts = state.scores?.outputs[shownOutput(state)]?.parts
  return PARTS.find((part) => parts?.[part]?.residuals)
}

function Bars({
  residuals,
  place,
}: {
  readonly residuals: Autocorrelation
  readonly place: RefObject<SVGSVGElement | null>
}) {
  const lags = lagsOf(residuals)
  const width = BAR * (lags.length + 1)
  const reach = 1.1 * Math.max(residuals.band, ...lags.map(({ value }) => Math.abs(value)))
  const y = (value: number) => HALF * (1 - value / reach)
  return (
    <svg
      ref={place}
      className="residual-bars"
      viewBox={`0 0 ${width} ${2 * HALF}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect
        className="residual-band"
        x={0}
        width={width}
        y={y(residuals.band)}
        height={(2 * HALF * residuals.band) / reach}
      />
      {lags.map(({ lag, value }) => (
        <rect
          key={lag}
          className={Math.abs(value) > residuals.band ? 'outside' : undefined}
          x={BAR * lag - BAR / 3}
          width={(2 * BAR) / 3}
          y={Math.min(y(value), HALF)}
          height={Math.abs(HALF - y(value))}
        />
      ))}
      <line x1={0} x2={width} y1={HALF} y2={HALF} />
    </svg>
  )
}

/** Whether what the predictions leave over could still be predicted: its autocorrelation, and the band of chance. */
export function Residuals() {
  const part = useAppState(shownResiduals)
  const output = useAppState((state) => state.scores?.outputs[shownOutput(state)])
  const update = useAppState((state) => state.scores?.update)
  const residuals = part && output?.parts[part]?.residuals
  if (!residuals || update === undefined) return null
  const title = text('numbers.residuals', { name: output.name, where: WHERE[part] })
  return <Shown {...{ name: output.name, title, update, residuals }} />
}

function Shown({
  name,
  title,
  update,
  residuals,
}: {
  readonly name: string
  readonly title: Text
  readonly update: number
  readonly residuals: Autocorrelation
}) {
  const say = useSay()
  const bars = useRef<SVGSVGElement>(null)
  useExportable(bars, () => residualsExport(bars.current, { name, title, update, ...residuals }))
  const lags = lagsOf(residuals)
  const farthest = lags.reduce((far, one) => (Math.abs(one.value) > Math.abs(far.value) ? one : far), {
    lag: 0,
    value: 0,
  })
  const outside = lags.filter(({ value }) => Math.abs(value) > residuals.band).length
  return (
    <figure className="residuals" data-testid="residuals">
      <figcaption>
        {say(title)}{' '}
        <span className="explained">
          {say('numbers.residualsSaid', { outside, lags: lags.length, band: residuals.band, ...farthest })}
        </span>
        <ExportMenu of={bars} label={say(title)} />
      </figcaption>
      <Bars residuals={residuals} place={bars} />
    </figure>
  )
}
