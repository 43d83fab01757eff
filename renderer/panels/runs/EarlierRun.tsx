import type { EarlierRun as Run } from '@contract/run/kept-run'
import { useAppState, useSay, useWorld } from '../../app-world'
import { formatMoment } from '../../store/words/format'
import { agoWords, originWords, shortWords, standWords } from '../../store/words/run-words'

/** One run of the list: what it is, and what can be done with it. */
export function EarlierRun({ run }: { readonly run: Run }) {
  const say = useSay()
  const { commands, store } = useWorld()
  const able = useAppState((state) => state.trainer.kind === 'ready')
  const deleted = useAppState((state) => state.markedForDeletion.includes(run.id))
  const mark = (marked: boolean) => store.getState().markForDeletion(run.id, marked)
  return (
    <li className="earlier-run" data-testid="earlier-run" data-deleted={deleted}>
      <div className="earlier-run-words">
        <p className="earlier-run-network">{run.network}</p>
        <p className="earlier-run-stand">
          {standWords(run)}, <span title={formatMoment(run.keptAt)}>{agoWords(run.keptAt, Date.now())}</span>
          {run.bytes > 0 && <> · {say('runSpace.size', { bytes: run.bytes })}</>}
        </p>
        <p className="earlier-run-origin">
          {deleted ? 'Will be deleted when this list is closed.' : originWords(run.config)}
        </p>
      </div>
      <button
        type="button"
        className="button small"
        data-testid="open-run"
        aria-label={`Open: ${shortWords(run)}`}
        disabled={!able}
        onClick={() => void commands.openRun(run.id)}
      >
        Open
      </button>
      <button
        type="button"
        className="button small"
        data-testid="delete-run"
        aria-label={`${deleted ? 'Keep' : 'Delete'}: ${shortWords(run)}`}
        onClick={() => mark(!deleted)}
      >
        {deleted ? 'Undo' : 'Delete'}
      </button>
    </li>
  )
}
