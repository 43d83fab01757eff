import type { InsideRow } from '@contract/inside/states'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { useAppState, useSay, useWorld } from '../../../app-world'
import { countTicks } from '../../../charts/axes/ticks'
import { ColourScale } from '../../../plots/ColourScale'
import { Cross } from '../../../plots/Cross'
import { Heat } from '../../../plots/Heat'
import { Plot } from '../../../plots/Plot'
import { DIVERGING, SEQUENTIAL } from '../../../plots/palette'
import type { UnitOrder } from '../../../store/state/inside-state'
import { formatMark, formatValue } from '../../../store/words/format'
import { inThree } from '../frame/in-three'
import { ROW_NAMES } from '../frame/row-names'
import { timeStepAxis } from '../frame/time-step-axis'
import type { LayerRow } from '../frame/use-layer-row'
import { useStepPointing } from '../frame/use-step-pointing'
import type { OrderedUnits } from './order-units'
import { FACTORS } from './saturation/saturation'

const HEIGHT = { least: 200, perUnit: 10, most: 460 }

/** [time step, hidden] as [place in the order, time step]. */
function byPlace(values: Float32Array, order: readonly number[]): Float32Array {
  const units = order.length
  const timeSteps = values.length / units
  return Float32Array.from(
    { length: values.length },
    (_, i) => values[(i % timeSteps) * units + (order[Math.floor(i / timeSteps)] as number)] as number,
  )
}

/** What the colours of a row stand for: cell states, and those of relu, may be beyond 1. */
function coloursOf(name: InsideRow, values: Float32Array) {
  if (FACTORS.some((factor) => factor === name)) return { palette: SEQUENTIAL, reach: { min: 0, max: 1 } }
  const most = values.reduce((so, value) => Math.max(so, Math.abs(value)), 1)
  return { palette: DIVERGING, reach: { min: -most, max: most } }
}

/** By what a unit has its place, in words. */
function worthOf(wanted: UnitOrder, value: number): Text {
  if (Number.isNaN(value)) return text('states.worthNone')
  const written = formatMark(Number(value.toPrecision(3)))
  switch (wanted) {
    case 'phase':
      return text('states.worthPhase', { degrees: formatMark(Math.round(value)) })
    case 'input':
      return text('states.worthInput', { value: written })
    default:
      return text('states.worthTarget', { value: written })
  }
}

type Props = {
  readonly shown: LayerRow
  readonly ordered: OrderedUnits
  readonly wanted: UnitOrder
}

/** A layer's units as coloured cells, to be gone through by pointer and by keys. */
export function Heatmap({ shown, ordered: { order, by }, wanted }: Props) {
  const { states, row } = shown
  const { units, timeSteps } = states
  const say = useSay()
  const { store } = useWorld()
  const step = useAppState((state) => state.insideStep)
  const picked = useAppState((state) => state.insideUnit)
  const [under, point] = useState<number | null>(null)
  const cells = useMemo(() => byPlace(row.values, order), [row.values, order])
  const { palette, reach } = useMemo(() => coloursOf(row.name, row.values), [row])
  const x = useMemo(() => timeStepAxis(timeSteps, say('inside.timeStep')), [timeSteps, say])
  const up = useMemo(() => ({ min: 0.5, max: units + 0.5 }), [units])
  const y = useMemo(
    () => ({
      extent: up,
      name: say('inside.unit'),
      // The first place is at the top, and has the number of the unit that stands there.
      ticks: countTicks(1, units, 8).map((place) => units + 1 - place),
      write: (value: number) => String((order[units - Math.round(value)] ?? 0) + 1),
    }),
    [up, units, order, say],
  )
  const pointing = useStepPointing(timeSteps)
  const unitAt = (height: number) => order[Math.min(units - 1, Math.max(0, units - Math.round(height)))] ?? 0

  function onKeyDown(event: KeyboardEvent) {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0 || event.ctrlKey || event.metaKey || event.altKey) return pointing.onKeyDown(event)
    event.preventDefault()
    event.stopPropagation()
    const at = picked === null ? -1 : order.indexOf(picked)
    const next = at < 0 ? (by > 0 ? 0 : units - 1) : Math.min(units - 1, Math.max(0, at + by))
    store.getState().pickUnit(order[next] ?? null)
  }

  const read = under ?? picked
  const value = read === null || step === null ? undefined : row.values[step * units + read]
  const worth = read === null ? undefined : by?.[read]
  const place = picked === null ? -1 : order.indexOf(picked)
  return (
    <>
      <div className="heat-head">
        <p className="reading" data-testid="inside-heat-reading" aria-live="polite">
          {read === null || step === null || value === undefined
            ? say('states.hint')
            : say('states.reading', { unit: read + 1, step: step + 1, value: formatValue(value, say) })}
          {read !== null && worth !== undefined && (
            <span className="heat-worth">{say(worthOf(wanted, worth))}</span>
          )}
        </p>
        <ColourScale palette={palette} ends={reach} name={say(ROW_NAMES[row.name])} write={inThree} />
      </div>
      <Plot
        {...{ x, y }}
        height={Math.min(HEIGHT.most, Math.max(HEIGHT.least, HEIGHT.perUnit * units))}
        label={say('inside.statesPicture', { what: say(ROW_NAMES[row.name]), units, steps: timeSteps })}
        testId="inside-heat"
        onPoint={(at) => {
          point(at && unitAt(at.y))
          pointing.onPoint(at)
        }}
        onKeyDown={onKeyDown}
        onPress={(at) => store.getState().pickUnit(unitAt(at.y) === picked ? null : unitAt(at.y))}
      >
        <Heat
          values={cells}
          rows={units}
          columns={timeSteps}
          reach={reach}
          palette={palette}
          across={x.extent}
          up={up}
        />
        <Cross x={step} y={place < 0 ? null : units - place} />
      </Plot>
    </>
  )
}
