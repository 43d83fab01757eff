import type { ExperimentSummary } from '@contract/experiment/experiment'
import { text } from '@contract/language/texts'
import { useCallback } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { experimentText } from '../../store/words/experiment-texts'
import { CloseIcon, DoneIcon } from '../icons'
import { usePassing } from './use-passing'

/** Long enough to read it and think; after that what was deleted is gone for good. */
const MILLISECONDS = 20_000

/** Says which experiments were deleted, and has them back. */
export function DeletedExperiments() {
  const deleted = useAppState((state) => state.deletedExperiments)
  return deleted.length > 0 && <Offer key={deleted.map(({ id }) => id).join()} deleted={deleted} />
}

function Offer({ deleted }: { readonly deleted: readonly ExperimentSummary[] }) {
  const { commands } = useWorld()
  const say = useSay()
  const end = useCallback(() => void commands.dismissDeletedExperiments(), [commands])
  const held = usePassing(MILLISECONDS, end)
  return (
    <div className="notice info" data-testid="deleted-experiments" {...held}>
      <DoneIcon />
      <span className="notice-text">
        {say(text('experiments.deleted', { experiments: deleted.map(({ plan }) => experimentText(plan)) }))}
      </span>
      <button
        type="button"
        className="button small"
        data-testid="undo-delete-experiment"
        onClick={() => void commands.undoDeleteExperiments()}
      >
        {say('runList.undo')}
      </button>
      <button
        type="button"
        className="button quiet icon-only"
        aria-label={say('runList.dismissDeleted')}
        data-testid="dismiss-deleted-experiment"
        onClick={end}
      >
        <CloseIcon />
      </button>
    </div>
  )
}
