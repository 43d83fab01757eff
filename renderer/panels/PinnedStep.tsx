import { useAppState, useSay, useWorld } from '../app-world'

/** Says which time step is pinned in all tabs, and lets go of it; nothing while none is. */
export function PinnedStep() {
  const say = useSay()
  const { store } = useWorld()
  const step = useAppState(({ insideStep, isStepPinned }) => (isStepPinned ? insideStep : null))
  return (
    <span className="pinned-step">
      <span role="status" data-testid="pinned-step">
        {step !== null && say('inside.pinned', { step: step + 1 })}
      </span>
      {step !== null && (
        <button
          type="button"
          className="button small quiet"
          data-testid="unpin-step"
          onClick={() => store.getState().pointAtStep(null)}
        >
          {say('inside.unpin')}
        </button>
      )}
    </span>
  )
}
