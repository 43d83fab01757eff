import { text } from '@contract/language/texts'
import { app, type BrowserWindow, dialog } from 'electron'
import type { AppLanguage } from '../base/app-language'

/** Why the last page went, for the page that takes its place to tell. */
export type PageLoss = {
  /** Chromium's word for it, once; null when the page before this one, if any, did not crash. */
  readonly take: () => string | null
}

/** Remembers the window's page that crashed until the next one asks. */
export function watchPageLoss({ webContents }: BrowserWindow): PageLoss {
  let lost: string | null = null
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') lost = reason
  })
  return {
    take: () => {
      const reason = lost
      lost = null
      return reason
    },
  }
}

/** Asks the person what to do with a page that does nothing but crash: an empty window tells them nothing. */
export async function askToReload(
  window: BrowserWindow,
  url: string,
  { say }: Pick<AppLanguage, 'say'>,
): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: say(text('dialogs.pageCrashed')),
    detail: say(text('dialogs.runIsKept')),
    buttons: [say(text('dialogs.loadAgain')), say(text('dialogs.quit'))],
    defaultId: 0,
    cancelId: 0,
  })
  if (response === 1) app.quit()
  else if (!window.isDestroyed()) window.loadURL(url).catch(() => {})
}
