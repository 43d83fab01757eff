import type { KeptRun } from '@contract/run/kept-run'
import { useCallback } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { shortText } from '../../store/words/run-texts'
import { CloseIcon, UnfinishedIcon } from '../icons'
import { usePassing } from './use-passing'

/** Long enough to read it and think; after that the run is in the list of earlier runs. */
const MILLISECONDS = 20_000

/** Says that the run was not lost when another one took its place, and takes it back. */
export function SetAside() {
  const run = useAppState((state) => state.setAside)
  return run && <Offer key={run.id} run={run} />
}

function Offer({ run }: { readonly run: KeptRun }) {
  const { commands, store } = useWorld()
  const say = useSay()
  const end = useCallback(() => store.getState().dismissSetAside(), [store])
  const held = usePassing(MILLISECONDS, end)
  return (
    <div className="notice info" data-testid="set-aside" {...held}>
      <UnfinishedIcon />
      <span className="notice-text">{say('notices.setAside', { run: shortText(run) })}</span>
      <button
        type="button"
        className="button small"
        data-testid="undo-set-aside"
        onClick={() => void commands.undoSetAside()}
      >
        {say('notices.undo')}
      </button>
      <button
        type="button"
        className="button quiet icon-only"
        aria-label={say('notices.dismissSetAside')}
        data-testid="dismiss-set-aside"
        onClick={end}
      >
        <CloseIcon />
      </button>
    </div>
  )
}
