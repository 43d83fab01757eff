import { resolve } from 'node:path'
import type { Terminal } from '../../../main/cli/base/terminal'

/** A terminal that keeps what it is told, and can ask a command to end. */
export type FakeTerminal = Terminal & {
  readonly said: string[]
  readonly warned: string[]
  /** Acts as soon as so many lines have been said. */
  afterLines: { readonly count: number; readonly act: (terminal: FakeTerminal) => void } | null
  readonly askToEnd: (exitCode: number) => void
}

/** @param folder where paths are meant from */
export function fakeTerminal(folder = '/'): FakeTerminal {
  let stop: ((exitCode: number) => void) | null = null
  const terminal: FakeTerminal = {
    said: [],
    warned: [],
    afterLines: null,
    say: async (text) => {
      terminal.said.push(...text.split('\n'))
      const { afterLines } = terminal
      if (!afterLines || terminal.said.length < afterLines.count) return
      terminal.afterLines = null
      afterLines.act(terminal)
    },
    warn: (line) => terminal.warned.push(line),
    lost: () => false,
    pathOf: (written) => resolve(folder, written),
    onStop: (asked) => {
      stop = asked
      return () => {
        stop = null
      }
    },
    askToEnd: (exitCode) => stop?.(exitCode),
  }
  return terminal
}
