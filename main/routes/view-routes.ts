import { basename } from 'node:path'
import { VIEW_KINDS } from '@contract/files/view-files'
import { text } from '@contract/language/texts'
import { ok } from '@contract/result'
import type { ShellRequests } from '@contract/wire/channels'
import { writeFileAtomically } from '../disk/atomic-file'
import type { FileDialogs } from '../files/dialogs'
import { proposedView } from '../files/weights-name'
import type { RunMemory } from '../runs/run-memory'
import type { Routes } from '../wire/ipc'

/** What saving a view goes through. */
export type ViewEnds = {
  readonly memory: () => RunMemory
  readonly dialogs: Pick<FileDialogs, 'askSavePath'>
}

/** Saves views, which the page has drawn: no trainer is needed for that. The path stays here. */
export function createViewRoutes({
  memory,
  dialogs,
}: ViewEnds): Pick<Routes, Extract<keyof ShellRequests, 'saveView'>> {
  return {
    saveView: async (file) => {
      const { format, run, bytes } = file
      const { description, state } = memory()
      const isOfThis = description !== null && description.id === run
      const path = await dialogs.askSavePath({
        title: text('views.dialog', { format: VIEW_KINDS[format].label }),
        name: proposedView(isOfThis ? description : null, isOfThis ? state : null, file),
        choice: { format: `view-${format}`, script: false },
      })
      if (path === undefined) return ok(null)
      const written = await writeFileAtomically(path, bytes)
      return written.ok ? ok({ name: basename(path), bytes: bytes.byteLength }) : written
    },
  }
}
