import { app, dialog } from 'electron'

/**
 * Tells that there will be no window, on standard error and, where there is a screen, in a box, and ends with code 1.
 * Nothing is left behind: the lock is given back, so that the next launch is not taken for a second one.
 *
 * @param sentence what went wrong and what to do
 */
export function failStart(sentence: string): void {
  process.stderr.write(`Unroll could not start. ${sentence}\n`)
  app.releaseSingleInstanceLock()
  // Before Electron is ready a box is a line on standard error, which has been written.
  if (app.isReady()) dialog.showErrorBox('Unroll could not start', sentence)
  // Before Electron is ready it has nothing to end, and goes on.
  if (app.isReady()) app.exit(1)
  else process.exit(1)
}

/** The sentence for what nobody foresaw. */
export function failureSentence(error: unknown, logFile: string): string {
  const message = error instanceof Error ? error.message : String(error)
  return `Something failed that should not: ${message}. Start it again; if that does not help, ${logFile} says more.`
}
