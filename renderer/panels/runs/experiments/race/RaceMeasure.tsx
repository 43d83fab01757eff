import { useSay, useWorld } from '../../../../app-world'
import type { Lane } from '../../../../store/selectors/experiments/race/lane-clock'
import { canRankByValidation } from '../../../../store/selectors/experiments/race/ranking'
import type { Measure } from '../../../../store/state/experiments/experiments-state'

const MEASURES = ['validation', 'loss'] as const satisfies readonly Measure[]
const NAMES = { validation: 'race.validationLoss', loss: 'race.loss' } as const

/** By which loss lanes are ranked, where all of them have two. */
export function RaceMeasure({
  lanes,
  measure,
}: {
  readonly lanes: readonly Lane[]
  readonly measure: Measure
}) {
  const say = useSay()
  const { store } = useWorld()
  if (!canRankByValidation(lanes)) return null
  return (
    <select
      className="select small"
      aria-label={say('race.rankBy')}
      data-testid="race-measure"
      value={measure}
      onChange={(event) => {
        const chosen = MEASURES.find((each) => each === event.target.value)
        if (chosen) store.getState().measureBy(chosen)
      }}
    >
      {MEASURES.map((each) => (
        <option key={each} value={each}>
          {say(NAMES[each])}
        </option>
      ))}
    </select>
  )
}
