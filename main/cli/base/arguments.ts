import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'

/** What was written on a command line: texts by their option, switches on or off, and the words that are no options. */
export type Written = {
  /** Of an option that is given twice, the last one. */
  readonly texts: ReadonlyMap<string, string>
  /** Every value of an option, in order. */
  readonly lists: ReadonlyMap<string, readonly string[]>
  readonly switches: ReadonlyMap<string, boolean>
  readonly words: readonly string[]
}

/** The options of a command by name, without dashes. A switch `carry` is turned off by `--no-carry`. */
export type KnownOptions = { readonly texts: readonly string[]; readonly switches: readonly string[] }

/** Takes a command line apart by `node:util`, and says in a sentence of ours what does not fit. */
export function parseArguments(args: readonly string[], known: KnownOptions): Result<Written> {
  const config: ParseArgsOptionsConfig = Object.fromEntries([
    ...known.switches.map((name) => [name, { type: 'boolean' }] as const),
    // After the switches: one of the same name only says with `--no-` that there is none.
    ...known.texts.map((name) => [name, { type: 'string' }] as const),
  ])
  const { tokens } = parseArgs({
    args: [...args],
    options: config,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const texts = new Map<string, string>()
  const lists = new Map<string, readonly string[]>()
  const switches = new Map<string, boolean>()
  const words: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    if (known.texts.includes(name)) {
      // What begins with two dashes is the next option: the value was forgotten.
      if (value === undefined || value === '' || (!inlineValue && value.startsWith('--')))
        return refuse(text('cli.valueMissing', { option: rawName }))
      texts.set(name, value)
      lists.set(name, [...(lists.get(name) ?? []), value])
      continue
    }
    const positive = name.replace(/^no-/, '')
    if (!known.switches.includes(positive)) return refuse(text('cli.unknownOption', { option: rawName }))
    if (value !== undefined) return refuse(text('cli.valueUnwanted', { option: rawName, value }))
    switches.set(positive, positive === name)
  }
  return ok({ texts, lists, switches, words })
}

function refuse(why: Text): Result<never> {
  return fail('invalid-setting', why)
}
