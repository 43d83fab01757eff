import { useAppState, useSay, useWorld } from '../../../app-world'
import type { History } from '../../../store/curves/history'
import { canTrain, isSeriesRun } from '../../../store/selectors/selectors'
import type { AppState } from '../../../store/state/app-state'

const STEPS = 50

/** The last row of the marked window; without a mark that of the training part, or of the newest window. */
function originOf({ marked, rivals }: AppState, history: History): number {
  if (marked !== null) {
    const { from, to } = history.range(marked)
    if (to > from) return history.placeAt(to - 1)
  }
  return rivals ? rivals.rows.train.to - 1 : Math.max(0, history.placeAt(Math.max(0, history.points - 1)))
}

/** Has a series forecast in closed loop; the lesson's curve has none. */
export function ForecastButton() {
  const say = useSay()
  const { commands, store, history } = useWorld()
  const isSeries = useAppState(isSeriesRun)
  const enabled = useAppState(canTrain)
  if (!isSeries) return null
  const ask = () => {
    const state = store.getState()
    const from = { origin: originOf(state, history), steps: STEPS }
    state.forecastMoved({ kind: 'open', from, busy: false, made: null, problem: null })
    void commands.forecastFrom(from)
  }
  return (
    <button
      type="button"
      className="button small"
      data-testid="forecast"
      title={say('forecast.askExplained')}
      disabled={!enabled}
      onClick={ask}
    >
      {say('forecast.ask')}
    </button>
  )
}
