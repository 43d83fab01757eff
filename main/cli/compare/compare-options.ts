import type { Say } from '@contract/language/say'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { ENGINES, type EngineName } from '@contract/run/engine-name'
import { type KnownOptions, parseArguments } from '../base/arguments'
import { engineNamed } from '../base/engine-option'
import { commonEntries, entry } from '../base/help-lines'
import { LANGUAGE_TEXTS } from '../base/language-option'

/** What `compare` is asked to do; the files are as a person wrote them. */
export type CompareOptions = { readonly files: readonly string[]; readonly engine: EngineName }

/** What `compare --help` tells. */
export function compareHelp(usage: string, say: Say): string {
  return [
    say('compare.usage', { usage }),
    '',
    say('compare.about'),
    '',
    entry('--engine NAME', say('cli.engineHelp', { engines: ENGINES })),
    commonEntries(say),
    '',
    say('compare.limits'),
    '',
    say('cli.exitCodes'),
  ].join('\n')
}

/** Its options. */
export const COMPARE_KNOWN: KnownOptions = { texts: ['engine', ...LANGUAGE_TEXTS], switches: [] }

/** Reads the arguments of `compare`; the error is one sentence. */
export function parseCompareOptions(args: readonly string[]): Result<CompareOptions> {
  const written = parseArguments(args, COMPARE_KNOWN)
  if (!written.ok) return written
  const engine = engineNamed(written.value.texts.get('engine'))
  if (!engine.ok) return engine
  const files = written.value.words
  if (files.length === 0) return fail('invalid-setting', text('compare.oneFile'))
  return ok({ files, engine: engine.value })
}
