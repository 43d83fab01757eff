import { text } from '@contract/language/texts'
import { useCallback } from 'react'
import { useAppState, useWorld } from '../../app-world'
import { titleText } from '../../store/words/run-texts'
import { DeletedOffer } from './DeletedOffer'

const BUTTONS = { undo: 'undo-delete', dismiss: 'dismiss-deleted' } as const

/** Says which runs were deleted, and has them back. */
export function DeletedRuns() {
  const { commands } = useWorld()
  const deleted = useAppState((state) => state.deleted)
  const end = useCallback(() => void commands.dismissDeleted(), [commands])
  if (deleted.length === 0) return null
  return (
    <DeletedOffer
      key={deleted.map(({ id }) => id).join()}
      said={text('runList.deleted', { runs: deleted.map(titleText) })}
      testId="deleted-runs"
      buttons={BUTTONS}
      undo={() => void commands.undoDelete()}
      end={end}
    />
  )
}
