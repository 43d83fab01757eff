import { resolve } from 'node:path'
import { EXIT } from './exit-code'

/** The outer world of a command: tests bring their own. */
export type Terminal = {
  /** Writes a line to standard output; resolves when more can be taken. */
  readonly say: (line: string) => Promise<void>
  /** Writes a line to standard error. */
  readonly warn: (line: string) => void
  /** A path as a person wrote it, from where they stand. */
  readonly pathOf: (written: string) => string
  /** Calls `stop` once, with the exit code to end with, when the process is asked to end; gives a way to call it off. */
  readonly onStop: (stop: (exitCode: number) => void) => () => void
}

/** Where the signals that ask a process to end are heard. */
export type Signals = Pick<NodeJS.EventEmitter, 'on' | 'off'>

/**
 * The terminal that this process was started from.
 *
 * @param signals for a process whose signals come another way
 */
export function processTerminal(signals: Signals = process): Terminal {
  let unheard = () => {}
  // A reader that has seen enough ("| head") closes the pipe: an end like any other, no crash.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    unheard()
  })
  return {
    say: (line) =>
      new Promise((resolved) => {
        // The callback also comes, with the error, when the pipe is closed: `unheard` sees to that.
        process.stdout.write(`${line}\n`, () => resolved())
      }),
    warn: (line) => process.stderr.write(`${line}\n`),
    pathOf: (written) => resolve(written),
    onStop: (stop) => {
      const interrupted = () => end(EXIT.interrupted)
      const terminated = () => end(EXIT.terminated)
      const callOff = () => {
        signals.off('SIGINT', interrupted)
        signals.off('SIGTERM', terminated)
        unheard = () => {}
      }
      const end = (exitCode: number) => {
        // From now on a second Ctrl-C ends the process at once, as a person who presses it twice means it.
        callOff()
        stop(exitCode)
      }
      signals.on('SIGINT', interrupted)
      signals.on('SIGTERM', terminated)
      unheard = () => end(EXIT.unheard)
      return callOff
    },
  }
}

/** Resolves when all that was written has left the process. */
export async function flushed(): Promise<void> {
  for (const stream of [process.stdout, process.stderr])
    await new Promise<void>((resolved) => {
      // An error counts as well: nobody is there to read the rest.
      stream.write('', () => resolved())
    })
}
