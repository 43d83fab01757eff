import { sayIn } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { ListedRun } from '@contract/run/kept-run'
import { MAX_RUN_NAME, runName } from '@contract/run/run-budget'
import type { RunId } from '@contract/run-id'
import type { UnrollApi } from '@contract/wire/unroll-api'
import type { AppStore } from '../store/app-store'
import { backText, titleText } from '../store/words/run-texts'
import type { AskOrNotify } from './ask'

/** What can be asked for about the runs that are kept. */
export type RunsCommands = {
  readonly openRuns: () => void
  /** Closes the list, and deletes what was marked in it, which can be undone. */
  readonly closeRuns: () => Promise<void>
  /** Opens a run again; the present one is set aside. */
  readonly openRun: (id: RunId) => Promise<void>
  readonly renameRun: (id: RunId, name: string) => Promise<void>
  /** Makes a copy of a run, which is named so. */
  readonly duplicateRun: (run: ListedRun) => Promise<void>
  /** Opens the run again that was just left. */
  readonly undoSetAside: () => Promise<void>
  /** Has back what was just deleted. */
  readonly undoDelete: () => Promise<void>
  /** Gives up having it back. */
  readonly dismissDeleted: () => Promise<void>
  readonly setRunBudget: (bytes: number) => Promise<void>
  /** Puts a table of runs into the clipboard, and says how many of its rows are there. */
  readonly copyRunTable: (table: string, rows: number) => Promise<void>
}

/** What a copy is called: as no other run is. Of a long name the end goes, and not what says that it is a copy. */
function copyName(run: ListedRun, runs: readonly ListedRun[], say: (words: Text) => string): string {
  const taken = new Set(runs.map((one) => say(titleText(one))))
  const title = say(titleText(run))
  for (let copy = 1; ; copy += 1) {
    const copyOf = (name: string) =>
      say(text('runList.copyOf', { run: text('runList.named', { name }), copy }))
    const tooLong = Math.max(0, copyOf(title).length - MAX_RUN_NAME)
    const name = runName(copyOf(title.slice(0, title.length - tooLong).trimEnd())) ?? ''
    if (!taken.has(name)) return name
  }
}

export function createRunsCommands(api: UnrollApi, store: AppStore, ask: AskOrNotify): RunsCommands {
  const act = store.getState

  async function open(id: RunId) {
    const run = act().runs.find((one) => one.id === id)
    if (!(await ask(api.request.openRun(id)))) return
    // What waited for Reset was meant for the run that is left.
    act().forgetNetworkDraft()
    if (run) act().notify('info', backText(run), id)
  }

  const commands: RunsCommands = {
    openRuns: () => {
      const { runs, exportStage } = act()
      if (runs.length > 0 && exportStage.kind === 'closed') act().showRuns(true)
    },
    closeRuns: async () => {
      const { markedForDeletion, runs, deleted } = act()
      act().showRuns(false)
      if (markedForDeletion.length === 0) return
      const gone = runs.filter(({ id }) => markedForDeletion.includes(id))
      if (await ask(api.request.deleteRuns(markedForDeletion))) act().runsDeleted([...deleted, ...gone])
    },
    openRun: async (id) => {
      act().markForDeletion([id], false)
      await commands.closeRuns()
      await open(id)
    },
    renameRun: async (id, name) => {
      await ask(api.request.renameRun(id, name))
    },
    duplicateRun: async (run) => {
      const { runs, language } = act()
      await ask(api.request.duplicateRun(run.id, copyName(run, runs, sayIn(language))))
    },
    undoSetAside: async () => {
      const { setAside } = act()
      if (!setAside) return
      act().dismissSetAside()
      await open(setAside.id)
    },
    undoDelete: async () => {
      const ids = act().deleted.map(({ id }) => id)
      act().runsDeleted([])
      await ask(api.request.restoreRuns(ids))
    },
    dismissDeleted: async () => {
      act().runsDeleted([])
      // Main forgets all at once, and what else is offered is to be had back as long as it is.
      if (act().deletedExperiments.length === 0) await api.request.forgetDeleted()
    },
    setRunBudget: async (bytes) => {
      await ask(api.request.setRunBudget(bytes))
    },
    copyRunTable: async (table, rows) => {
      if (await ask(api.request.copyText({ kind: 'table', text: table })))
        act().notify('success', text('runsTab.copied', { count: rows }), 'app')
    },
  }
  return commands
}
