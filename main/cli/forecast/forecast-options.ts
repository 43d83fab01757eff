import type { Say } from '@contract/language/say'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { MAX_FORECAST_STEPS } from '@contract/run/forecast'
import { isMade } from '@contract/settings/parse-source'
import { MADE_NAMES, type MadeName } from '@contract/settings/source-config'
import { type KnownOptions, parseArguments } from '../base/arguments'
import { oneOf } from '../base/engine-option'
import { commonEntries, entry } from '../base/help-lines'
import { LANGUAGE_TEXTS } from '../base/language-option'
import { tableEntries } from '../data/table-help'
import { TABLE_SWITCHES, TABLE_TEXTS, type TableOption, tableIn } from '../data/table-options'

/** What `forecast` is asked to do; files are as a person wrote them. */
export type ForecastOptions = {
  readonly weights: string
  readonly series:
    | { readonly kind: 'made'; readonly name: MadeName }
    | { readonly kind: 'table'; readonly table: TableOption }
  /** Time steps ahead. */
  readonly steps: number
  /** The file to write; null for standard output. */
  readonly save: string | null
}

/** What `forecast --help` tells. */
export function forecastHelp(usage: string, say: Say): string {
  return [
    say('forecastCommand.usage', { usage }),
    '',
    say('forecastCommand.about'),
    '',
    entry('--load FILE', say('forecastCommand.loadHelp')),
    entry('--series NAME', say('forecastCommand.seriesHelp')),
    tableEntries(say),
    entry('--steps N', say('forecastCommand.stepsHelp', { most: MAX_FORECAST_STEPS })),
    entry('--save FILE', say('forecastCommand.saveHelp')),
    commonEntries(say),
    '',
    say('cli.exitCodes'),
  ].join('\n')
}

/** Its options. */
export const FORECAST_KNOWN: KnownOptions = {
  texts: ['load', 'series', 'steps', 'save', ...TABLE_TEXTS, ...LANGUAGE_TEXTS],
  switches: TABLE_SWITCHES,
}

/** Reads the arguments of `forecast`; the error is one sentence. */
export function parseForecastOptions(args: readonly string[]): Result<ForecastOptions> {
  const written = parseArguments(args, FORECAST_KNOWN)
  if (!written.ok) return written
  const { texts, words } = written.value
  const [word] = words
  if (word !== undefined) return fail('invalid-setting', text('forecastCommand.onlyOptions', { word }))
  const weights = texts.get('load')
  if (weights === undefined) return fail('invalid-setting', text('forecastCommand.noWeights'))
  const table = tableIn(written.value)
  if (!table.ok) return table
  const name = texts.get('series')
  if (name !== undefined && !isMade(name))
    return fail('invalid-setting', oneOf(text('train.theSeries'), MADE_NAMES, name))
  if (name !== undefined && table.value) return fail('invalid-setting', text('train.dataBesideSeries'))
  const series = table.value
    ? ({ kind: 'table', table: table.value } as const)
    : name !== undefined && isMade(name)
      ? ({ kind: 'made', name } as const)
      : null
  if (!series) return fail('invalid-setting', text('forecastCommand.noSeries'))
  const given = texts.get('steps') ?? '50'
  const steps = Number(given)
  if (!Number.isInteger(steps) || steps < 1 || steps > MAX_FORECAST_STEPS)
    return fail('invalid-setting', text('forecastCommand.badSteps', { most: MAX_FORECAST_STEPS, given }))
  return ok({ weights, series, steps, save: texts.get('save') ?? null })
}
