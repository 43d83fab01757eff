import type { ViewSettings } from '@contract/settings/view-settings'
import type { UnrollApi } from '@contract/wire/unroll-api'
import type { AppStore } from '../store/app-store'
import type { AppState } from '../store/state/app-state'

/** How the curves are looked at; a single place that is looked at is not worth keeping. */
export function viewOf(state: AppState): ViewSettings {
  const { showInput, logLoss, showGradientNorm, showReference, showRivals, hiddenRunColumns } = state
  const { viewMode, followed } = state
  const follow = viewMode.kind === 'all' ? 'all' : viewMode.kind === 'follow' ? viewMode.width : followed
  return {
    ...{ showInput, logLoss, showGradientNorm, showReference, showRivals, hiddenRunColumns },
    follow: follow === 'all' ? follow : follow * Math.PI,
  }
}

/** Has the view kept for the next start, whenever it has changed. Returns a function that ends it. */
export function keepView({ request }: UnrollApi, store: AppStore): () => void {
  let kept = JSON.stringify(viewOf(store.getState()))
  return store.subscribe((state, before) => {
    if (state.viewMode === before.viewMode && sameSwitches(state, before)) return
    const view = viewOf(state)
    const text = JSON.stringify(view)
    if (text === kept) return
    kept = text
    void request.keepView(view)
  })
}

function sameSwitches(a: AppState, b: AppState): boolean {
  return (
    a.showInput === b.showInput &&
    a.logLoss === b.logLoss &&
    a.showGradientNorm === b.showGradientNorm &&
    a.showReference === b.showReference &&
    a.showRivals === b.showRivals &&
    a.hiddenRunColumns === b.hiddenRunColumns
  )
}
