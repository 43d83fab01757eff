import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { FileContent } from '@contract/data/opened-table'
import { companionNames } from '@contract/files/companion-files'
import type { ExportChoice } from '@contract/files/weight-formats'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { app, type BrowserWindow, shell as desktop, dialog } from 'electron'
import * as v from 'valibot'
import type { AppLanguage } from '../base/app-language'
import { readKept, type Tell, writeJson } from '../base/json-file'
import type { Log } from '../base/log'
import {
  isExportFormat,
  openFilters,
  projectFilters,
  type SavedKind,
  saveFilters,
  tableFilters,
  withEnding,
} from './file-endings'

const FILE = v.object({ folder: v.string() })

/** What a dialog that opens a file says and offers. */
const OPENED = {
  weights: { title: text('dialogs.loadWeights'), filters: openFilters },
  table: { title: text('dialogs.openData'), filters: tableFilters },
  project: { title: text('dialogs.openProject'), filters: projectFilters },
} as const satisfies Record<FileContent, unknown>

/** What is to be saved. */
export type SaveRequest = {
  readonly title: Text
  /** The name that is proposed. */
  readonly name: string
  readonly choice: { readonly format: SavedKind; readonly script: ExportChoice['script'] }
}

/** Where paths come from: a person chooses them here. Undefined: the dialog was closed. */
export type FileDialogs = {
  /** Asks where to; nothing that is there already is replaced, beside the file either, without a question. */
  readonly askSavePath: (request: SaveRequest) => Promise<string | undefined>
  readonly askOpenPath: (what: FileContent) => Promise<string | undefined>
  /** Asks whether to go on all the same; `yes` is the word for it, and Cancel the way back. */
  readonly agrees: (question: Text, yes: Text) => Promise<boolean>
  /** Asks which of some ways to go, named by their words; undefined for Cancel. */
  readonly choose: <Way extends string>(
    question: Text,
    ways: Readonly<Record<Way, Text>>,
  ) => Promise<Way | undefined>
  /** Says a sentence that no page has asked for. */
  readonly tell: (told: Text) => void
  /** Shows a file where it lies, in the system's file manager. */
  readonly reveal: (path: string) => void
}

export type FileDialogOptions = {
  readonly window: BrowserWindow
  /** Where the folder used last is kept. */
  readonly file: string
  readonly language: Pick<AppLanguage, 'say'>
  readonly log: Log
  readonly tell: Tell
}

/** Dialogs over the window that open in the folder used last, also in the next start. */
export function createFileDialogs({ window, file, language, log, tell }: FileDialogOptions): FileDialogs {
  const { say } = language
  let folder = readKept(file, FILE, text('keptData.lastFolder'), tell)?.folder

  function startFolder(): string {
    return folder !== undefined && existsSync(folder) ? folder : app.getPath('documents')
  }

  function keepFolder(path: string) {
    folder = dirname(path)
    try {
      writeJson(file, { folder })
    } catch (error) {
      log.error('the last folder was not written', error)
    }
  }

  async function agrees(question: Text, yes: Text): Promise<boolean> {
    const answer = await dialog.showMessageBox(window, {
      type: 'question',
      message: say(question),
      buttons: [say(text('dialogs.cancel')), say(yes)],
      defaultId: 0,
      cancelId: 0,
    })
    return answer.response === 1
  }

  function mayReplace(names: readonly string[]): Promise<boolean> {
    const [name = '', ...others] = names
    const question =
      others.length === 0 ? text('dialogs.replaceOne', { name }) : text('dialogs.replaceSeveral', { names })
    return agrees(question, text('dialogs.replace'))
  }

  return {
    askSavePath: async ({ title, name, choice }) => {
      const answer = await dialog.showSaveDialog(window, {
        title: say(title),
        defaultPath: join(startFolder(), name),
        filters: saveFilters(choice.format, say),
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
      if (answer.canceled || answer.filePath === '') return undefined
      const path = withEnding(answer.filePath, choice.format)
      const replaced = replacedUnasked(path, answer.filePath, choice)
      if (replaced.length > 0 && !(await mayReplace(replaced))) return undefined
      keepFolder(path)
      return path
    },
    askOpenPath: async (what) => {
      const { title, filters } = OPENED[what]
      const answer = await dialog.showOpenDialog(window, {
        title: say(title),
        defaultPath: startFolder(),
        filters: filters(say),
        properties: ['openFile'],
      })
      const path = answer.canceled ? undefined : answer.filePaths[0]
      if (path !== undefined) keepFolder(path)
      return path
    },
    agrees,
    choose: async <Way extends string>(question: Text, ways: Readonly<Record<Way, Text>>) => {
      const names = Object.keys(ways) as Way[]
      const answer = await dialog.showMessageBox(window, {
        type: 'question',
        message: say(question),
        buttons: [...names.map((name) => say(ways[name])), say(text('dialogs.cancel'))],
        defaultId: 0,
        cancelId: names.length,
      })
      return names[answer.response]
    },
    tell: (told) => {
      if (!window.isDestroyed()) void dialog.showMessageBox(window, { type: 'warning', message: say(told) })
    },
    reveal: (path) => desktop.showItemInFolder(path),
  }
}

/** Names of files that would be replaced and that the save dialog has not asked about. */
function replacedUnasked(path: string, asked: string, choice: SaveRequest['choice']): string[] {
  const name = basename(path)
  // The dialog has asked about the name as it was typed, not about one with the ending.
  const { format, script } = choice
  const beside = isExportFormat(format) ? companionNames(name, { format, script }) : []
  const names = [...(path === asked ? [] : [name]), ...beside]
  return names.filter((one) => existsSync(join(dirname(path), one)))
}
