import { text } from '@contract/language/texts'
import { useAppState, useSay, useWorld } from '../../app-world'
import { valueAt } from '../../store/curves/history'
import { overlaidLoss } from '../../store/curves/overlaid/overlaid-curve'
import { atUpdate, shownOverlays } from '../../store/selectors/runs/overlaid'
import { OverlayKey } from './chart/OverlayKey'

/** The runs that lie over the present one: what each has at the update that is looked at, and how far that is from the pinned one. */
export function OverlayLegend() {
  const say = useSay()
  const { store, history } = useWorld()
  const overlaid = useAppState((state) => state.overlaid)
  useAppState((state) => state.overlaidCurves)
  useAppState((state) => state.runs)
  useAppState((state) => state.pinnedRun)
  const marked = useAppState((state) => state.marked)
  // Numbers of now are told at a rest: in training they would change with every batch.
  const rested = useAppState((state) => (state.run?.phase === 'training' ? null : state.run?.updatesDone))
  if (overlaid.length === 0) return null
  const state = store.getState()
  const update = marked ?? rested ?? null
  if (update === null) return null
  const shown = shownOverlays(state)
  const pinned = shown.find(({ run }) => run.id === state.pinnedRun)
  const isPresentPinned = state.pinnedRun !== null && state.pinnedRun === state.description?.id
  const own = isPresentPinned ? valueAt(history, history.losses, update) : Number.NaN
  const from = pinned ? overlaidLoss(pinned.curve, update) : Number.isNaN(own) ? null : own
  return (
    <ul
      className="overlay-legend"
      aria-label={say('runsTab.overlays')}
      data-testid="overlay-legend"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keys.
      tabIndex={0}
    >
      {shown.map(({ run, name, curve, style }) => {
        const { loss, endedAt: ended } = atUpdate(curve, update)
        const isCompared = from !== null && loss !== null && run.id !== state.pinnedRun
        const by = isCompared ? text('runsTab.difference', { by: loss - from }) : null
        return (
          <li key={run.id} data-testid="overlay-entry">
            <OverlayKey style={style} />
            {say('runsTab.overlayAt', {
              ...{ run: name, loss: text('figures.loss', { value: loss }), ended, update, by },
            })}
          </li>
        )
      })}
    </ul>
  )
}
