import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import * as v from 'valibot'
import { readJson, writeJson } from './json-file'
import type { Log } from './log'

const ENDING = '.safetensors'
const FILTERS = [
  { name: 'Weights (safetensors)', extensions: ['safetensors'] },
  { name: 'All files', extensions: ['*'] },
]
const FILE = v.object({ folder: v.string() })

/** Where paths come from: a person chooses them here. Undefined: the dialog was closed. */
export type FileDialogs = {
  readonly askSavePath: (name: string) => Promise<string | undefined>
  readonly askOpenPath: () => Promise<string | undefined>
  /** Says a sentence that no page has asked for. */
  readonly tell: (sentence: string) => void
}

/** Dialogs over the window that open in the folder used last, also in the next start. */
export function createFileDialogs(window: BrowserWindow, file: string, log: Log): FileDialogs {
  let folder = readJson(file, FILE)?.folder

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

  return {
    askSavePath: async (name) => {
      const defaultPath = join(startFolder(), name)
      const answer = await dialog.showSaveDialog(window, {
        title: 'Save weights',
        defaultPath,
        filters: FILTERS,
      })
      if (answer.canceled || answer.filePath === '') return undefined
      const path = withEnding(answer.filePath)
      // The dialog has asked about replacing the name as it was typed, not the one with the ending.
      if (path !== answer.filePath && existsSync(path) && !(await mayReplace(window, path))) return undefined
      keepFolder(path)
      return path
    },
    askOpenPath: async () => {
      const answer = await dialog.showOpenDialog(window, {
        title: 'Load weights',
        defaultPath: startFolder(),
        filters: FILTERS,
        properties: ['openFile'],
      })
      const path = answer.canceled ? undefined : answer.filePaths[0]
      if (path !== undefined) keepFolder(path)
      return path
    },
    tell: (sentence) => {
      if (!window.isDestroyed()) void dialog.showMessageBox(window, { type: 'warning', message: sentence })
    },
  }
}

/** A name without any ending gets ours. */
export function withEnding(path: string): string {
  return extname(path) === '' ? `${path}${ENDING}` : path
}

async function mayReplace(window: BrowserWindow, path: string): Promise<boolean> {
  const answer = await dialog.showMessageBox(window, {
    type: 'question',
    message: `${basename(path)} exists already. Replace it?`,
    buttons: ['Cancel', 'Replace'],
    defaultId: 0,
    cancelId: 0,
  })
  return answer.response === 1
}
