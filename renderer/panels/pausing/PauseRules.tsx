import { useState } from 'react'
import { useAppState, useSay } from '../../app-world'
import { PauseRulesDialog } from './PauseRulesDialog'

/** Opens the conditions at which a run pauses by itself, and says how many are set. */
export function PauseRules() {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const count = useAppState((state) => state.pauseRules.length)
  const able = useAppState((state) => state.trainer.kind === 'ready')
  return (
    <>
      <button
        type="button"
        className={count > 0 ? 'button small pause-when set' : 'button small pause-when'}
        data-testid="pause-when"
        aria-haspopup="dialog"
        disabled={!able}
        onClick={() => setOpen(true)}
      >
        {say('pauseRules.button', { count })}
      </button>
      {open && <PauseRulesDialog close={() => setOpen(false)} />}
    </>
  )
}
