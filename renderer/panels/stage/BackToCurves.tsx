import { useAppState, useSay, useWorld } from '../../app-world'

/** The button that brings the curves back. */
export const BACK_TO_CURVES = 'back-to-curves'

/** The way back, where the curves have given place to what explains them. */
export function BackToCurves() {
  const say = useSay()
  const { store } = useWorld()
  const hasCurves = useAppState((state) => state.hasCurves)
  if (!hasCurves) return null
  return (
    <div className="card-actions">
      <button
        type="button"
        id={BACK_TO_CURVES}
        className="button small"
        data-testid="back-to-curves"
        onClick={() => store.getState().explain(false)}
      >
        {say('stage.backToCurves')}
      </button>
    </div>
  )
}
