import { useEffect } from 'react'
import { useAppState, useWorld } from '../../app-world'
import { shortWords } from '../../store/run-words'
import { CloseIcon, UnfinishedIcon } from '../icons'

/** Long enough to read it and think; after that the run is in the list of earlier runs. */
const MILLISECONDS = 20_000

/** Says that the run was not lost when another one took its place, and takes it back. */
export function SetAside() {
  const { commands, store } = useWorld()
  const run = useAppState((state) => state.setAside)
  useEffect(() => {
    if (!run) return
    const timer = setTimeout(() => {
      if (store.getState().setAside === run) store.getState().dismissSetAside()
    }, MILLISECONDS)
    return () => clearTimeout(timer)
  }, [run, store])
  if (!run) return null
  return (
    <div className="notice info" data-testid="set-aside">
      <UnfinishedIcon />
      <span className="notice-text">Run set aside ({shortWords(run)}).</span>
      <button
        type="button"
        className="button small"
        data-testid="undo-set-aside"
        onClick={() => void commands.undoSetAside()}
      >
        Undo
      </button>
      <button
        type="button"
        className="button quiet icon-only"
        aria-label="Dismiss; the run stays among the earlier runs"
        data-testid="dismiss-set-aside"
        onClick={() => store.getState().dismissSetAside()}
      >
        <CloseIcon />
      </button>
    </div>
  )
}
