import { resolve } from 'node:path'
import type { Language } from '@contract/language/languages'
import { sayIn } from '@contract/language/say'
import type { Terminal } from '../../../main/cli/base/terminal'

/** A terminal that keeps what it is told, and can ask a command to end. */
export type FakeTerminal = Terminal & {
  readonly said: string[]
  readonly warned: string[]
  /** What was shown of how far something is; null where it ended. */
  readonly shown: (string | null)[]
  /** Acts as soon as so many lines have been said. */
  afterLines: { readonly count: number; readonly act: (terminal: FakeTerminal) => void } | null
  readonly askToEnd: (exitCode: number) => void
}

/**
 * @param folder where paths are meant from
 * @param language what it is spoken to in
 */
export function fakeTerminal(folder = '/', language: Language = 'en'): FakeTerminal {
  const say = sayIn(language)
  let stop: ((exitCode: number) => void) | null = null
  const terminal: FakeTerminal = {
    language,
    said: [],
    warned: [],
    shown: [],
    afterLines: null,
    say: async (line) => {
      terminal.said.push(...(typeof line === 'string' ? line : say(line)).split('\n'))
      const { afterLines } = terminal
      if (!afterLines || terminal.said.length < afterLines.count) return
      terminal.afterLines = null
      afterLines.act(terminal)
    },
    warn: (sentence) => terminal.warned.push(say(sentence)),
    progress: (sentence) => terminal.shown.push(sentence === null ? null : say(sentence)),
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
