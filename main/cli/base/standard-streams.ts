import type { Say } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { faultOf, isSystemError } from '../../disk/system-error'

/** Standard output and error of this process, none of whose failures ends it. */
export type Streams = {
  /** Writes to standard output; resolves when more can be taken, and also when it was lost. */
  readonly out: (text: string) => Promise<void>
  /** Writes to standard error. Who cannot be told there is told by the exit code alone. */
  readonly err: (text: string) => void
  /** Whether something that belongs on standard output has not arrived there. */
  readonly lost: () => boolean
}

/** Nobody is at the other end of the pipe: no fault, the reader has seen enough. */
const CLOSED = 'EPIPE'

/**
 * Takes over the streams of a process. The first failure of standard output but a closed pipe is told, once, on standard
 * error: the disk that it goes to is full, the terminal is gone.
 *
 * @param say in the language of the person at the terminal
 * @param onClosed hears that nobody reads standard output any more
 */
export function standardStreams(
  { stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'>,
  say: Say,
  onClosed: () => void,
): Streams {
  let lost = false

  function failed(error: unknown) {
    if (isSystemError(error) && error.code === CLOSED) return onClosed()
    // What was on its way at the first failure fails for the reason that the stream is no more.
    if (lost) return
    lost = true
    err(`${say('cli.outputLost', { why: whyOf(error) })}\n`)
  }

  function err(written: string) {
    try {
      stderr.write(written)
    } catch {
      // A file on a full disk fails at once, a pipe by the event below.
    }
  }

  stdout.on('error', failed)
  stderr.on('error', () => {})
  return {
    out: (written) =>
      new Promise((resolved) => {
        // A stream that has failed keeps what it is given, and never calls back.
        if (lost) return resolved()
        try {
          stdout.write(written, (error) => {
            if (error) failed(error)
            resolved()
          })
        } catch (error) {
          failed(error)
          resolved()
        }
      }),
    err,
    lost: () => lost,
  }
}

/** What the operating system refused, without what to do: nothing can be chosen any more. */
function whyOf(error: unknown): Text {
  return isSystemError(error) ? faultOf(error.code) : text('cli.outputClosed')
}
