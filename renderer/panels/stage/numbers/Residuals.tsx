import type { Autocorrelation } from '@contract/data/scores'
import { text } from '@contract/language/texts'
import { useAppState, useSay } from '../../../app-world'
import type { AppState } from '../../../store/state/app-state'
import { shownOutput } from '../../../store/state/shown-curves'

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

function Bars({ residuals }: { readonly residuals: Autocorrelation }) {
  const lags = lagsOf(residuals)
  const width = BAR * (lags.length + 1)
  const reach = 1.1 * Math.max(residuals.band, ...lags.map(({ value }) => Math.abs(value)))
  const y = (value: number) => HALF * (1 - value / reach)
  return (
    <svg
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
  const say = useSay()
  const part = useAppState(shownResiduals)
  const output = useAppState((state) => state.scores?.outputs[shownOutput(state)])
  const residuals = part && output?.parts[part]?.residuals
  if (!residuals) return null
  const lags = lagsOf(residuals)
  const farthest = lags.reduce((far, one) => (Math.abs(one.value) > Math.abs(far.value) ? one : far), {
    lag: 0,
    value: 0,
  })
  const outside = lags.filter(({ value }) => Math.abs(value) > residuals.band).length
  return (
    <figure className="residuals" data-testid="residuals">
      <figcaption>
        {say('numbers.residuals', { name: output.name, where: WHERE[part] })}{' '}
        <span className="explained">
          {say('numbers.residualsSaid', { outside, lags: lags.length, band: residuals.band, ...farthest })}
        </span>
      </figcaption>
      <Bars residuals={residuals} />
    </figure>
  )
}
