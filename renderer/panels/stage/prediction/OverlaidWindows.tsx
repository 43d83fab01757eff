import { useAppState, useSay, useWorld } from '../../../app-world'
import { shownWindows } from '../../../store/selectors/runs/overlaid'
import { OverlayKey } from '../chart/OverlayKey'

/** The runs of which a window lies over those of the present one, and of which update it is. */
export function OverlaidWindows() {
  const say = useSay()
  const { store, history } = useWorld()
  useAppState((state) => state.overlaidWindows)
  useAppState((state) => state.overlaid)
  useAppState((state) => state.runs)
  useAppState((state) => state.run)
  const shown = shownWindows(store.getState(), history)
  if (shown.length === 0) return null
  return (
    <ul
      className="overlay-legend"
      aria-label={say('runsTab.windows')}
      data-testid="overlaid-windows"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keys.
      tabIndex={0}
    >
      {shown.map(({ run, name, window: { update }, style }) => (
        <li key={run.id} className="legend-key" data-testid="overlaid-window">
          <OverlayKey style={style} />
          {say('runsTab.windowAt', { run: name, update })}
        </li>
      ))}
    </ul>
  )
}
