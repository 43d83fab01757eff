import { gapAfter } from '@contract/language/chinese'
import { text } from '@contract/language/texts'
import type { ListedRun } from '@contract/run/kept-run'
import { useState } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { ghostsOf } from '../../store/selectors/run-selectors'
import { agoText, originText, shortText, standText, titleText } from '../../store/words/run-texts'
import { RunName } from './RunName'

type Props = {
  readonly run: ListedRun
  /** Whether it may go, where a person is asked that; null where nobody is, and of the present run. */
  readonly tick: { readonly ticked: boolean; readonly change: (ticked: boolean) => void } | null
}

/** One run of the list: what it is, and what can be done with it. */
export function RunRow({ run, tick }: Props) {
  const say = useSay()
  const { commands, store } = useWorld()
  const able = useAppState((state) => state.trainer.kind === 'ready')
  const present = useAppState((state) => state.description?.id === run.id)
  const deleted = useAppState((state) => state.markedForDeletion.includes(run.id))
  const [naming, setNaming] = useState(false)
  const named = { run: shortText(run) }
  return (
    <li className="listed-run" data-testid="listed-run" data-deleted={deleted} data-present={present}>
      {tick && (
        <input
          type="checkbox"
          data-testid="tick-run"
          aria-label={say('runList.tick', named)}
          checked={tick.ticked}
          disabled={deleted}
          onChange={({ target }) => tick.change(target.checked)}
        />
      )}
      <div className="listed-run-words">
        {naming ? (
          <RunName run={run} close={() => setNaming(false)} />
        ) : (
          <p className="listed-run-title">
            <span data-testid="run-title">{say(titleText(run))}</span>
            {present && <span className="listed-run-present">{say('runList.present')}</span>}
          </p>
        )}
        <RunWords run={run} deleted={deleted} />
      </div>
      <div className="listed-run-actions">
        {!present && (
          <button
            type="button"
            className="button small"
            data-testid="open-run"
            aria-label={say('runList.openThis', named)}
            disabled={!able}
            onClick={() => void commands.openRun(run.id)}
          >
            {say('runList.open')}
          </button>
        )}
        <button
          type="button"
          className="button small"
          data-testid="rename-run"
          aria-label={say('runList.renameThis', named)}
          disabled={naming || deleted}
          onClick={() => setNaming(true)}
        >
          {say('runList.rename')}
        </button>
        <button
          type="button"
          className="button small"
          data-testid="duplicate-run"
          aria-label={say('runList.duplicateThis', named)}
          disabled={!able || deleted}
          onClick={() => void commands.duplicateRun(run)}
        >
          {say('runList.duplicate')}
        </button>
        {!present && (
          <button
            type="button"
            className="button small"
            data-testid="delete-run"
            aria-label={say(deleted ? 'runList.keepThis' : 'runList.deleteThis', named)}
            onClick={() => store.getState().markForDeletion([run.id], !deleted)}
          >
            {say(deleted ? 'runList.undo' : 'runList.delete')}
          </button>
        )}
      </div>
    </li>
  )
}

function RunWords({ run, deleted }: { readonly run: ListedRun; readonly deleted: boolean }) {
  const say = useSay()
  const branchOf = useAppState(({ runs }) => {
    const { branch } = run
    if (!branch) return null
    const parent = runs.find(({ id }) => id === branch.runId)
    return say('runList.branchOf', { parent: parent ? titleText(parent) : null, update: branch.update })
  })
  const ghosts = useAppState((state) => {
    const branches = deleted ? ghostsOf(run, state).map(titleText) : []
    return branches.length === 0 ? '' : say(text('runList.ghostLost', { branches }))
  })
  // What is kept of it is where it stood a moment ago.
  const isTraining = useAppState((state) => state.run?.id === run.id && state.run.phase === 'training')
  const willGo = say('runList.willBeDeleted')
  const goes = ghosts === '' ? willGo : willGo + gapAfter(willGo) + ghosts
  const origin = originText(run.config)
  // What the title says already.
  const told = origin !== null && say(origin) !== say(titleText(run)) ? say(origin) : null
  return (
    <>
      <p className="listed-run-network">{run.network}</p>
      <p className="listed-run-stand">
        {isTraining ? (
          say('runList.training', { goal: run.goal })
        ) : (
          <>
            {say(standText(run))} ·{' '}
            <span title={say('runList.kept', { time: run.keptAt })}>
              {say(agoText(run.keptAt, Date.now()))}
            </span>
          </>
        )}
        {run.bytes > 0 && <> · {say('runList.size', { bytes: run.bytes })}</>}
      </p>
      {branchOf !== null && <p className="listed-run-origin">{branchOf}</p>}
      <p className="listed-run-origin" data-testid="run-note">
        {deleted ? goes : told}
      </p>
    </>
  )
}
