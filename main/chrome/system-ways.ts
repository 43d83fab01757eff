import type { App, BrowserWindow, PowerMonitor } from 'electron'

/** The app's name among the programs of a system: that of the packages (electron-builder.yml). */
export const APP_ID = 'org.unroll.Unroll'

/** Tells Windows whose windows and recent files these are, as it asks for it before the first window. */
export function introduce(app: Pick<App, 'setAppUserModelId'>, platform: string): void {
  if (platform === 'win32') app.setAppUserModelId(APP_ID)
}

/** A command has no window: without this macOS shows its icon in the Dock for as long as it works. */
export function stayOffDock(app: Pick<App, 'dock'>, platform: string): void {
  if (platform === 'darwin') app.dock?.hide()
}

/** Brings the window before a person, who has asked for it in another program. */
export function comeToFront(
  app: Pick<App, 'focus' | 'show'>,
  window: Pick<BrowserWindow, 'isMinimized' | 'restore' | 'focus'>,
  platform: string,
): void {
  if (platform === 'darwin') {
    // There the whole app may be hidden (Cmd-H), and a window does not come before those of other apps by itself.
    app.show()
    app.focus({ steal: true })
  }
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** A system that ends, as far as it may be held up. */
type Ending = { readonly preventDefault: () => void }

/**
 * Ends the app in its own order, the run on disk, when the person's session ends: neither system asks an app to quit then.
 * Each waits a few seconds, and goes on as soon as the app has ended.
 */
export function endWithSession(
  app: Pick<App, 'quit'>,
  window: Pick<BrowserWindow, 'on'>,
  power: Pick<PowerMonitor, 'on'>,
  platform: string,
): void {
  const end = (event: Ending) => {
    event.preventDefault()
    app.quit()
  }
  if (platform === 'win32') window.on('query-session-end', end)
  // Electron's types leave out the event that its own words tell of.
  if (platform === 'darwin') power.on('shutdown', end as () => void)
}
