import { resolve } from 'node:path'
import type { Language } from '@contract/language/languages'
import { sayIn } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { ENDING_SIGNALS, EXIT, EXIT_OF_SIGNAL } from './exit-code'
import { tellFault } from './fault'
import { standardStreams } from './standard-streams'

/** The outer world of a command: tests bring their own. */
export type Terminal = {
  /** What the person is spoken to in. */
  readonly language: Language
  /** Writes a line to standard output, a sentence or data as it is; resolves when more can be taken. */
  readonly say: (line: Text | string) => Promise<void>
  /** Writes a sentence to standard error. */
  readonly warn: (sentence: Text) => void
  /** Shows how far something is, in a line that the next one takes the place of, where a person looks on; null ends it. */
  readonly progress: (sentence: Text | null) => void
  /** Whether lines for standard output were lost, which was told then: the command has not done all that it should. */
  readonly lost: () => boolean
  /** A path as a person wrote it, from where they stand. */
  readonly pathOf: (written: string) => string
  /** Calls `stop` once, with the exit code to end with, when the process is asked to end; gives a way to call it off. */
  readonly onStop: (stop: (exitCode: number) => void) => () => void
}

/** Back to the beginning of the line, and nothing on it. */
const LINE_AGAIN = '\r\u001b[K'

/** A sentence may name a file whose name has line breaks, or what a terminal takes for a command: these are written out. */
function onOneLine(sentence: string): string {
  return sentence.replaceAll(/\p{Cc}/gu, (control) => JSON.stringify(control).slice(1, -1))
}

/** Where the signals that ask a process to end are heard. */
export type Signals = Pick<NodeJS.EventEmitter, 'on' | 'off'>

/**
 * The terminal that this process was started from.
 *
 * @param language what the person is spoken to in
 * @param signals for a process whose signals come another way
 */
export function processTerminal(language: Language, signals: Signals = process): Terminal {
  const say = sayIn(language)
  const warn = (sentence: Text) => streams.err(`${onOneLine(say(sentence))}\n`)
  let unheard = () => {}
  // A reader that has seen enough ("| head") closes the pipe: an end like any other, no crash.
  const endAtOnce = () => process.exit(EXIT.fault)
  let faulty: () => void = endAtOnce
  // A bug where nobody waits for it, in a timer: a command that can still save its work is asked to.
  const onFault = (error: unknown) => void tellFault(error, { warn }).then(() => faulty())
  process.on('uncaughtException', onFault).on('unhandledRejection', onFault)
  const streams = standardStreams(process, say, () => unheard())
  return {
    language,
    say: (line) => streams.out(`${typeof line === 'string' ? line : say(line)}\n`),
    warn,
    progress: (sentence) => {
      if (process.stderr.isTTY)
        streams.err(`${LINE_AGAIN}${sentence === null ? '' : onOneLine(say(sentence))}`)
    },
    lost: streams.lost,
    pathOf: (written) => resolve(written),
    onStop: (stop) => {
      const listeners = ENDING_SIGNALS.map((signal) => [signal, () => end(EXIT_OF_SIGNAL[signal])] as const)
      const callOff = () => {
        for (const [signal, listener] of listeners) signals.off(signal, listener)
        unheard = () => {}
        faulty = endAtOnce
      }
      const end = (exitCode: number) => {
        // From now on a second Ctrl-C ends the process at once, as a person who presses it twice means it.
        callOff()
        stop(exitCode)
      }
      for (const [signal, listener] of listeners) signals.on(signal, listener)
      unheard = () => end(EXIT.unheard)
      faulty = () => end(EXIT.fault)
      return callOff
    },
  }
}

/** Resolves when all that was written has left the process. */
export async function flushed(): Promise<void> {
  for (const stream of [process.stdout, process.stderr])
    await new Promise<void>((resolved) => {
      // An error counts as well: nobody is there to read the rest.
      try {
        stream.write('', () => resolved())
      } catch {
        resolved()
      }
    })
}
