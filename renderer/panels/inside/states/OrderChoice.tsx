import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { useAppState, useSay, useWorld } from '../../../app-world'
import { UNIT_ORDERS, type UnitOrder } from '../../../store/state/inside-state'

const NAMES: { readonly [Order in UnitOrder]: Text } = {
  number: text('states.orderNumber'),
  input: text('states.orderInput'),
  target: text('states.orderTarget'),
  phase: text('states.orderPhase'),
}

/** Chooses in which order the units stand. */
export function OrderChoice() {
  const say = useSay()
  const { store } = useWorld()
  const order = useAppState((state) => state.insideOrder)
  return (
    <select
      className="select small"
      aria-label={say('states.order')}
      data-testid="inside-order"
      value={order}
      onChange={(event) => store.getState().orderUnits(event.target.value as UnitOrder)}
    >
      {UNIT_ORDERS.map((name) => (
        <option key={name} value={name}>
          {say(NAMES[name])}
        </option>
      ))}
    </select>
  )
}
