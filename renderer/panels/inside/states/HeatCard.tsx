import { text } from '@contract/language/texts'
import { useMemo, useRef } from 'react'
import { useAppState, useSay } from '../../../app-world'
import { type LayerRow, useLayerRow } from '../frame/use-layer-row'
import { useWindowColumns } from '../frame/use-window-columns'
import { ViewCard, type ViewTable } from '../frame/ViewCard'
import { Heatmap } from './Heatmap'
import { OrderChoice } from './OrderChoice'
import { orderUnits } from './order-units'
import { RowChoice } from './RowChoice'

/** A row a time step, a column a unit, in the order in which they are seen. */
function tableOf({ states: { units }, row: { values } }: LayerRow, order: readonly number[]): ViewTable {
  return {
    columns: [text('inside.timeStep'), ...order.map((unit) => `${unit + 1}`)],
    rows: Array.from({ length: values.length / units }, (_, t) => [
      t + 1,
      ...order.map((unit) => values[t * units + unit] as number),
    ]),
  }
}

/** What the units of a layer hold at each time step of the window, as colours. */
export function HeatCard() {
  const say = useSay()
  const place = useRef<HTMLElement>(null)
  const shown = useLayerRow(place)
  const wanted = useAppState((state) => state.insideOrder)
  const { input, output } = useWindowColumns()
  const ordered = useMemo(() => {
    if (!shown) return null
    const { states, row } = shown
    const columns = { input: states.inputs[input] ?? [], target: states.targets[output] ?? [] }
    return orderUnits(wanted, row.values, states.units, columns)
  }, [shown, wanted, input, output])
  return (
    <ViewCard
      place={place}
      testId="inside-states"
      title={say('inside.statesTitle')}
      help={say('states.help')}
      controls={
        shown && (
          <>
            <RowChoice layers={shown.states.layers} layer={shown.layer} row={shown.row.name} />
            <OrderChoice />
          </>
        )
      }
      table={shown && ordered && (() => tableOf(shown, ordered.order))}
    >
      {shown && ordered && <Heatmap shown={shown} ordered={ordered} wanted={wanted} />}
    </ViewCard>
  )
}
