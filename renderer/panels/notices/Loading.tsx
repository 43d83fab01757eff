import { useAppState, useSay, useWorld } from '../../app-world'
import { UnfinishedIcon } from '../icons'

/** Says what is being loaded, once it takes longer than a moment, and calls it off. */
export function Loading() {
  const { commands } = useWorld()
  const say = useSay()
  const name = useAppState((state) => state.loading)
  return (
    name !== null && (
      <div className="notice info" data-testid="loading">
        <UnfinishedIcon />
        <span className="notice-text">{say('notices.loading', { name })}</span>
        <button
          type="button"
          className="button small"
          data-testid="cancel-load"
          onClick={() => void commands.cancelLoad()}
        >
          {say('notices.cancel')}
        </button>
      </div>
    )
  )
}
