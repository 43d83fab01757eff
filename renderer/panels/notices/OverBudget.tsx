import { bytesOf } from '@contract/run/run-budget'
import { useAppState, useSay, useWorld } from '../../app-world'
import { tellsOverBudget } from '../../store/selectors/run-selectors'
import { CloseIcon, WarningIcon } from '../icons'

/** Says that runs take more than they may, and leads to where a person chooses what may go. Nothing goes by itself. */
export function OverBudget() {
  const say = useSay()
  const { commands, store } = useWorld()
  const tells = useAppState(tellsOverBudget)
  const bytes = useAppState(({ runs }) => bytesOf(runs))
  const budget = useAppState((state) => state.budget)
  if (!tells) return null
  return (
    <div className="notice info" data-testid="over-budget">
      <WarningIcon />
      <span className="notice-text">{say('runList.overBudget', { bytes, budget })}</span>
      <button
        type="button"
        className="button small"
        data-testid="choose-runs"
        aria-haspopup="dialog"
        onClick={commands.openRuns}
      >
        {say('runList.choose')}
      </button>
      <button
        type="button"
        className="button quiet icon-only"
        aria-label={say('runList.dismissOver')}
        data-testid="dismiss-over-budget"
        onClick={() => store.getState().dismissOverBudget()}
      >
        <CloseIcon />
      </button>
    </div>
  )
}
