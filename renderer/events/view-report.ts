import type { UnrollApi } from '@contract/wire/unroll-api'
import { isModalOpen, watchModals } from '../commands/modal'
import type { AppStore } from '../store/app-store'
import { isInputShown } from '../store/state/shown-curves'

/**
 * Tells main what the menu must know of the page: what it shows, and whether a dialog is open. Call it when the page
 * has attached. Returns a function that ends it.
 */
export function reportView(api: UnrollApi, store: AppStore): () => void {
  let told = ''
  const tell = () => {
    const state = store.getState()
    const view = { modal: isModalOpen(), showInput: isInputShown(state), logLoss: state.logLoss }
    const key = JSON.stringify(view)
    if (key === told) return
    told = key
    void api.request.tellView(view)
  }
  tell()
  const ends = [store.subscribe(tell), watchModals(tell)]
  return () => {
    for (const end of ends) end()
  }
}
