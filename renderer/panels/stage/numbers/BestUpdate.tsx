import { useAppState, useSay, useWorld } from '../../../app-world'
import { canTrain } from '../../../store/selectors/selectors'

/** The update with the lowest validation loss, and the way back to it where it is not the present one. */
export function BestUpdate() {
  const say = useSay()
  const { commands } = useWorld()
  const best = useAppState((state) => state.run?.best ?? null)
  const isPresent = useAppState(({ run, progress }) => progress.updatesDone === run?.best?.update)
  const enabled = useAppState(canTrain)
  if (!best) return null
  return (
    <span className="best-update">
      <span data-testid="best-update">{say('numbers.best', { update: best.update, loss: best.loss })}</span>
      {!isPresent && (
        <button
          type="button"
          className="button small"
          data-testid="load-best"
          title={say('numbers.goBackExplained')}
          disabled={!enabled}
          onClick={() => void commands.goBackToBest()}
        >
          {say('numbers.goBack')}
        </button>
      )}
    </span>
  )
}
