import type { BrowserWindow } from 'electron'

/** What it needs of a window. */
export type Unshown = Pick<BrowserWindow, 'once' | 'isDestroyed'> & {
  readonly webContents: { readonly once: (event: 'did-finish-load', listener: () => void) => void }
}

/** Milliseconds that a page which is there has for its first frame: mostly it takes ten. */
const FIRST_FRAME = 150

/**
 * Shows a window for the first time, once: when its page has drawn its first frame or, as that may never come on Wayland, where nothing is
 * drawn for a window that nobody sees (electron#48859), soon after the page is there.
 *
 * @returns shows it now, unless it has been
 */
export function showAtFirstFrame(window: Unshown, show: () => void): () => void {
  let isShown = false
  const showOnce = () => {
    if (isShown || window.isDestroyed()) return
    isShown = true
    show()
  }
  window.once('ready-to-show', showOnce)
  window.webContents.once('did-finish-load', () => setTimeout(showOnce, FIRST_FRAME))
  return showOnce
}
