import type { AppStore } from '../store/app-store'
import type { AppState } from '../store/state/app-state'

/** Milliseconds between two looks at the clock while the trainer prepares. */
const LOOK = 250

function isPreparing({ run, trainer }: AppState): boolean {
  return trainer.kind === 'ready' && run !== null && run.preparing
}

/**
 * Counts the whole seconds for which a trainer that prepares has sent no update, and puts them into the store. Returns a
 * function that ends it.
 */
export function watchSilence(store: AppStore): () => void {
  let since = 0
  let timer: ReturnType<typeof setInterval> | null = null

  function count() {
    const seconds = timer === null ? 0 : Math.floor((performance.now() - since) / 1000)
    if (seconds !== store.getState().silentSeconds) store.getState().silentFor(seconds)
  }

  function stop() {
    if (timer !== null) clearInterval(timer)
    timer = null
  }

  const end = store.subscribe((state, before) => {
    const preparing = isPreparing(state)
    const heard = state.progress.updatesDone !== before.progress.updatesDone
    if (preparing && (timer === null || heard)) since = performance.now()
    if (preparing) timer ??= setInterval(count, LOOK)
    else stop()
    count()
  })
  return () => {
    end()
    stop()
  }
}
