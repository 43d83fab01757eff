import { isWipedAt } from '@contract/timeline/settings-events'
import { useAppState, useSay, useWorld } from '../../app-world'
import { canTrain, configInForce } from '../../store/selectors/selectors'

/** Puts zeros in the place of the carried state, once; pressed again before the next update it does not after all. */
export function WipeState() {
  const say = useSay()
  const { commands } = useWorld()
  const enabled = useAppState(canTrain)
  const isCarried = useAppState((state) => configInForce(state).training.carryState)
  const hasState = useAppState(({ run }) => run !== null && run.phase !== 'ready')
  const wiped = useAppState(({ run }) => run !== null && isWipedAt(run.events, run.updatesDone + 1))
  if (!isCarried || !hasState) return null
  return (
    <button
      type="button"
      className="button small wipe-state"
      aria-pressed={wiped}
      disabled={!enabled}
      title={say(wiped ? 'settingsPanel.wipeTakenBack' : 'settingsPanel.wipeExplained')}
      data-testid="wipe-state"
      onClick={() => void commands.wipeState(!wiped)}
    >
      {say('settingsPanel.wipe')}
    </button>
  )
}
