import { MADE_SERIES, suggestedRun } from '@contract/data/made-series'
import { MAX_ROWS, type Series } from '@contract/data/series'
import { tableRun } from '@contract/data/table/table-run'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { isMade } from '@contract/settings/parse-source'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import { isOfSeries, MAX_OUTPUTS, type SeriesSource } from '@contract/settings/source-config'
import type { Written } from '../base/arguments'
import { oneOf } from '../base/engine-option'

/** What of a table decides what a run of it is like. */
export type LearnedTable = { readonly name: string; readonly sha256: string; readonly series: Series }

const NO_SHA = '0'.repeat(64)

/** The options that say what is learned, beside the settings of a series. */
export const SERIES_TEXTS: readonly string[] = ['series', 'input', 'target', 'split']

/** What a command line says of the series that is learned, as it was written; what it does not say is not there. */
export type WrittenSeries = {
  readonly series?: string
  readonly data?: string
  readonly input?: readonly string[]
  readonly target?: readonly string[]
  readonly split?: string
}

/** What was written of the series, to be held against what a weight file brings. */
export function seriesWritten({ texts, lists }: Written): WrittenSeries {
  const [series, data, split] = ['series', 'data', 'split'].map((name) => texts.get(name))
  const [input, target] = ['input', 'target'].map((name) => columnsIn(lists.get(name)))
  return {
    ...(series === undefined ? {} : { series }),
    ...(data === undefined ? {} : { data }),
    ...(input === undefined ? {} : { input }),
    ...(target === undefined ? {} : { target }),
    ...(split === undefined ? {} : { split }),
  }
}

/**
 * The settings of the table that `--data` names, which has been read; null where none is named. One column alone learns its
 * own next value; of several a person says what each is for.
 *
 * @param table null as long as it has not been read: whatever it has, the options are looked at before
 * @param usual the columns to take where none are written
 */
export function tableLearned(
  { texts, lists }: Written,
  table: LearnedTable | null,
  usual: Pick<SeriesSource, 'inputs' | 'targets'> | null = null,
): Result<RunConfig | null> {
  if (!texts.has('data')) return ok(null)
  const [inputs, targets] = [columnsIn(lists.get('input')), columnsIn(lists.get('target'))]
  const rows = table ? (table.series.columns[0]?.values.length ?? 0) : MAX_ROWS
  const columns = table ? table.series.columns.map(({ name }) => name) : (inputs ?? ['?'])
  // Weights that are loaded bring their columns: any do until then.
  const own = !table || columns.length === 1 || texts.has('load') ? columns.slice(0, MAX_OUTPUTS) : undefined
  const source = { inputs: inputs ?? usual?.inputs ?? own, targets: targets ?? usual?.targets ?? own }
  if (!source.inputs || !source.targets) return refuse(text('tableOptions.columns', { columns }))
  for (const [option, names] of [
    ['--input', source.inputs] as const,
    ['--target', source.targets] as const,
  ]) {
    const name = table && names.find((each) => !columns.includes(each))
    if (name) return refuse(text('tableOptions.noColumn', { option, name, columns }))
  }
  const origin = { kind: 'table', name: table?.name ?? '?', sha256: table?.sha256 ?? NO_SHA } as const
  return ok(tableRun({ kind: 'series', origin, inputs: source.inputs, targets: source.targets }, rows))
}

/** The settings of the series that `--series` names, as they suit it; null where none is named. */
export function seriesNamed({ texts }: Written): Result<RunConfig | null> {
  const name = texts.get('series')
  if (name === undefined) return ok(null)
  if (isMade(name)) return ok(suggestedRun(name))
  const names = MADE_SERIES.map((known) => known.name)
  return refuse(oneOf(text('train.theSeries'), names, name))
}

/**
 * The source and the parts that were written, over those of the settings that a run begins with: `--input A,B`,
 * `--target C`, `--split 70/15/15`.
 */
export function writtenOfSeries({ texts, lists }: Written, base: RunConfig): Result<Partial<Settings>> {
  const { source } = base.data
  const given = SERIES_TEXTS.find((name) => name !== 'series' && texts.has(name))
  const [inputs, targets] = [columnsIn(lists.get('input')), columnsIn(lists.get('target'))]
  const split = texts.get('split')
  const parts = split === undefined ? {} : partsIn(split)
  // Weights that are loaded bring what they learned: it is only then that what was written can be held against it.
  if (source.kind === 'lesson' && given !== undefined && !texts.has('load'))
    return refuse(text('train.onlyOfSeries', { option: `--${given}` }))
  if (parts === null) return refuse(text('train.noSplit', { given: split ?? '' }))
  if (source.kind === 'lesson') return ok({})
  return ok({
    source: { ...source, inputs: inputs ?? source.inputs, targets: targets ?? source.targets },
    ...parts,
  })
}

/** Which option of those written says something of a series alone, where the lesson is learned; null where none does. */
export function ofSeriesAlone(
  names: readonly (keyof Settings)[],
  base: RunConfig,
  ofSeries: readonly (keyof Settings)[],
): keyof Settings | null {
  if (isOfSeries(base.data)) return null
  return names.find((name) => ofSeries.includes(name)) ?? null
}

/** `A,B`, and of an option that is given more than once all of them: a name with a comma in it is given alone. */
function columnsIn(values: readonly string[] | undefined): readonly string[] | undefined {
  if (!values) return undefined
  return values.length > 1 ? values : values.flatMap((value) => value.split(',').map((name) => name.trim()))
}

/** The parts that `A/B/C` says; null where it says none. */
export function partsIn(split: string): Pick<Settings, 'trainPercent' | 'validationPercent'> | null {
  const parts = split.split('/').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const [trainPercent, validationPercent, test] = parts
  if (parts.length !== 3 || parts.some((part) => !(part >= 0))) return null
  if (trainPercent === undefined || validationPercent === undefined || test === undefined) return null
  // A third of each is 33.3/33.3/33.4 to a person, and nobody is to add up hundredths.
  return Math.abs(trainPercent + validationPercent + test - 100) < 0.5
    ? { trainPercent, validationPercent }
    : null
}

function refuse(why: Text): Result<never> {
  return fail('invalid-setting', why)
}
