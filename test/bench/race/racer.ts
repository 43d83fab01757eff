import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { readLine, type Said, type Told } from './protocol'

/** A competitor's process. */
export type Racer = {
  /** The first thing it says: that it is ready, or that its framework is missing. */
  readonly start: () => Promise<Said>
  readonly ask: (told: Told) => Promise<Said>
  /** Ends it, and waits until it is gone. */
  readonly end: () => Promise<void>
}

/**
 * Starts a process that speaks the protocol.
 *
 * @param environment added to our own
 */
export function startRacer(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Racer {
  const child = spawn(command, args, {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-4000)
  })
  // A program that is not there never closes: its error stands for its end.
  const ended = once(child, 'close')
  ended.catch(() => {})
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()

  async function next(): Promise<Said> {
    for (;;) {
      const { value, done } = await lines.next()
      if (done) {
        await ended
        throw new Error(`${command} ${args[0]} ended (code ${child.exitCode}):\n${complaints.trim()}`)
      }
      const said = readLine(value)
      if (said) return said
    }
  }

  return {
    start: next,
    ask: (told) => {
      child.stdin.write(`${told}\n`)
      return next()
    },
    end: async () => {
      child.stdin.end()
      await ended.catch(() => {})
    },
  }
}
