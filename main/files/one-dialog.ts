import type { FileDialogs } from './dialogs'

/** The dialogs that ask for a file, one at a time, and whether one is open. */
export type OneDialog = Pick<FileDialogs, 'askSavePath' | 'askOpenPath'> & { readonly isOpen: () => boolean }

/**
 * Keeps a second dialog from opening over the first, whoever asks for it: it is answered as if it had been closed, and
 * the window with the first one comes to the front.
 *
 * @param onChange a dialog was opened or closed
 */
export function oneAtATime(
  dialogs: Pick<FileDialogs, 'askSavePath' | 'askOpenPath'>,
  focus: () => void,
  onChange: () => void,
): OneDialog {
  let open = false

  async function alone(ask: () => Promise<string | undefined>): Promise<string | undefined> {
    if (open) {
      focus()
      return undefined
    }
    open = true
    onChange()
    try {
      return await ask()
    } finally {
      open = false
      onChange()
    }
  }

  return {
    isOpen: () => open,
    askSavePath: (request) => alone(() => dialogs.askSavePath(request)),
    askOpenPath: (what) => alone(() => dialogs.askOpenPath(what)),
  }
}
