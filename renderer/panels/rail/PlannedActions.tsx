import type { PlannedChange } from '@contract/timeline/planned-changes'
import { useId } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { presentParameters } from '../../store/selectors/run-selectors'
import { canTrain } from '../../store/selectors/selectors'
import { plannedText } from '../../store/words/settings-changes'
import { RAIL_SLIDER } from './RailSlider'

/** What can be done with a change that is still to come: it alone can be cancelled, which can be undone. */
export function PlannedActions({
  change,
  done,
}: {
  readonly change: PlannedChange
  readonly done: () => void
}) {
  const say = useSay()
  const { commands } = useWorld()
  const enabled = useAppState(canTrain)
  const parameters = useAppState(presentParameters)
  const words = useId()
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault()
        done()
        // Its flag goes.
        document.getElementById(RAIL_SLIDER)?.focus()
        void commands.cancelPlanned(change)
      }}
    >
      <p id={words}>{say(plannedText(change, parameters))}</p>
      <button
        type="submit"
        className="button small"
        disabled={!enabled}
        aria-describedby={words}
        title={say('rail.cancelPlannedExplained')}
        data-testid="cancel-planned"
      >
        {say('rail.cancelPlanned')}
      </button>
    </form>
  )
}
