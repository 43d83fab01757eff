import type { RunId } from '@contract/run-id'
import type { UnrollApi } from '@contract/wire/unroll-api'
import type { AppStore } from '../store/app-store'
import { createCurve } from '../store/curves/curve'
import type { OverlaidCurve } from '../store/curves/overlaid/overlaid-curve'
import type { AppState } from '../store/state/app-state'
import { recordedFrom } from './recorded-curves'

/** What is to be fetched of each run: the same words as long as it is the same. */
function wantedOf({ overlaid, runs }: AppState): ReadonlyMap<RunId, string> {
  return new Map(
    runs.filter(({ id }) => overlaid.includes(id)).map(({ id, updatesDone }) => [id, `${id} ${updatesDone}`]),
  )
}

/**
 * Brings the losses of the runs that lie over the present one out of their records, and again when one has more of them; those
 * of runs that are not wanted any more go. Returns a function that ends it.
 */
export function fetchOverlaid(api: UnrollApi, store: AppStore): () => void {
  /** What was fetched last, or is on its way. */
  const fetched = new Map<RunId, string>()

  async function fetch(runId: RunId, mine: string) {
    const losses = createCurve()
    let firstUpdate = 0
    for (let first = 1; ; ) {
      const piece = await recordedFrom(api, runId, first, first === 1)
      if (fetched.get(runId) !== mine || 'problem' in piece) return
      if (!piece.value) break
      if (firstUpdate === 0) firstUpdate = piece.value.firstUpdate
      losses.values.append(piece.value.losses)
      first = piece.value.firstUpdate + piece.value.losses.length
    }
    const found: OverlaidCurve = { runId, firstUpdate, losses }
    if (firstUpdate > 0) store.getState().overlaidArrived(found)
  }

  return store.subscribe((state, before) => {
    if (state.overlaid === before.overlaid && state.runs === before.runs) return
    if (state.overlaid.length === 0 && fetched.size === 0) return
    const wanted = wantedOf(state)
    for (const id of [...fetched.keys()]) if (!wanted.has(id)) fetched.delete(id)
    for (const [id, words] of wanted) {
      if (fetched.get(id) === words) continue
      fetched.set(id, words)
      fetch(id, words).catch((error: unknown) => console.error(error))
    }
  })
}
