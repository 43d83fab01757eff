import type { MomentId } from '@contract/timeline/moment'
import type { UnrollApi } from '@contract/wire/unroll-api'
import type { AppStore } from '../store/app-store'
import type { History } from '../store/curves/history'
import type { AppState } from '../store/state/app-state'
import { recordedFrom } from './recorded-curves'

/** The curves of the present run, and those of the one that it branches off from. */
export type BothCurves = { readonly history: History; readonly ghost: History }

/** What there is to be fetched: the same words as long as it is the same. */
function wantedOf({ description, runs }: AppState, history: History): string | null {
  const branch = description?.branch
  // Where the ghost begins is known when the updates that both have are there.
  if (!branch || history.lastUpdate < branch.update) return null
  const parent = runs.find(({ id }) => id === branch.runId)
  return parent ? `${description.id} ${parent.id} ${parent.updatesDone}` : null
}

/**
 * Brings the curves of the run that the present one branches off from, from that update on: out of its record, and again when
 * more of it is told. Returns a function that ends it.
 */
export function fetchGhosts(api: UnrollApi, store: AppStore, { history, ghost }: BothCurves): () => void {
  /** What was fetched last, also while the run has gone since: what is shown of it stays. */
  let wanted: string | null = null

  async function fetch({ runId, update }: MomentId, mine: string) {
    const isOld = () => wanted !== mine
    ghost.begin(history.facts, history.range(update).to)
    for (let first = update + 1; ; ) {
      const piece = await recordedFrom(api, runId, first, first === update + 1)
      if (isOld() || 'problem' in piece) return
      if (!piece.value) break
      ghost.append(piece.value)
      first = piece.value.firstUpdate + piece.value.losses.length
    }
    if (ghost.updates > 0) store.getState().ghostChanged({ runId, update, last: ghost.lastUpdate })
  }

  function forget() {
    wanted = null
    ghost.begin(history.facts)
  }

  return store.subscribe((state, before) => {
    if (state.description?.id !== before.description?.id) forget()
    const found = wantedOf(state, history)
    const branch = state.description?.branch
    if (!found || !branch || found === wanted) return
    wanted = found
    // A ghost that there is no memory for is none.
    fetch(branch, found).catch((error: unknown) => {
      console.error(error)
      ghost.begin(history.facts)
      store.getState().ghostChanged(null)
    })
  })
}
