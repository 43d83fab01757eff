import { useAppState, useSay, useWorld } from '../../app-world'
import { CloseIcon, WarningIcon } from '../icons'

/** Says which earlier runs have gone to make room. It stays until it is dismissed: they do not come back. */
export function RemovedRuns() {
  const say = useSay()
  const { store } = useWorld()
  const removed = useAppState((state) => state.removed)
  if (!removed) return null
  return (
    <div className="notice info" data-testid="removed-runs">
      <WarningIcon />
      <span className="notice-text">{say(removed)}</span>
      <button
        type="button"
        className="button quiet icon-only"
        aria-label={say('runSpace.dismiss')}
        data-testid="dismiss-removed-runs"
        onClick={() => store.getState().runsRemoved(null)}
      >
        <CloseIcon />
      </button>
    </div>
  )
}
