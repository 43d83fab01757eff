import { useMemo } from 'react'
import { useAppState, useSay } from '../../../app-world'
import { seriesRange } from '../../../charts/axes/y-range'
import { Cross } from '../../../plots/Cross'
import { Line } from '../../../plots/Line'
import { Plot } from '../../../plots/Plot'
import { ofUnit } from '../frame/of-unit'
import { ROW_NAMES } from '../frame/row-names'
import { timeStepAxis } from '../frame/time-step-axis'
import type { LayerRow } from '../frame/use-layer-row'
import { useStepPointing } from '../frame/use-step-pointing'

const HEIGHT = 120

/** What the unit that is picked holds over the window, under the window's curve and on the same axis of time. */
export function UnitTrace({ shown, unit }: { readonly shown: LayerRow; readonly unit: number }) {
  const say = useSay()
  const { states, layer, row } = shown
  const { timeSteps, units } = states
  const step = useAppState((state) => state.insideStep)
  const { pin: _, ...pointing } = useStepPointing(timeSteps)
  const values = useMemo(() => ofUnit(row.values, units, unit), [row, units, unit])
  const steps = useMemo(() => Array.from(values, (_, t) => t), [values])
  const x = useMemo(() => timeStepAxis(timeSteps, say('inside.timeStep')), [timeSteps, say])
  const name = say('states.unitNumber', { unit: unit + 1 })
  const y = useMemo(
    () => ({ extent: seriesRange(Math.min(...values), Math.max(...values)), name }),
    [values, name],
  )
  const what = say(ROW_NAMES[row.name])
  const label = say('states.trace', { what, unit: unit + 1, layer: layer + 1 })
  return (
    <>
      <p className="card-aside" data-testid="inside-trace-name">
        {label}
      </p>
      <Plot {...{ x, y, label }} height={HEIGHT} testId="inside-trace" {...pointing}>
        <Line x={steps} y={values} colour="var(--accent)" width={2} />
        <Cross x={step} />
      </Plot>
    </>
  )
}
