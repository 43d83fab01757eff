import type { Say } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { app, dialog } from 'electron'

/**
 * Tells that there will be no window, on standard error and, where there is a screen, in a box, and ends with code 1.
 * Nothing is left behind: the lock is given back, so that the next launch is not taken for a second one.
 *
 * @param why what went wrong and what to do
 * @param say in the language of this start
 */
export function failStart(why: Text, say: Say): void {
  process.stderr.write(`${say('start.failedAs', { why })}\n`)
  app.releaseSingleInstanceLock()
  // Before Electron is ready a box is a line on standard error, which has been written.
  if (app.isReady()) dialog.showErrorBox(say('start.failed'), say(why))
  // Before Electron is ready it has nothing to end, and goes on.
  if (app.isReady()) app.exit(1)
  else process.exit(1)
}

/** The sentence for what nobody foresaw. */
export function unforeseen(error: unknown, logFile: string): Text {
  const message = error instanceof Error ? error.message : String(error)
  return text('start.unforeseen', { message, logFile })
}
