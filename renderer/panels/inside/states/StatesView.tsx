import type { InsideLayer, InsideRow, InsideStates } from '@contract/inside/states'
import { text } from '@contract/language/texts'
import { useMemo, useRef } from 'react'
import { useAppState, useSay, useWorld } from '../../../app-world'
import { countTicks } from '../../../charts/axes/ticks'
import { Cross } from '../../../plots/Cross'
import { Heat } from '../../../plots/Heat'
import { Plot } from '../../../plots/Plot'
import { DIVERGING } from '../../../plots/palette'
import { shownLayer } from '../../../store/selectors/inside/inside'
import { timeStepAxis } from '../frame/time-step-axis'
import { useInside } from '../frame/use-inside'
import { useStepPointing } from '../frame/use-step-pointing'
import { ViewCard, type ViewTable } from '../frame/ViewCard'
import { ROW_NAMES, RowChoice } from './RowChoice'

const HEIGHT = { least: 200, perUnit: 10, most: 460 }

/** What is shown of a layer: the row that was chosen, or its hidden states where the cell has no such row. */
function shownRow({ rows }: InsideLayer, wanted: InsideRow) {
  return rows.find(({ name }) => name === wanted) ?? rows[0]
}

/** [time step, hidden] as [hidden, time step]. */
function byUnit(values: Float32Array, units: number): Float32Array {
  const timeSteps = values.length / units
  return Float32Array.from(
    { length: values.length },
    (_, i) => values[(i % timeSteps) * units + Math.floor(i / timeSteps)] as number,
  )
}

function tableOf(values: Float32Array, units: number): ViewTable {
  const rows = Array.from({ length: values.length / units }, (_, t) => [
    t + 1,
    ...values.subarray(t * units, (t + 1) * units),
  ])
  return {
    columns: [text('inside.timeStep'), ...Array.from({ length: units }, (_, unit) => `${unit + 1}`)],
    rows,
  }
}

/** What the units of a layer hold at each time step of the window, as colours. */
export function StatesView() {
  const say = useSay()
  const place = useRef<HTMLElement>(null)
  const known = useInside({ kind: 'states' }, place)
  const wanted = useAppState((state) => state.insideRow)
  const layer = useAppState(shownLayer)
  const states = known && 'value' in known.found ? known.found.value : null
  const row = states?.layers[layer] && shownRow(states.layers[layer], wanted)
  return (
    <ViewCard
      place={place}
      testId="inside-states"
      title={say('inside.statesTitle')}
      help={say('inside.statesHelp')}
      controls={states && row && <RowChoice layers={states.layers} layer={layer} row={row.name} />}
      table={states && row ? () => tableOf(row.values, states.units) : null}
    >
      {states && row && <Heatmap states={states} name={row.name} values={row.values} />}
    </ViewCard>
  )
}

function Heatmap({
  states: { units, timeSteps },
  name,
  values,
}: {
  readonly states: InsideStates
  readonly name: InsideRow
  readonly values: Float32Array
}) {
  const say = useSay()
  const { store } = useWorld()
  const step = useAppState((state) => state.insideStep)
  const unit = useAppState((state) => state.insideUnit)
  const cells = useMemo(() => byUnit(values, units), [values, units])
  const reach = useMemo(() => {
    const most = cells.reduce((so, value) => Math.max(so, Math.abs(value)), 0)
    const end = Math.max(1, most)
    return { min: -end, max: end }
  }, [cells])
  const x = useMemo(() => timeStepAxis(timeSteps, say('inside.timeStep')), [timeSteps, say])
  const up = useMemo(() => ({ min: 0.5, max: units + 0.5 }), [units])
  const y = useMemo(
    () => ({
      extent: up,
      name: say('inside.unit'),
      // The first unit is at the top.
      ticks: countTicks(1, units, 8).map((unit) => units + 1 - unit),
      write: (value: number) => String(units + 1 - Math.round(value)),
    }),
    [up, units, say],
  )
  const pointing = useStepPointing(timeSteps)
  const pick = (at: { readonly y: number }) => {
    const pressed = units - Math.round(at.y)
    store.getState().pickUnit(pressed === unit ? null : pressed)
  }
  const height = Math.min(HEIGHT.most, Math.max(HEIGHT.least, HEIGHT.perUnit * units))
  return (
    <Plot
      {...{ x, y, height }}
      label={say('inside.statesPicture', { what: say(ROW_NAMES[name]), units, steps: timeSteps })}
      testId="inside-heat"
      {...pointing}
      onPress={pick}
    >
      <Heat
        values={cells}
        rows={units}
        columns={timeSteps}
        reach={reach}
        palette={DIVERGING}
        across={x.extent}
        up={up}
      />
      <Cross x={step} y={unit === null ? null : units - unit} />
    </Plot>
  )
}
