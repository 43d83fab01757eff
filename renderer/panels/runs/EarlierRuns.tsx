import { gapAfter } from '@contract/language/chinese'
import { MAX_EARLIER_BYTES } from '@contract/run/kept-limits'
import { useAppState, useSay, useWorld } from '../../app-world'
import { useModal } from '../use-modal'
import { EarlierRun } from './EarlierRun'

/** The button of the list; there is none while the list is empty. */
export function EarlierRunsButton() {
  const say = useSay()
  const { commands } = useWorld()
  const count = useAppState((state) => state.earlierRuns.length)
  if (count === 0) return null
  return (
    <button
      type="button"
      className="button small"
      data-testid="earlier-runs"
      aria-haspopup="dialog"
      title={say('earlierRuns.buttonExplained')}
      onClick={commands.openEarlierRuns}
    >
      {say('earlierRuns.button', { count })}
    </button>
  )
}

/** The runs that were left, over the window and alone in it while it is open. */
export function EarlierRuns() {
  const open = useAppState((state) => state.earlierRunsOpen)
  return open ? <OpenList /> : null
}

function OpenList() {
  const say = useSay()
  const { commands } = useWorld()
  const runs = useAppState((state) => state.earlierRuns)
  const bytes = runs.reduce((sum, run) => sum + run.bytes, 0)
  const close = () => void commands.closeEarlierRuns()
  const modal = useModal(close)
  const note = say('earlierRuns.note')
  return (
    <dialog
      {...modal}
      className="dialog earlier-runs"
      data-testid="earlier-runs-list"
      aria-labelledby="earlier-runs-title"
      closedby="closerequest"
    >
      <h2 id="earlier-runs-title" className="dialog-title">
        {say('earlierRuns.title')}
      </h2>
      <p className="earlier-runs-note">
        {note + gapAfter(note) + say('runSpace.total', { bytes, budget: MAX_EARLIER_BYTES })}
      </p>
      <ul className="dialog-body earlier-runs-body">
        {runs.map((run) => (
          <EarlierRun key={run.id} run={run} />
        ))}
      </ul>
      <div className="dialog-foot">
        <button type="button" className="button primary" data-testid="earlier-runs-done" onClick={close}>
          {say('earlierRuns.done')}
        </button>
      </div>
    </dialog>
  )
}
