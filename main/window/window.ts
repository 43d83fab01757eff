import { join } from 'node:path'
import { text } from '@contract/language/texts'
import { languageArgument } from '@contract/wire/page-language'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { AppLanguage } from '../base/app-language'
import { defer } from '../base/deferred'
import { readKept, type Tell, writeJson } from '../base/json-file'
import type { Log } from '../base/log'
import { createRepeatLimit } from '../base/repeat-limit'
import type { PageOrigin } from '../page/page-origin'
import { showAtFirstFrame } from './first-show'
import { askToReload } from './page-loss'
import { MIN_SIZE, openingBounds, WINDOW_PLACE } from './window-bounds'

/** The page's own grounds (renderer/styles/tokens.css), so that nothing flashes before its first frame. */
export const BACKGROUND = { light: '#f3f4f6', dark: '#111316' }

export type WindowOptions = {
  readonly page: PageOrigin
  readonly language: AppLanguage
  readonly preload: string
  /** Where its place is kept between two starts. */
  readonly placeFile: string
  readonly log: Log
  readonly tell: Tell
}

export type OpenedWindow = {
  readonly window: BrowserWindow
  /** Ends when it is shown: what can wait leaves the machine to its page until then. */
  readonly shown: Promise<void>
}

/** Opens the one window: hidden until its page has something to show. */
export function openWindow({ page, language, preload, placeFile, log, tell }: WindowOptions): OpenedWindow {
  const saved = readKept(placeFile, WINDOW_PLACE, text('keptData.windowPlace'), tell)
  const bounds = openingBounds(saved?.bounds, workAreas())
  const window = new BrowserWindow({
    ...bounds,
    // A screen that is smaller than the minimum still gets a window that fits on it.
    minWidth: Math.min(MIN_SIZE.width, bounds.width),
    minHeight: Math.min(MIN_SIZE.height, bounds.height),
    show: false,
    title: 'Unroll',
    // The menu's and the task bar's own icon comes from the desktop entry, where there is one.
    icon: join(import.meta.dirname, '../../resources/icons/256x256.png'),
    backgroundColor: background(),
    webPreferences: {
      preload,
      additionalArguments: [languageArgument(language.now())],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  const shown = defer<void>()
  const show = showAtFirstFrame(window, () => {
    if (saved?.maximized) window.maximize()
    window.show()
    log.info('the window is shown')
    shown.resolve()
  })
  followTheme(window)
  keepPlace(window, placeFile, log)
  watchPage(window, page, language, log)
  window.webContents.on('did-fail-load', (_event, code, description, url) => {
    log.error(`the page ${url} did not load: ${description} (${code})`)
    // An empty window says more than none.
    show()
  })
  // What went wrong is logged by the listener above.
  window.loadURL(page.url).catch(() => {})
  return { window, shown: shown.promise }
}

/** The screens' usable parts, the main screen's first. */
function workAreas() {
  const main = screen.getPrimaryDisplay()
  return [main, ...screen.getAllDisplays().filter(({ id }) => id !== main.id)].map(({ workArea }) => workArea)
}

function background(): string {
  return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light
}

function followTheme(window: BrowserWindow) {
  const repaint = () => window.setBackgroundColor(background())
  nativeTheme.on('updated', repaint)
  window.once('closed', () => nativeTheme.off('updated', repaint))
}

function keepPlace(window: BrowserWindow, file: string, log: Log) {
  window.on('close', () => {
    try {
      writeJson(file, { bounds: window.getNormalBounds(), maximized: window.isMaximized() })
    } catch (error) {
      log.error("the window's place was not written", error)
    }
  })
}

/** Logs what goes wrong in the page. One that crashes is loaded again; one that does nothing else, on demand. */
function watchPage(window: BrowserWindow, page: PageOrigin, language: AppLanguage, log: Log) {
  const mayReload = createRepeatLimit(3, 60_000, () => performance.now())
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log.error(`the page is gone: ${reason}, code ${exitCode}`)
    if (!mayReload()) return void askToReload(window, page.url, language)
    // Not inside the event: Chromium is still taking the old page down, and a reload there ends the whole app.
    setImmediate(() => {
      // Not `reload`: the page may have changed its address, to one where there is nothing.
      if (!window.isDestroyed()) window.loadURL(page.url).catch(() => {})
    })
  })
  window.webContents.on('console-message', ({ level, message, sourceId, lineNumber }) => {
    if (level === 'error') log.error(`the page: ${message} (${sourceId}:${lineNumber})`)
  })
  window.on('unresponsive', () => log.error('the page does not answer'))
  window.on('responsive', () => log.info('the page answers again'))
}
