import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { exportRefusal } from '@contract/files/export-refusal'
import {
  EXPORT_FORMATS,
  type ExportChoice,
  type ExportReport,
  SAVED_AS,
  type WeightsChoice,
} from '@contract/files/weight-formats'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { RunId } from '@contract/run-id'
import type { ShellRequests } from '@contract/wire/channels'
import type { AppLanguage } from '../base/app-language'
import type { FileDialogs } from '../files/dialogs'
import type { RecentFiles } from '../files/recent-files'
import { proposedName } from '../files/weights-name'
import type { TrainerHost } from '../host/trainer-host'
import type { RunMemory } from '../runs/run-memory'
import type { Routes } from '../wire/ipc'

type ExportRequest = Extract<
  keyof ShellRequests,
  'saveWeights' | 'exportWeights' | 'addToTable' | 'exportTable' | 'showExported'
>

/** What an export goes through. */
export type ExportEnds = {
  readonly language: Pick<AppLanguage, 'now'>
  readonly host: Pick<TrainerHost, 'ask' | 'refusal'>
  readonly memory: () => RunMemory
  readonly dialogs: Pick<FileDialogs, 'askSavePath' | 'reveal'>
  readonly recent: Pick<RecentFiles, 'add'>
}

const TABLE: ExportChoice = { format: 'csv', names: 'pytorch', script: false }

/** The requests of the page's export dialog. The path stays here: the page is told names. */
export function createExportRoutes(ends: ExportEnds): Pick<Routes, ExportRequest> {
  const { language, host, memory, dialogs, recent } = ends
  let exported: string | undefined

  /** The run, where it is the present one and can be exported so now, or why not. */
  function exportable(run: RunId, { format }: ExportChoice) {
    const refused = host.refusal()
    if (refused) return refused
    const { description, state } = memory()
    if (!state) return fail('no-run', text('requests.noRun'))
    if (description?.id !== run) return fail('no-run', text('trainer.otherRun'))
    if (format === 'csv' && state.updatesDone <= description.updatesBefore)
      return fail('no-run', text('exchange.noUpdates'))
    const error = exportRefusal(format, state)
    return error ? { ok: false as const, error } : ok({ description, state })
  }

  /** Asks where to, writes, and keeps in mind where. */
  async function exportTo(
    run: RunId,
    title: Text,
    choice: ExportChoice,
    write: (path: string) => Promise<Result<ExportReport | null>>,
  ): Promise<Result<ExportReport | null>> {
    const able = exportable(run, choice)
    if (!able.ok) return able
    const { description, state } = able.value
    const name = proposedName(description, state, choice.format)
    const path = await dialogs.askSavePath({ title, name, choice })
    if (path === undefined) return ok(null)
    const report = await write(path)
    if (!report.ok || report.value === null) return report
    exported = path
    if (EXPORT_FORMATS[choice.format].loads) recent.add(path, 'weights')
    return report
  }

  const exportTitle = ({ format }: ExportChoice) =>
    text('dialogs.export', { format: EXPORT_FORMATS[format].label })
  const exportWeights = (run: RunId, title: Text, choice: WeightsChoice) =>
    exportTo(run, title, choice, (path) =>
      host.ask('exportWeights', run, path, choice, 'replace', language.now()),
    )

  return {
    saveWeights: (run) => exportWeights(run, text('dialogs.saveWeights'), SAVED_AS),
    exportWeights: (run, choice) => exportWeights(run, exportTitle(choice), choice),
    addToTable: (run, part, isFirst) => {
      // Before hundreds of megabytes are handed over for nothing.
      const able = exportable(run, TABLE)
      return able.ok ? host.ask('addToTable', part, isFirst) : able
    },
    exportTable: (run) => exportTo(run, exportTitle(TABLE), TABLE, (path) => host.ask('exportTable', path)),
    showExported: () => {
      if (exported === undefined) return fail('file-unreadable', text('requests.nothingExported'))
      if (!existsSync(exported))
        return fail('file-unreadable', text('requests.exportGone', { name: basename(exported) }))
      dialogs.reveal(exported)
      return ok()
    },
  }
}
