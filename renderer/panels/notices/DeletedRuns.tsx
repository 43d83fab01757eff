import { text } from '@contract/language/texts'
import type { ListedRun } from '@contract/run/kept-run'
import { useCallback } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { titleText } from '../../store/words/run-texts'
import { CloseIcon, DoneIcon } from '../icons'
import { usePassing } from './use-passing'

/** Long enough to read it and think; after that what was deleted is gone for good. */
const MILLISECONDS = 20_000

/** Says which runs were deleted, and has them back. */
export function DeletedRuns() {
  const deleted = useAppState((state) => state.deleted)
  return deleted.length > 0 && <Offer key={deleted.map(({ id }) => id).join()} deleted={deleted} />
}

function Offer({ deleted }: { readonly deleted: readonly ListedRun[] }) {
  const { commands } = useWorld()
  const say = useSay()
  const end = useCallback(() => void commands.dismissDeleted(), [commands])
  const held = usePassing(MILLISECONDS, end)
  return (
    <div className="notice info" data-testid="deleted-runs" {...held}>
      <DoneIcon />
      <span className="notice-text">{say(text('runList.deleted', { runs: deleted.map(titleText) }))}</span>
      <button
        type="button"
        className="button small"
        data-testid="undo-delete"
        onClick={() => void commands.undoDelete()}
      >
        {say('runList.undo')}
      </button>
      <button
        type="button"
        className="button quiet icon-only"
        aria-label={say('runList.dismissDeleted')}
        data-testid="dismiss-deleted"
        onClick={end}
      >
        <CloseIcon />
      </button>
    </div>
  )
}
