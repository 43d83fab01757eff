import { useCallback } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { presentParameters } from '../../store/selectors/run-selectors'
import type { CancelledChange as Cancelled } from '../../store/state/timeline-state'
import { plannedText } from '../../store/words/settings-changes'
import { CloseIcon, UnfinishedIcon } from '../icons'
import { usePassing } from './use-passing'

/** Long enough to read it and think. */
const MILLISECONDS = 20_000

/** Says which change a run is not to make any more, and takes that back, while the run is there. */
export function CancelledChange() {
  const cancelled = useAppState(({ cancelled, description }) =>
    cancelled && cancelled.runId === description?.id ? cancelled : null,
  )
  return cancelled && <Offer key={`${cancelled.runId} ${cancelled.change.update}`} cancelled={cancelled} />
}

function Offer({ cancelled }: { readonly cancelled: Cancelled }) {
  const { commands, store } = useWorld()
  const say = useSay()
  const parameters = useAppState(presentParameters)
  const end = useCallback(() => store.getState().plannedCancelled(null), [store])
  const held = usePassing(MILLISECONDS, end)
  return (
    <div className="notice info" data-testid="cancelled-change" {...held}>
      <UnfinishedIcon />
      <span className="notice-text">
        {say('rail.cancelled', { change: plannedText(cancelled.change, parameters) })}
      </span>
      <button
        type="button"
        className="button small"
        data-testid="undo-cancel"
        onClick={() => void commands.undoCancel()}
      >
        {say('notices.undo')}
      </button>
      <button
        type="button"
        className="button quiet icon-only"
        aria-label={say('rail.dismissCancelled')}
        data-testid="dismiss-cancelled"
        onClick={end}
      >
        <CloseIcon />
      </button>
    </div>
  )
}
