import type { RunId } from '@contract/run-id'
import type { UnrollApi } from '@contract/wire/unroll-api'
import type { AppStore } from '../store/app-store'
import { windowOf } from '../store/curves/overlaid/overlaid-window'
import { overlaidUpdates } from '../store/selectors/runs/overlaid'
import { recordedUpdate } from './recorded-curves'

/**
 * Brings what the runs that lie over the present one said in the update that is looked at out of their records: one question a
 * run at a time, and then the newest. Returns a function that ends it.
 */
export function fetchOverlaidWindows(api: UnrollApi, store: AppStore): () => void {
  /** What was asked for last of each run. */
  const asked = new Map<RunId, number>()
  const busy = new Set<RunId>()

  async function fetch(runId: RunId) {
    if (busy.has(runId)) return
    busy.add(runId)
    try {
      for (;;) {
        const update = overlaidUpdates(store.getState()).get(runId)
        if (update === undefined || asked.get(runId) === update) return
        asked.set(runId, update)
        const answer = await recordedUpdate(api, runId, update)
        const batch = 'value' in answer ? answer.value : null
        store.getState().overlaidWindowArrived(runId, batch && windowOf(runId, update, batch))
      }
    } finally {
      busy.delete(runId)
    }
  }

  return store.subscribe((state, before) => {
    if (
      state.overlaid === before.overlaid &&
      state.runs === before.runs &&
      state.marked === before.marked &&
      state.run === before.run
    )
      return
    const wanted = overlaidUpdates(state)
    for (const id of [...asked.keys()]) if (!wanted.has(id)) asked.delete(id)
    for (const id of wanted.keys()) fetch(id).catch((error: unknown) => console.error(error))
  })
}
