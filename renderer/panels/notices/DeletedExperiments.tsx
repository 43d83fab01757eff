import { text } from '@contract/language/texts'
import { useCallback } from 'react'
import { useAppState, useWorld } from '../../app-world'
import { experimentText } from '../../store/words/experiment-texts'
import { DeletedOffer } from './DeletedOffer'

const BUTTONS = { undo: 'undo-delete-experiment', dismiss: 'dismiss-deleted-experiment' } as const

/** Says which experiments were deleted, and has them back. */
export function DeletedExperiments() {
  const { commands } = useWorld()
  const deleted = useAppState((state) => state.deletedExperiments)
  const end = useCallback(() => void commands.dismissDeletedExperiments(), [commands])
  if (deleted.length === 0) return null
  return (
    <DeletedOffer
      key={deleted.map(({ id }) => id).join()}
      said={text('experiments.deleted', { experiments: deleted.map(({ plan }) => experimentText(plan)) })}
      testId="deleted-experiments"
      buttons={BUTTONS}
      undo={() => void commands.undoDeleteExperiments()}
      end={end}
    />
  )
}
