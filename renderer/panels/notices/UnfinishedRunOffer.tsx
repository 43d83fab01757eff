import type { UnfinishedRun } from '@contract/run/unfinished-run'
import { useAppState, useWorld } from '../../app-world'
import { formatCount, formatMoment } from '../../store/format'
import { PlayIcon, UnfinishedIcon } from '../icons'

/** Which run it was, and where it stopped. */
export function unfinishedWords({ network, updatesDone, goal, stoppedAt }: UnfinishedRun): string {
  const place = `update ${formatCount(updatesDone)} of ${formatCount(goal)}`
  return `A run of ${network} stopped at ${place} on ${formatMoment(stoppedAt)}.`
}

/** A banner that offers to go on with what an earlier start left unfinished; it stays until it is answered. */
export function UnfinishedRunOffer() {
  const { commands } = useWorld()
  const unfinished = useAppState((state) => state.unfinished)
  const able = useAppState((state) => state.trainer.kind === 'ready')
  return (
    <div role="status">
      {unfinished && (
        <div className="banner offer" data-testid="unfinished-run">
          <UnfinishedIcon />
          <p>{unfinishedWords(unfinished)}</p>
          <button
            type="button"
            className="button"
            data-testid="discard-unfinished"
            title="Removes what is kept of that run"
            onClick={() => void commands.discardUnfinished()}
          >
            Discard
          </button>
          <button
            type="button"
            className="button primary"
            data-testid="go-on-unfinished"
            title="Takes the place of the present run, and trains on"
            disabled={!able}
            onClick={() => void commands.goOnWithUnfinished()}
          >
            <PlayIcon />
            <span>Go on</span>
          </button>
        </div>
      )}
    </div>
  )
}
