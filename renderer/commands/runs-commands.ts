import type { UnrollApi } from '@contract/wire/unroll-api'
import type { AppStore } from '../store/app-store'
import { backText } from '../store/words/run-texts'
import type { AskOrNotify } from './ask'

/** What can be asked for about runs that were left. */
export type RunsCommands = {
  readonly openEarlierRuns: () => void
  /** Closes the list, and removes what was marked in it. */
  readonly closeEarlierRuns: () => Promise<void>
  /** Opens a run again; the present one is set aside. */
  readonly openRun: (id: string) => Promise<void>
  /** Opens the run again that was just left. */
  readonly undoSetAside: () => Promise<void>
}

export function createRunsCommands(api: UnrollApi, store: AppStore, ask: AskOrNotify): RunsCommands {
  const act = store.getState

  async function open(id: string) {
    const run = act().earlierRuns.find((one) => one.id === id)
    if (!(await ask(api.request.openRun(id)))) return
    // What waited for Reset was meant for the run that is left.
    act().forgetNetworkDraft()
    if (run) act().notify('info', backText(run), id)
  }

  const commands: RunsCommands = {
    openEarlierRuns: () => {
      const { earlierRuns, exportStage } = act()
      if (earlierRuns.length > 0 && exportStage.kind === 'closed') act().showEarlierRuns(true)
    },
    closeEarlierRuns: async () => {
      const { markedForDeletion } = act()
      act().showEarlierRuns(false)
      for (const id of markedForDeletion) await ask(api.request.deleteRun(id))
    },
    openRun: async (id) => {
      act().markForDeletion(id, false)
      await commands.closeEarlierRuns()
      await open(id)
    },
    undoSetAside: async () => {
      const { setAside } = act()
      if (!setAside) return
      act().dismissSetAside()
      await open(setAside.id)
    },
  }
  return commands
}
