import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

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
}

/** Opens a log file that never grows without end. A log that cannot be written stops nothing. */
export function openLog({ path, echo, maxBytes = MAX_LOG_BYTES }: LogOptions): Log {
  mkdirSync(dirname(path), { recursive: true })
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
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function asText(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
}
