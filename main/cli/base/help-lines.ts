import { CHOOSABLE_LANGUAGES } from '@contract/language/languages'
import type { Say } from '@contract/language/say'

/** Where the words about an option begin. */
const COLUMN = 25

/** An option and what it is for; further lines stand below the first. */
export function entry(name: string, what: string): string {
  return `  ${name.padEnd(COLUMN - 3)} ${what.replaceAll('\n', `\n${' '.repeat(COLUMN)}`)}`
}

/** Values on a line of their own, below what they are for. */
export function below(values: string): string {
  return ' '.repeat(COLUMN) + values
}

/** The options that every command has, which its help lists last. */
export function commonEntries(say: Say): string {
  return [
    entry('--language NAME', say('cli.languageHelp', { languages: CHOOSABLE_LANGUAGES })),
    entry('--help', say('cli.help')),
  ].join('\n')
}
