import { parseArgs } from 'node:util'
import { CHOOSABLE_LANGUAGES, isLanguage, type Language } from '@contract/language/languages'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'

/** The option by which a command is told what to speak, which all of them have. */
export const LANGUAGE_TEXTS = ['language']

const OPTION = '--language'
const VARIABLE = 'UNROLL_LANGUAGE'

/** What a command line asks for beside its command. */
export type Asked = {
  readonly language: Language
  /** Why what was asked for is not spoken here; null when it is, or nothing was asked for. */
  readonly refusal: Text | null
  /** The command and its arguments, without what stood before the command. */
  readonly args: readonly string[]
}

/**
 * Finds the language that is asked for, before the command or among its options, or else by the environment. Of an option
 * that is given twice the last one counts.
 */
export function languageAsked(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Asked {
  const own = args.slice(leading(args))
  const outside = environment[VARIABLE] ?? ''
  const usual = isLanguage(outside) ? outside : 'en'
  const given = written(args)
  if (given === undefined) {
    const refusal =
      outside === '' || isLanguage(outside) ? null : unknown(text('cli.theLanguageVariable'), outside)
    return { language: usual, refusal, args: own }
  }
  if (given === null)
    return { language: usual, refusal: text('cli.valueMissing', { option: OPTION }), args: own }
  if (isLanguage(given)) return { language: given, refusal: null, args: own }
  return { language: usual, refusal: unknown(text('cli.theLanguage'), given), args: own }
}

/** How many arguments stand before the command and say what it speaks. */
function leading(args: readonly string[]): number {
  let count = 0
  while (isOurs(args[count])) count += args[count] === OPTION && !isDashed(args[count + 1]) ? 2 : 1
  return Math.min(count, args.length)
}

function isOurs(arg: string | undefined): boolean {
  return arg === OPTION || arg?.startsWith(`${OPTION}=`) === true
}

function isDashed(arg: string | undefined): boolean {
  return arg?.startsWith('-') === true
}

/** The value that was written last; null where the option has none, undefined where it was not given. */
function written(args: readonly string[]): string | null | undefined {
  const { tokens } = parseArgs({
    args: [...args],
    options: { language: { type: 'string' } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const last = tokens.findLast((token) => token.kind === 'option' && token.rawName === OPTION)
  if (last?.kind !== 'option') return undefined
  const { value, inlineValue } = last
  // What begins with two dashes is the next option: the value was forgotten.
  return value === undefined || value === '' || (!inlineValue && value.startsWith('--')) ? null : value
}

function unknown(what: Text, given: string): Text {
  return text('cli.notOneOf', { what, names: CHOOSABLE_LANGUAGES, given })
}
