import type { OpenedTable } from '@contract/data/opened-table'
import { ok, type Result } from '@contract/result'
import type { ShellRequests } from '@contract/wire/channels'
import type { FileDialogs } from '../files/dialogs'
import { contentOfFile } from '../files/file-content'
import type { RecentFiles } from '../files/recent-files'
import type { TrainerHost } from '../host/trainer-host'
import type { PageWire, Routes } from '../wire/ipc'

type DataRequest = Extract<
  keyof ShellRequests,
  | 'openTable'
  | 'openRecentTable'
  | 'openDroppedTable'
  | 'contentOfDropped'
  | 'pasteTable'
  | 'guessTable'
  | 'readTable'
  | 'cancelTableReading'
  | 'drawnSeries'
  | 'describeSeries'
  | 'describeRows'
>

/** What the requests about data go through. */
export type DataEnds = {
  readonly host: Pick<TrainerHost, 'ask' | 'tell' | 'refusal'>
  readonly dialogs: Pick<FileDialogs, 'askOpenPath'>
  readonly recent: Pick<RecentFiles, 'add' | 'choose'>
}

/** Opens a table; one that could be looked at becomes the newest of the recent files. */
async function openFrom(path: string, { host, recent }: TableEnds): Promise<Result<OpenedTable>> {
  const opened = await host.ask('openTable', path)
  if (opened.ok) recent.add(path, 'table')
  return opened
}

type TableEnds = { readonly host: Pick<TrainerHost, 'ask'>; readonly recent: Pick<RecentFiles, 'add'> }

/** The requests of the page's data dialog. Main knows where a table lies, and the trainer reads it. */
export function createDataRoutes({ host, dialogs, recent }: DataEnds): Pick<Routes, DataRequest> {
  return {
    openTable: async () => {
      const refused = host.refusal()
      if (refused) return refused
      const path = await dialogs.askOpenPath('table')
      return path === undefined ? ok(null) : openFrom(path, { host, recent })
    },
    openRecentTable: async (file) => {
      const chosen = recent.choose(file, 'table')
      return chosen.ok ? openFrom(chosen.value, { host, recent }) : chosen
    },
    openDroppedTable: (path) => openFrom(path, { host, recent }),
    contentOfDropped: contentOfFile,
    pasteTable: (table) => host.ask('pasteTable', table),
    guessTable: (told) => host.ask('guessTable', told),
    readTable: (choices, onIrregular) => host.ask('readTable', choices, onIrregular),
    cancelTableReading: () => host.tell('cancelTableReading'),
    drawnSeries: (values) => host.ask('drawnSeries', values),
    describeSeries: (data) => host.ask('describeSeries', data),
    describeRows: (data, rows, columns) => host.ask('describeRows', data, rows, columns),
  }
}

/** Opens a table that no page has asked for, and offers it to the page as soon as there is one. */
export async function offerTable(
  path: string,
  { wire, ...ends }: TableEnds & { readonly wire: Pick<PageWire, 'offer'> },
): Promise<Result<OpenedTable>> {
  const opened = await openFrom(path, ends)
  if (opened.ok) wire.offer(opened.value)
  return opened
}
