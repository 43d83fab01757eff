import { extname } from 'node:path'
import type { Say } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { type KnownOptions, parseArguments } from '../base/arguments'
import { oneOf } from '../base/engine-option'
import { commonEntries, entry } from '../base/help-lines'
import { LANGUAGE_TEXTS } from '../base/language-option'
import { numberIn } from '../run/run-options'
import { MEASURES, type Measure } from './cells'

/** What `report` is asked to do; files are as a person wrote them. */
export type ReportOptions = {
  readonly file: string
  readonly measure: Measure
  /** A run with a loss below this has converged; null where nothing is said of it. */
  readonly below: number | null
  readonly figure: string | null
  readonly json: boolean
}

/** What `report --help` tells. */
export function reportHelp(usage: string, say: Say): string {
  return [
    say('reportCommand.usage', { usage }),
    '',
    say('reportCommand.about'),
    '',
    entry('--measure NAME', say('reportCommand.measureHelp', { names: MEASURES })),
    entry('--below X', say('reportCommand.belowHelp')),
    entry('--figure FILE', say('reportCommand.figureHelp')),
    entry('--json', say('reportCommand.jsonHelp')),
    commonEntries(say),
    '',
    say('cli.exitCodes'),
  ].join('\n')
}

/** Its options. */
export const REPORT_KNOWN: KnownOptions = {
  texts: ['measure', 'below', 'figure', ...LANGUAGE_TEXTS],
  switches: ['json'],
}

/** Reads the arguments of `report`; the error is one sentence. */
export function parseReportOptions(args: readonly string[]): Result<ReportOptions> {
  const written = parseArguments(args, REPORT_KNOWN)
  if (!written.ok) return written
  const { texts, switches, words } = written.value
  const [file, ...more] = words
  if (file === undefined || more.length > 0)
    return refuse(text('reportCommand.oneFile', { found: words.length }))
  const given = texts.get('measure') ?? MEASURES[0]
  const measure = MEASURES.find((known) => known === given)
  if (!measure) return refuse(oneOf(text('reportCommand.theMeasure'), MEASURES, given))
  const limit = texts.get('below')
  const below = limit === undefined ? null : numberIn(limit)
  if (below !== null && (typeof below !== 'number' || !(below > 0 && below < Number.POSITIVE_INFINITY)))
    return refuse(text('reportCommand.badBelow', { given: limit ?? '' }))
  const figure = texts.get('figure') ?? null
  if (figure !== null && extname(figure).toLowerCase() !== '.svg')
    return refuse(text('train.figureName', { given: figure }))
  return ok({ file, measure, below, figure, json: switches.get('json') ?? false })
}

function refuse(why: Text): Result<never> {
  return fail('invalid-setting', why)
}
