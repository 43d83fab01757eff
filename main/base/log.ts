import { appendFileSync, lstatSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { text } from '@contract/language/texts'
import { setAside } from '../disk/own-folder'
import { isSystemError } from '../disk/system-error'
import type { Tell } from './json-file'
import { openKeptFolder } from './kept-folder'

/** At this size a log is set aside as `.old`, and a new one begun; so at most twice this is kept. */
const MAX_LOG_BYTES = 1_000_000

/** Where what happened is written down, for the person who has to find out why. */
export type Log = {
  readonly info: (text: string) => void
  readonly error: (text: string, cause?: unknown) => void
}

export type LogOptions = {
  readonly path: string
  /** Also writes to the terminal: while developing. */
  readonly echo: boolean
  readonly maxBytes?: number
  /** Hears why nothing is written down. */
  readonly tell?: Tell
}

/**
 * Opens a log file that never grows without end. A log that cannot be written stops nothing, whatever lies in the place
 * of its folder or of itself; what does is set aside.
 */
export function openLog({ path, echo, maxBytes = MAX_LOG_BYTES, tell = () => {} }: LogOptions): Log {
  openKeptFolder(dirname(path), text('keptData.logs'), tell)
  clear(path)
  clear(`${path}.old`)
  let size = sizeOf(path)

  function write(level: string, text: string) {
    const line = `${new Date().toISOString()} ${level} ${text}\n`
    if (echo) process.stderr.write(line)
    try {
      if (size + line.length > maxBytes && size > 0) {
        renameSync(path, `${path}.old`)
        size = 0
      }
      appendFileSync(path, line)
      size += Buffer.byteLength(line)
    } catch {
      // A full disk or a folder that is gone: training matters more than its log.
    }
  }
  return {
    info: (text) => write('info ', text),
    error: (text, cause) => write('error', cause === undefined ? text : `${text}: ${asText(cause)}`),
  }
}

/** Writes what nobody caught into the log before Electron shows it. */
export function logUncaught(log: Log): void {
  process.on('uncaughtExceptionMonitor', (error) => log.error('main failed', error))
  process.on('unhandledRejection', (reason) => log.error('main let a promise fail', reason))
}

function sizeOf(path: string): number {
  try {
    return lstatSync(path).size
  } catch {
    return 0
  }
}

/** Sets aside what is no file: appending to a pipe would wait for whoever reads it. */
function clear(path: string): void {
  try {
    if (!lstatSync(path).isFile()) setAside(path)
  } catch (error) {
    // Nothing there, or nothing that could be done: writing fails quietly.
    if (!isSystemError(error)) throw error
  }
}

function asText(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
}
