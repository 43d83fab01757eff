import { text } from '@contract/language/texts'
import { useAppState, useSay, useWorld } from '../../../app-world'
import { recordedLoss } from '../../../store/selectors/moments'
import { LegendKey } from './LegendKey'

/** Shows or hides, in all charts, the run that the present one branches off from, while there is one. */
export function GhostToggle(props: { readonly of: 'losses' | 'predictions' }) {
  const say = useSay()
  const { store, ghost: curves } = useWorld()
  const ghost = useAppState((state) => state.ghost)
  const shown = useAppState((state) => state.showGhost)
  if (!ghost) return null
  const { update, last } = ghost
  const loss = text('figures.loss', { value: recordedLoss(curves, last) })
  return (
    <label className="legend-toggle" title={say('rail.ghostExplained', { update, last, loss })}>
      <input
        type="checkbox"
        data-testid={`toggle-ghost-${props.of}`}
        checked={shown}
        onChange={() => store.getState().toggleGhost()}
      />
      <LegendKey line="ghost">{say('rail.ghost')}</LegendKey>
    </label>
  )
}
