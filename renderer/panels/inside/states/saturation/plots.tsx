import { useMemo } from 'react'
import { useAppState, useSay, useWorld } from '../../../../app-world'
import { Dots } from '../../../../plots/Dots'
import { Plot } from '../../../../plots/Plot'
import { ROW_NAMES } from '../../frame/row-names'
import type { GateSaturation } from './saturation'

const HEIGHT = 210
/** Shares, with room for dots at the ends. */
const SHARES = { min: -0.04, max: 1.04 }
const TICKS = [0, 0.25, 0.5, 0.75, 1]

/** A dot a unit: at what share of the time steps its gate is closed, and at what share it is open. */
export function GatePlot({ gate, closed, open }: GateSaturation) {
  const say = useSay()
  const { store } = useWorld()
  const picked = useAppState((state) => state.insideUnit)
  const name = say(ROW_NAMES[gate])
  const x = useMemo(
    () => ({ extent: SHARES, ticks: TICKS, name: say('states.closedAxis', { gate: name }) }),
    [say, name],
  )
  const y = useMemo(() => ({ extent: SHARES, ticks: TICKS, name: say('states.openAxis') }), [say])
  /** The unit whose dot is nearest. */
  const nearest = (at: { readonly x: number; readonly y: number }) => {
    const far = open.map((share, unit) => (share - at.y) ** 2 + ((closed[unit] as number) - at.x) ** 2)
    return far.indexOf(Math.min(...far))
  }
  return (
    <div className="gate-plot" data-testid={`inside-saturation-${gate}`}>
      <Plot
        {...{ x, y }}
        height={HEIGHT}
        label={say('states.gatePicture', { gate: name })}
        onPress={(at) => store.getState().pickUnit(nearest(at))}
      >
        <Dots x={closed} y={open} colour="var(--accent)" opacity={0.45} picked={picked} />
      </Plot>
    </div>
  )
}

/** A dot a unit: at what share of the time steps it is at an end of tanh. */
export function SharePlot({ shares }: { readonly shares: readonly number[] }) {
  const say = useSay()
  const { store } = useWorld()
  const picked = useAppState((state) => state.insideUnit)
  const units = shares.length
  const numbers = useMemo(() => shares.map((_, unit) => unit + 1), [shares])
  const x = useMemo(
    () => ({ extent: { min: 0.5, max: units + 0.5 }, name: say('inside.unit') }),
    [units, say],
  )
  const y = useMemo(() => ({ extent: SHARES, ticks: TICKS, name: say('states.endAxis') }), [say])
  return (
    <Plot
      {...{ x, y }}
      height={HEIGHT}
      label={say('states.endPicture')}
      testId="inside-saturation-plot"
      onPress={(at) => store.getState().pickUnit(Math.min(units, Math.max(1, Math.round(at.x))) - 1)}
    >
      <Dots x={numbers} y={shares} colour="var(--accent)" opacity={0.45} picked={picked} />
    </Plot>
  )
}
