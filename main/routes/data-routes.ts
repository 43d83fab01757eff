import type { OpenedTable } from '@contract/data/opened-table'
import { ok, type Result } from '@contract/result'
import type { ShellRequests } from '@contract/wire/channels'
import type { FileDialogs } from '../files/dialogs'
import { contentOfFile } from '../files/file-content'
import type { TrainerHost } from '../host/trainer-host'
import type { PageWire, Routes } from '../wire/ipc'

type DataRequest = Extract<
  keyof ShellRequests,
  | 'openTable'
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
}

/** The requests of the page's data dialog. Main knows where a table lies, and the trainer reads it. */
export function createDataRoutes({ host, dialogs }: DataEnds): Pick<Routes, DataRequest> {
  return {
    openTable: async () => {
      const refused = host.refusal()
      if (refused) return refused
      const path = await dialogs.askOpenPath('table')
      return path === undefined ? ok(null) : host.ask('openTable', path)
    },
    openDroppedTable: (path) => host.ask('openTable', path),
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
  { host, wire }: { readonly host: Pick<TrainerHost, 'ask'>; readonly wire: Pick<PageWire, 'offer'> },
): Promise<Result<OpenedTable>> {
  const opened = await host.ask('openTable', path)
  if (opened.ok) wire.offer(opened.value)
  return opened
}
