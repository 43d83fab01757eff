import type { InsideLayer, InsideRow } from '@contract/inside/states'
import { useSay, useWorld } from '../../../app-world'
import { LayerChoice } from '../frame/LayerChoice'
import { ROW_NAMES } from '../frame/row-names'

/** Chooses a layer, where there are several, and what of its units is shown, where the cell has more than one thing. */
export function RowChoice({
  layers,
  layer,
  row,
}: {
  readonly layers: readonly InsideLayer[]
  readonly layer: number
  readonly row: InsideRow
}) {
  const say = useSay()
  const { store } = useWorld()
  const rows = layers[layer]?.rows ?? []
  return (
    <>
      <LayerChoice />
      {rows.length > 1 && (
        <select
          className="select small"
          aria-label={say('inside.row')}
          data-testid="inside-row"
          value={row}
          onChange={(event) => store.getState().showInsideRow(event.target.value as InsideRow)}
        >
          {rows.map(({ name }) => (
            <option key={name} value={name}>
              {say(ROW_NAMES[name])}
            </option>
          ))}
        </select>
      )}
    </>
  )
}
