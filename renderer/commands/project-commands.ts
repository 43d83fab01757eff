import { text } from '@contract/language/texts'
import type { OpenedProject, SavedProject } from '@contract/project/project'
import type { Result } from '@contract/result'
import type { RunId } from '@contract/run-id'
import type { UnrollApi } from '@contract/wire/unroll-api'
import type { AppStore } from '../store/app-store'
import { type AskOrNotify, createOfShownRun } from './ask'

/** What can be asked for about project files. */
export type ProjectCommands = {
  readonly openProject: () => Promise<void>
  readonly openRecentProject: (file: string) => Promise<void>
  readonly openProjectDropped: (file: File) => Promise<void>
  /** Saves the run to its project file; main asks where to when it has none. */
  readonly saveProject: () => Promise<void>
  readonly saveProjectAs: () => Promise<void>
  readonly openNotes: () => void
  /** Closes the dialog, and keeps what was written in it about the shown run. */
  readonly closeNotes: (notes: string) => Promise<void>
  /** Makes all updates of the project file again. */
  readonly checkAll: () => Promise<void>
  readonly cancelProof: () => Promise<void>
}

export function createProjectCommands(api: UnrollApi, store: AppStore, ask: AskOrNotify): ProjectCommands {
  const { request } = api
  const ofShownRun = createOfShownRun(store)

  /** What it is, the run itself shows, and the line about its proof. */
  async function open(opened: Promise<Result<OpenedProject | null>>) {
    const done = await ask(opened)
    // What waited for Reset was meant for the run that is left.
    if (!done?.value) return
    store.getState().forgetNetworkDraft()
    const { name, newer, runId, branches } = done.value
    const { notify } = store.getState()
    if (newer !== null) notify('info', text('projects.newer', { name }), runId)
    else if (branches.added > 0)
      notify('info', text('projects.familyCame', { name, added: branches.added }), runId)
  }

  async function save(how: (run: RunId) => Promise<Result<SavedProject | null>>) {
    const done = await ask(ofShownRun(how))
    if (!done?.value) return
    const { name, family } = done.value
    const { notify } = store.getState()
    if (family.unread > 0) notify('info', text('projects.familyUnread', { name, count: family.unread }))
    else notify('success', text('notices.saved', done.value))
  }

  return {
    openProject: () => open(request.openProject()),
    openRecentProject: (file) => open(request.openRecentProject(file)),
    openProjectDropped: (file) => open(request.openDroppedProject(file)),
    saveProject: () => save(request.saveProject),
    saveProjectAs: () => save(request.saveProjectAs),
    openNotes: () => {
      if (store.getState().project) store.getState().showNotes(true)
    },
    closeNotes: async (notes) => {
      const { project, showNotes } = store.getState()
      showNotes(false)
      if (notes !== project?.notes) await ask(ofShownRun((run) => request.keepNotes(run, notes)))
    },
    checkAll: async () => {
      await ask(ofShownRun(request.proveAll))
    },
    cancelProof: () => request.cancelProof(),
  }
}
