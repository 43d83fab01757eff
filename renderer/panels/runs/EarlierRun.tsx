import type { EarlierRun as Run } from '@contract/run/kept-run'
import { useAppState, useSay, useWorld } from '../../app-world'
import { agoText, originText, shortText, standText } from '../../store/words/run-texts'

/** One run of the list: what it is, and what can be done with it. */
export function EarlierRun({ run }: { readonly run: Run }) {
  const say = useSay()
  const { commands, store } = useWorld()
  const able = useAppState((state) => state.trainer.kind === 'ready')
  const deleted = useAppState((state) => state.markedForDeletion.includes(run.id))
  const origin = originText(run.config)
  const mark = (marked: boolean) => store.getState().markForDeletion(run.id, marked)
  return (
    <li className="earlier-run" data-testid="earlier-run" data-deleted={deleted}>
      <div className="earlier-run-words">
        <p className="earlier-run-network">{run.network}</p>
        <p className="earlier-run-stand">
          {say(standText(run))} ·{' '}
          <span title={say('earlierRuns.kept', { time: run.keptAt })}>
            {say(agoText(run.keptAt, Date.now()))}
          </span>
          {run.bytes > 0 && <> · {say('runSpace.size', { bytes: run.bytes })}</>}
        </p>
        <p className="earlier-run-origin">
          {deleted ? say('earlierRuns.willBeDeleted') : origin && say(origin)}
        </p>
      </div>
      <button
        type="button"
        className="button small"
        data-testid="open-run"
        aria-label={say('earlierRuns.openThis', { run: shortText(run) })}
        disabled={!able}
        onClick={() => void commands.openRun(run.id)}
      >
        {say('earlierRuns.open')}
      </button>
      <button
        type="button"
        className="button small"
        data-testid="delete-run"
        aria-label={say(deleted ? 'earlierRuns.keepThis' : 'earlierRuns.deleteThis', { run: shortText(run) })}
        onClick={() => mark(!deleted)}
      >
        {say(deleted ? 'earlierRuns.undo' : 'earlierRuns.delete')}
      </button>
    </li>
  )
}
