import type { ViewFile } from '@contract/files/view-files'
import { EXPORT_FORMATS, type ExportChoice, type ExportReport } from '@contract/files/weight-formats'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { UpdateTable } from '@contract/run/update-table'
import type { RunId } from '@contract/run-id'
import type { UnrollApi } from '@contract/wire/unroll-api'
import type { AppStore } from '../store/app-store'
import type { History } from '../store/curves/history'
import type { Stretch } from '../store/curves/steps/steps'
import { type ReadUpdates, recordedPart, tablePart, tableStretches } from '../store/curves/update-table'
import { canTrain } from '../store/selectors/selectors'
import { type AskOrNotify, answerTo, createOfShownRun } from './ask'

/** What can be asked for in the export dialog. */
export type ExportCommands = {
  readonly openExport: () => void
  readonly closeExport: () => void
  /** Calls off what is being written, where that may take long. */
  readonly cancelExport: () => Promise<void>
  /** Asks where to, and writes what was chosen there; what came of it, or went wrong, the dialog shows. */
  readonly exportChosen: () => Promise<void>
  /**
   * Makes a view's file, asks where to, and writes it; what came of it is a notice.
   *
   * @param make is given what reads updates of the run that is seen
   */
  readonly saveView: (make: (read: ReadUpdates) => Promise<Result<ViewFile>>) => Promise<void>
  /** Shows the file that was exported last where it lies. */
  readonly showExported: () => Promise<void>
}

/** @param history what a table of the updates is made of */
export function createExportCommands(
  api: UnrollApi,
  store: AppStore,
  history: History,
  ask: AskOrNotify,
): ExportCommands {
  const act = store.getState
  const ofShownRun = createOfShownRun(store)
  let calledOff = false

  function request(run: RunId, choice: ExportChoice): Promise<Result<ExportReport | null>> {
    const { format, names, script } = choice
    if (format === 'csv') return writeTable(run)
    return api.request.exportWeights(run, {
      format,
      names,
      script: script && EXPORT_FORMATS[format].scripts,
    })
  }

  /** Some updates of a run: as the page has them, or out of the record, in pieces. */
  async function* partsOf(
    { first, last }: Stretch,
    run: RunId,
    facts: UpdateTable['facts'],
  ): AsyncGenerator<Result<UpdateTable>> {
    const here = act().description?.id === run ? tablePart(history, { first, last }) : null
    if (here) yield ok(here)
    for (let next = here ? last + 1 : first; next <= last; ) {
      const piece = await api.request.recordedUpdates(run, next, last)
      if (!piece.ok) return yield piece
      if (piece.value?.firstUpdate !== next)
        return yield fail('file-unreadable', text('exports.updatesNotRead', { first: next, last }))
      yield ok(recordedPart(piece.value, facts))
      next += piece.value.losses.length
    }
  }

  /** In parts, between which the page is drawn and main has its turn: a long run is a hundred megabytes. */
  async function writeTable(run: RunId): Promise<Result<ExportReport | null>> {
    calledOff = false
    let isFirst = true
    const { facts } = history
    for (const stretch of tableStretches(history)) {
      for await (const part of partsOf(stretch, run, facts)) {
        if (!part.ok) return part
        const added = await api.request.addToTable(run, part.value, isFirst)
        if (!added.ok) return added
        if (calledOff) return ok(null)
        isFirst = false
      }
    }
    const made = await api.request.exportTable(run)
    // Nobody has written what was handed over.
    if (made.ok && made.value === null) await api.request.cancelTable()
    return made
  }

  return {
    openExport: () => {
      if (canTrain(act())) act().openExport()
    },
    closeExport: () => {
      // While a file is written the dialog stays: what comes of it would have no place to be shown.
      if (act().exportStage.kind !== 'writing') act().exportMoved({ kind: 'closed' })
    },
    cancelExport: async () => {
      const { exportStage, exportChoice } = act()
      // What comes of it the waiting request tells.
      if (exportStage.kind !== 'writing' || exportChoice.format !== 'csv') return
      calledOff = true
      await api.request.cancelTable()
    },
    exportChosen: async () => {
      const { exportStage, exportChoice } = act()
      if (exportStage.kind !== 'choosing') return
      act().exportMoved({ kind: 'writing' })
      const made = await answerTo(ofShownRun((run) => request(run, exportChoice)))
      if ('problem' in made) act().exportMoved({ kind: 'choosing', problem: made.problem })
      else if (made.value === null) act().exportMoved({ kind: 'choosing', problem: null })
      else act().exportMoved({ kind: 'done', report: made.value, choice: exportChoice, problem: null })
    },
    saveView: async (make) => {
      const run = act().description?.id ?? ''
      const { facts } = history
      const made = await ask(make((stretch) => partsOf(stretch, run, facts)))
      const saved = made && (await ask(api.request.saveView(made.value)))
      if (saved?.value) act().notify('success', text('notices.saved', saved.value))
    },
    showExported: async () => {
      const shown = await answerTo(api.request.showExported())
      const { exportStage } = act()
      if (exportStage.kind === 'done')
        act().exportMoved({ ...exportStage, problem: 'problem' in shown ? shown.problem : null })
    },
  }
}
