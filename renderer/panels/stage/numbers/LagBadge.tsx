import { useAppState, useSay } from '../../../app-world'
import type { AppState } from '../../../store/state/app-state'
import { shownOutput } from '../../../store/state/shown-curves'

/** Parts in the order in which what is true of them is worth knowing. */
const JUDGED_FIRST = ['validation', 'test', 'train'] as const

function lagOf(state: AppState) {
  const parts = state.scores?.outputs[shownOutput(state)]?.parts
  const judged = JUDGED_FIRST.map((part) => parts?.[part]?.lag ?? null).find((lag) => lag !== null)
  return judged?.delayed ? judged : null
}

/** Warns of predictions that only repeat what was seen: their errors may look small. */
export function LagBadge() {
  const say = useSay()
  const lag = useAppState(lagOf)
  if (!lag) return null
  const { best: steps, correlation, correlationInTime: inTime } = lag
  return (
    <span
      className="lag-badge"
      data-testid="lag-badge"
      title={say('numbers.repeatsExplained', { steps, correlation, inTime })}
    >
      {say('numbers.repeats', { steps })}
    </span>
  )
}
