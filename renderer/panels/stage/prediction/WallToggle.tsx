import { useAppState, useSay, useWorld } from '../../../app-world'
import { configInForce } from '../../../store/selectors/selectors'
import { enteringBy, WALL_SENTENCES } from '../../../store/selectors/walls'
import { LegendKey } from '../chart/LegendKey'

/** Shows what passes from a window to the next and what does not, once there are two windows. */
export function WallToggle() {
  const say = useSay()
  const { store } = useWorld()
  const shown = useAppState((state) => state.showWalls)
  const several = useAppState(({ run }) => (run?.updatesDone ?? 0) > 1)
  const sentence = useAppState((state) => WALL_SENTENCES[enteringBy(configInForce(state))])
  if (!several) return null
  return (
    <label className="legend-toggle" title={say(sentence)}>
      <input
        type="checkbox"
        data-testid="toggle-walls"
        checked={shown}
        onChange={() => store.getState().toggleWalls()}
      />
      <LegendKey line="wall">{say('stage.walls')}</LegendKey>
    </label>
  )
}

/** The same in words, while walls are shown. */
export function WallsNote() {
  const say = useSay()
  const shown = useAppState((state) => state.showWalls)
  const sentence = useAppState((state) => WALL_SENTENCES[enteringBy(configInForce(state))])
  return shown ? (
    <p className="walls-note" data-testid="walls-note">
      {say(sentence)}
    </p>
  ) : null
}
