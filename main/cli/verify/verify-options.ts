import type { Say } from '@contract/language/say'
import { text } from '@contract/language/texts'
import type { ProofScope } from '@contract/project/proof'
import { fail, ok, type Result } from '@contract/result'
import { type KnownOptions, parseArguments } from '../base/arguments'
import { commonEntries, entry } from '../base/help-lines'
import { LANGUAGE_TEXTS } from '../base/language-option'
import { tableEntries } from '../data/table-help'
import { TABLE_SWITCHES, TABLE_TEXTS, type TableOption, tableIn } from '../data/table-options'

/** What `verify` is asked to do; the file is as a person wrote it. */
export type VerifyOptions = {
  readonly file: string
  readonly scope: ProofScope
  readonly json: boolean
  /** The table of a project that has only its hash; null where none was given. */
  readonly table: TableOption | null
}

/** What `verify --help` tells. */
export function verifyHelp(usage: string, say: Say): string {
  return [
    say('verifyCommand.usage', { usage }),
    '',
    say('verifyCommand.about'),
    '',
    entry('--last', say('verifyCommand.lastHelp')),
    entry('--json', say('verifyCommand.jsonHelp')),
    tableEntries(say, say('verifyCommand.dataHelp')),
    commonEntries(say),
    '',
    say('cli.exitCodes'),
  ].join('\n')
}

/** Its options. */
export const VERIFY_KNOWN: KnownOptions = {
  texts: [...TABLE_TEXTS, ...LANGUAGE_TEXTS],
  switches: ['last', 'json', ...TABLE_SWITCHES],
}

/** Reads the arguments of `verify`; the error is one sentence. */
export function parseVerifyOptions(args: readonly string[]): Result<VerifyOptions> {
  const written = parseArguments(args, VERIFY_KNOWN)
  if (!written.ok) return written
  const { words, switches } = written.value
  const [file, ...more] = words
  if (file === undefined || more.length > 0)
    return fail('invalid-setting', text('verifyCommand.oneFile', { count: words.length }))
  const table = tableIn(written.value)
  if (!table.ok) return table
  const scope = switches.get('last') ? 'last' : 'all'
  return ok({ file, scope, json: switches.get('json') ?? false, table: table.value })
}
