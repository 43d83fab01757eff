import { MADE_SERIES, suggestedRun } from '@contract/data/made-series'
import type { Say } from '@contract/language/say'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { isMade } from '@contract/settings/parse-source'
import type { RunConfig } from '@contract/settings/run-config'
import { type KnownOptions, parseArguments } from '../base/arguments'
import { oneOf } from '../base/engine-option'
import { below, commonEntries, entry } from '../base/help-lines'
import { LANGUAGE_TEXTS } from '../base/language-option'

/** Runs to look for leaks in, with what each is called. */
export type LeakOptions = readonly { readonly name: string; readonly config: RunConfig }[]

/** What `leak --help` tells. */
export function leakHelp(usage: string, say: Say): string {
  return [
    say('leakCommand.usage', { usage }),
    '',
    say('leakCommand.about'),
    '',
    entry('--series NAME', say('leakCommand.seriesHelp')),
    MADE_SERIES.map(({ name, label }) => below(`${name.padEnd(24)} ${say(label)}`)).join('\n'),
    commonEntries(say),
    '',
    say('cli.exitCodes'),
  ].join('\n')
}

/** Its options. */
export const LEAK_KNOWN: KnownOptions = { texts: ['series', ...LANGUAGE_TEXTS], switches: [] }

/** Reads the arguments of `leak`; the error is one sentence. */
export function parseLeakOptions(args: readonly string[]): Result<LeakOptions> {
  const written = parseArguments(args, LEAK_KNOWN)
  if (!written.ok) return written
  const [word] = written.value.words
  if (word !== undefined) return fail('invalid-setting', text('leakCommand.onlyOptions', { word }))
  const known = MADE_SERIES.map(({ name }) => name)
  const names = written.value.lists.get('series') ?? known
  const stranger = names.find((name) => !isMade(name))
  if (stranger !== undefined) return fail('invalid-setting', oneOf(text('train.theSeries'), known, stranger))
  return ok(names.filter(isMade).map((name) => ({ name, config: suggestedRun(name) })))
}
