import { useAppState, useSay, useWorld } from '../app-world'
import { shownSequence } from '../store/selectors/inside/inside'

/** Says which time step is pinned in all tabs, and lets go of it; nothing while none is. */
export function PinnedStep() {
  const say = useSay()
  const { store } = useWorld()
  const step = useAppState(({ insideStep, isStepPinned }) => (isStepPinned ? insideStep : null))
  // The curves and the data have a place of the first sequence of a batch alone.
  const isFirst = useAppState((state) => shownSequence(state) === 0)
  return (
    <span className="pinned-step">
      <span role="status" data-testid="pinned-step">
        {step !== null && say(isFirst ? 'inside.pinned' : 'inside.pinnedHere', { step: step + 1 })}
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
