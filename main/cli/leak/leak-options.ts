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
import { type LearnedTable, SERIES_TEXTS } from '../data/series-options'
import { tableEntries } from '../data/table-help'
import { TABLE_SWITCHES, TABLE_TEXTS, type TableOption, tableIn } from '../data/table-options'
import { optionOf } from '../run/run-settings'
import { parseTrainOptions } from '../train/train-options'

/** A run to look for leaks in, with what it is called. */
export type LeakRun = { readonly name: string; readonly config: RunConfig }

/** What `leak` is asked to look into. */
export type LeakOptions =
  | { readonly kind: 'made'; readonly runs: readonly LeakRun[] }
  | {
      readonly kind: 'table'
      readonly table: TableOption
      /** The run of the table, when it has been read. */
      readonly runOf: (table: LearnedTable) => Result<LeakRun>
    }

/** What `leak --help` tells. */
export function leakHelp(usage: string, say: Say): string {
  return [
    say('leakCommand.usage', { usage }),
    '',
    say('leakCommand.about'),
    '',
    entry('--series NAME', say('leakCommand.seriesHelp')),
    MADE_SERIES.map(({ name, label }) => below(`${name.padEnd(24)} ${say(label)}`)).join('\n'),
    tableEntries(say),
    entry('--input, --target …', say('leakCommand.settingsHelp')),
    commonEntries(say),
    '',
    say('cli.exitCodes'),
  ].join('\n')
}

/** Settings of a series that decide what is computed from it before there are weights. */
const OF_SERIES = (['horizon', 'window', 'stride', 'order', 'scaling'] as const).map(optionOf)

/** Its options. */
export const LEAK_KNOWN: KnownOptions = {
  texts: [...SERIES_TEXTS, ...OF_SERIES, ...TABLE_TEXTS, ...LANGUAGE_TEXTS],
  switches: TABLE_SWITCHES,
}

/** Reads the arguments of `leak`; the error is one sentence. */
export function parseLeakOptions(args: readonly string[]): Result<LeakOptions> {
  const written = parseArguments(args, LEAK_KNOWN)
  if (!written.ok) return written
  const [word] = written.value.words
  if (word !== undefined) return fail('invalid-setting', text('leakCommand.onlyOptions', { word }))
  const table = tableIn(written.value)
  if (!table.ok) return table
  if (table.value) {
    if (written.value.texts.has('series')) return fail('invalid-setting', text('train.dataBesideSeries'))
    const first = runOf(args, null)
    return first.ok
      ? ok({ kind: 'table', table: table.value, runOf: (opened) => runOf(args, opened) })
      : first
  }
  const stray = LEAK_KNOWN.texts.find(
    (name) => name !== 'series' && !LANGUAGE_TEXTS.includes(name) && written.value.texts.has(name),
  )
  if (stray !== undefined)
    return fail('invalid-setting', text('leakCommand.onlyOfData', { option: `--${stray}` }))
  const known = MADE_SERIES.map(({ name }) => name)
  const names = written.value.lists.get('series') ?? known
  const stranger = names.find((name) => !isMade(name))
  if (stranger !== undefined) return fail('invalid-setting', oneOf(text('train.theSeries'), known, stranger))
  const runs = names.filter(isMade).map((name) => ({ name, config: suggestedRun(name) }))
  return ok({ kind: 'made', runs })
}

/** The run that `train` makes of the same options. */
function runOf(args: readonly string[], table: LearnedTable | null): Result<LeakRun> {
  const options = parseTrainOptions(args, table)
  if (!options.ok) return options
  const { begin } = options.value
  if (begin.kind !== 'new') throw new Error('leak loads nothing')
  return ok({ name: table?.name ?? '', config: begin.config })
}
