import { rmSync } from 'node:fs'
import { text } from '@contract/language/texts'
import { app, crashReporter } from 'electron'
import * as v from 'valibot'
import { readKept, type Tell, writeJson } from './base/json-file'
import { openKeptFolder } from './base/kept-folder'
import type { Log } from './base/log'

/**
 * Lets every process that crashes in native code leave a minidump in `folder`; nothing is sent anywhere. Call
 * it before Electron is ready: a process that is already there leaves none.
 */
export function keepCrashReports(folder: string, tell: Tell): void {
  if (!openKeptFolder(folder, text('keptData.crashReports'), tell)) return
  app.setPath('crashDumps', folder)
  crashReporter.start({ uploadToServer: false, compress: true })
}

/**
 * Logs the end of Chromium's own helpers and of the trainer, unless they were asked to end: at a quit the trainer is,
 * by a signal, and Chromium's helpers as they come.
 */
export function logProcessesGone(log: Log): void {
  let quitting = false
  app.on('before-quit', () => {
    quitting = true
  })
  app.on('child-process-gone', (_event, { type, name, reason, exitCode }) => {
    if (reason === 'clean-exit' || (quitting && reason === 'killed')) return
    log.error(`a process is gone: ${name ?? type} (${type}), ${reason}, code ${exitCode}`)
  })
}

const SESSION = v.object({ begun: v.string() })

/**
 * Marks in `file` that the app runs, until it quits: a process that is killed, or crashes in native code, can
 * write no last line itself, so the next start writes it.
 */
export function logBrokenEnd(file: string, log: Log, tell: Tell): void {
  const last = readKept(file, SESSION, text('keptData.running'), tell)
  if (last)
    log.error(`Unroll, begun at ${last.begun}, did not quit: it crashed, was killed, or the machine stopped`)
  try {
    writeJson(file, { begun: new Date().toISOString() })
  } catch (error) {
    log.error('the mark of a running app was not written', error)
  }
  app.once('quit', () => {
    try {
      rmSync(file, { force: true })
    } catch (error) {
      log.error('the mark of a running app was not removed', error)
    }
  })
}
