import { MOST_NOTES } from '@contract/project/project'
import { useRef } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { Modal } from '../Modal'

/** What a person has written about the run, over the window while it is open. */
export function NotesDialog() {
  const open = useAppState((state) => state.notesShown)
  return open ? <OpenDialog /> : null
}

function OpenDialog() {
  const say = useSay()
  const { commands } = useWorld()
  const notes = useAppState((state) => state.project?.notes ?? '')
  const field = useRef<HTMLTextAreaElement>(null)
  // However it is closed: what was typed is not to be lost.
  const close = () => void commands.closeNotes(field.current?.value ?? notes)
  return (
    <Modal name="notes" testId="notes-dialog" title={say('projects.notes')} close={close} focus="dialog">
      <div className="dialog-body">
        <p id="notes-explained" className="notes-explained">
          {say('projects.notesExplained')}
        </p>
        <textarea
          ref={field}
          className="notes-field"
          data-testid="notes"
          rows={10}
          maxLength={MOST_NOTES}
          defaultValue={notes}
          aria-labelledby="notes-title"
          aria-describedby="notes-explained"
        />
      </div>
      <div className="dialog-foot">
        <button type="button" className="button primary" data-testid="notes-close" onClick={close}>
          {say('projects.close')}
        </button>
      </div>
    </Modal>
  )
}
