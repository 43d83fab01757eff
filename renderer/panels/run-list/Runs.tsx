import { bytesOf, couldGo } from '@contract/run/run-budget'
import type { RunId } from '@contract/run-id'
import { useState } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { Modal } from '../Modal'
import { RunBudget } from './RunBudget'
import { RunRow } from './RunRow'

/** The button of the list; there is none while the list is empty. */
export function RunsButton() {
  const say = useSay()
  const { commands } = useWorld()
  const count = useAppState((state) => state.runs.length)
  if (count === 0) return null
  return (
    <button
      type="button"
      className="button small"
      data-testid="runs"
      aria-haspopup="dialog"
      title={say('runList.buttonExplained')}
      onClick={commands.openRuns}
    >
      {say('runList.button', { count })}
    </button>
  )
}

/** The runs that are kept, over the window and alone in it while it is open. */
export function Runs() {
  const open = useAppState((state) => state.runsOpen)
  return open ? <OpenList /> : null
}

function OpenList() {
  const say = useSay()
  const { commands } = useWorld()
  const runs = useAppState((state) => state.runs)
  const close = () => void commands.closeRuns()
  const asked = useTicks()
  return (
    <Modal name="runs" testId="runs-list" title={say('runList.title')} close={close}>
      <p className="runs-note">{say('runList.note', { count: runs.length, bytes: bytesOf(runs) })}</p>
      {asked.isOver && <Question asked={asked} />}
      <ul className="dialog-body runs-body">
        {runs.map((run) => (
          <RunRow key={run.id} run={run} tick={asked.of(run.id)} />
        ))}
      </ul>
      <div className="dialog-foot runs-foot">
        <RunBudget />
        <button type="button" className="button primary" data-testid="runs-done" onClick={close}>
          {say('runList.done')}
        </button>
      </div>
    </Modal>
  )
}

/** Which runs may go, where they take more than they may: the oldest that would do, until a person says otherwise. */
function useTicks() {
  const { store } = useWorld()
  const runs = useAppState((state) => state.runs)
  const budget = useAppState((state) => state.budget)
  const marked = useAppState((state) => state.markedForDeletion)
  const present = useAppState((state) => state.description?.id ?? null)
  const [said, setSaid] = useState<ReadonlyMap<RunId, boolean>>(new Map())
  // What is to be deleted takes nothing any more.
  const staying = runs.filter(({ id }) => !marked.includes(id))
  const proposed = couldGo(staying, budget, present).map(({ id }) => id)
  const isOver = bytesOf(staying) > budget
  const canGo = staying.filter(({ id }) => id !== present)
  const ticked = canGo.filter(({ id }) => said.get(id) ?? proposed.includes(id))
  return {
    isOver,
    bytes: bytesOf(staying),
    budget,
    isPresentAlone: canGo.length === 0,
    ticked,
    of: (id: RunId) =>
      isOver && id !== present
        ? {
            ticked: ticked.some((run) => run.id === id),
            change: (isTicked: boolean) => setSaid(new Map([...said, [id, isTicked]])),
          }
        : null,
    remove: () => {
      store.getState().markForDeletion(
        ticked.map(({ id }) => id),
        true,
      )
      setSaid(new Map())
    },
  }
}

function Question({ asked }: { readonly asked: ReturnType<typeof useTicks> }) {
  const say = useSay()
  const { bytes, budget, ticked, isPresentAlone, remove } = asked
  return (
    <div className="runs-question" data-testid="runs-question">
      <p>{say(isPresentAlone ? 'runList.presentAlone' : 'runList.question', { bytes, budget })}</p>
      {!isPresentAlone && (
        <button
          type="button"
          className="button small"
          data-testid="delete-ticked"
          disabled={ticked.length === 0}
          onClick={remove}
        >
          {say('runList.deleteTicked', { count: ticked.length, bytes: bytesOf(ticked) })}
        </button>
      )}
    </div>
  )
}
