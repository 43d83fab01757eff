import { useAppState, useSay, useWorld } from '../../../app-world'
import { shownLayer } from '../../../store/selectors/inside/inside'

/** Chooses the layer that is shown, where there are several. */
export function LayerChoice() {
  const say = useSay()
  const { store } = useWorld()
  const layers = useAppState((state) => state.run?.config.network.layers ?? 1)
  const layer = useAppState(shownLayer)
  if (layers < 2) return null
  return (
    <select
      className="select small"
      aria-label={say('inside.layer')}
      data-testid="inside-layer"
      value={layer}
      onChange={(event) => store.getState().showInsideLayer(Number(event.target.value))}
    >
      {Array.from({ length: layers }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place
        <option key={index} value={index}>
          {say('inside.layerNumber', { layer: index + 1 })}
        </option>
      ))}
    </select>
  )
}
