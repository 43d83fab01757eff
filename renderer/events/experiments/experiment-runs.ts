import type { ExperimentId } from '@contract/experiment/experiment'
import type { UnrollApi } from '@contract/wire/unroll-api'
import { answerTo } from '../../commands/ask'
import type { AppStore } from '../../store/app-store'
import { shownExperiment } from '../../store/selectors/experiments/experiments'

/** Lets what is told wait until the page has been welcomed. */
type InTurn = <T>(take: (payload: T) => void) => (payload: T) => void

/**
 * Fetches the runs of the experiment that is looked at, piece by piece, and takes in those that are made meanwhile. Returns a
 * function that ends it.
 */
export function followExperimentRuns(api: UnrollApi, store: AppStore, inTurn: InTurn): () => void {
  const act = store.getState
  /** The experiment whose runs are being fetched. */
  let fetching: ExperimentId | null = null
  let isOver = false

  function wanted(): ExperimentId | null {
    const state = act()
    return state.looksAtExperiments ? (shownExperiment(state)?.id ?? null) : null
  }

  async function fetchAll(id: ExperimentId) {
    fetching = id
    while (!isOver && wanted() === id && act().runsOf === id) {
      const from = act().experimentRuns.length
      const answer = await answerTo(api.request.experimentRuns(id, from))
      if ('problem' in answer) {
        if (wanted() === id) act().notify('error', answer.problem)
        break
      }
      if (answer.value.length === 0) break
      act().experimentRunsArrived(id, from, answer.value, null)
    }
    if (fetching !== id) return
    fetching = null
    look()
  }

  function look() {
    const id = wanted()
    if (id === null || act().runsOf === id) return
    act().beginExperimentRuns(id)
    void fetchAll(id)
  }

  const ends = [
    store.subscribe(look),
    api.on.experimentsChanged(inTurn((experiments) => act().experimentsChanged(experiments))),
    api.on.experimentRunsMade(
      inTurn(({ id, runs, made }) => {
        act().experimentRunsArrived(id, made - runs.length, runs, performance.now() / 1000)
        // What was made before this page looked is not here yet.
        const isGap = act().runsOf === id && act().experimentRuns.length < made
        if (isGap && fetching !== id && wanted() === id) void fetchAll(id)
      }),
    ),
  ]
  return () => {
    isOver = true
    for (const end of ends) end()
  }
}
