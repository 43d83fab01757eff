import type { ExperimentRun } from '@contract/experiment/experiment'
import { useAppState, useSay, useWorld } from '../../../app-world'
import { shownMeasure } from '../../../store/selectors/experiments/experiments'
import type { Measure } from '../../../store/state/experiments/experiments-state'

const MEASURES = ['validation', 'loss'] as const satisfies readonly Measure[]
const NAMES = { validation: 'seedsView.validationLoss', loss: 'seedsView.lastLoss' } as const

/** By which loss runs are compared, where they have two. */
export function MeasureSelect({ runs }: { readonly runs: readonly ExperimentRun[] }) {
  const say = useSay()
  const { store } = useWorld()
  const measure = useAppState((state) => shownMeasure(state.measure, runs))
  if (runs.every(({ validationLoss }) => validationLoss === null)) return null
  return (
    <select
      className="select small"
      aria-label={say('seedsView.measure')}
      data-testid="measure"
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
