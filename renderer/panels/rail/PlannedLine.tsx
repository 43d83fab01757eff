import { useAppState, useSay } from '../../app-world'
import { presentParameters } from '../../store/selectors/run-selectors'
import { plannedText } from '../../store/words/settings-changes'

/** What will be changed in a run by itself, while there is something: nobody should wonder why a setting moves. */
export function PlannedLine() {
  const say = useSay()
  const planned = useAppState((state) => state.run?.planned)
  const parameters = useAppState(presentParameters)
  if (!planned || planned.length === 0) return null
  return (
    <p className="rail-planned" data-testid="rail-planned">
      {say('rail.planned', { changes: planned.map((change) => plannedText(change, parameters)) })}
    </p>
  )
}
