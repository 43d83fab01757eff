import {
  DELIMITERS,
  type Delimiter,
  MISSING_MARKS,
  TABLE_ENCODINGS,
  type TableChoices,
  THOUSANDS,
  type ThousandsMark,
  TIME_FORMATS,
  type TimeFormat,
} from '@contract/data/table/table-choices'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { Written } from '../base/arguments'
import { oneOf } from '../base/engine-option'

/** What becomes of times that are not evenly spaced. */
const IRREGULAR = ['keep', 'resample', 'intervals'] as const
export type Irregular = (typeof IRREGULAR)[number]

/** A table that is to be read, as a person wrote it down. */
export type TableOption = {
  readonly file: string
  /** What was said of how it is written, but for its times. */
  readonly told: Partial<Omit<TableChoices, 'time'>>
  /** The column of its times by name, null for none; undefined where nothing was said. */
  readonly time: string | null | undefined
  readonly timeFormat: TimeFormat | undefined
  readonly irregular: Irregular
  /** Whether that was said. */
  readonly toldIrregular: boolean
}

const OF_TABLE = [
  'delimiter',
  'decimal',
  'thousands',
  'encoding',
  'time',
  'time-format',
  'missing',
  'bad-rows',
  'irregular',
]

/** The options of a table. `--missing`, `--time` and `--thousands` take a value; each can be said not to be there. */
export const TABLE_TEXTS: readonly string[] = ['data', ...OF_TABLE]
export const TABLE_SWITCHES: readonly string[] = ['header', 'thousands', 'time', 'missing']

/** Marks that no shell takes as they are have names. */
export const MARK_NAMES: Readonly<Record<string, string>> = { '\t': 'tab', ' ': 'space' }

/** The table that `--data` names, with all that is said of it; null where none is named. */
export function tableIn({ texts, switches, lists }: Written): Result<TableOption | null> {
  const file = texts.get('data')
  const stray = [...OF_TABLE, ...TABLE_SWITCHES].find((name) => texts.has(name) || switches.has(name))
  if (file === undefined)
    return stray === undefined ? ok(null) : refuse(text('tableOptions.onlyOfData', { option: `--${stray}` }))
  const delimiter = chosen<Delimiter>('delimiter', texts, DELIMITERS)
  const decimal = chosen('decimal', texts, ['.', ','] as const)
  const thousands = chosen<NonNullable<ThousandsMark>>(
    'thousands',
    texts,
    THOUSANDS.filter((mark) => mark !== null),
  )
  const encoding = chosen('encoding', texts, TABLE_ENCODINGS)
  const timeFormat = chosen('time-format', texts, TIME_FORMATS)
  const badRows = chosen('bad-rows', texts, ['refuse', 'drop'] as const)
  const irregular = chosen('irregular', texts, IRREGULAR)
  for (const choice of [delimiter, decimal, thousands, encoding, timeFormat, badRows, irregular])
    if (!choice.ok) return choice
  if (!delimiter.ok || !decimal.ok || !thousands.ok || !encoding.ok) throw new Error('all of them were fine')
  if (!timeFormat.ok || !badRows.ok || !irregular.ok) throw new Error('all of them were fine')
  const header = switches.get('header')
  const marks = switches.get('missing') === false ? [] : marksIn(lists.get('missing'))
  const groups = switches.get('thousands') === false ? null : thousands.value
  return ok({
    file,
    told: {
      ...(delimiter.value !== undefined && { delimiter: delimiter.value }),
      ...(decimal.value !== undefined && { decimal: decimal.value }),
      ...(groups !== undefined && { thousands: groups }),
      ...(encoding.value !== undefined && { encoding: encoding.value }),
      ...(header !== undefined && { header }),
      ...(marks && { missing: [...MISSING_MARKS, ...marks] }),
      ...(badRows.value !== undefined && { badRows: badRows.value }),
    },
    time: switches.get('time') === false ? null : texts.get('time'),
    timeFormat: timeFormat.value,
    irregular: irregular.value ?? 'keep',
    toldIrregular: irregular.value !== undefined,
  })
}

function chosen<T extends string>(
  option: string,
  texts: Written['texts'],
  values: readonly T[],
): Result<T | undefined> {
  const given = texts.get(option)
  if (given === undefined) return ok(undefined)
  const value = values.find((each) => each === given || MARK_NAMES[each] === given)
  if (value !== undefined) return ok(value)
  const names = values.map((each) => MARK_NAMES[each] ?? each)
  return refuse(oneOf(text('tableOptions.option', { option: `--${option}` }), names, given))
}

/** `-999,NA`, and of an option that is given more than once all of them: a mark with a comma in it is given twice. */
function marksIn(values: readonly string[] | undefined): readonly string[] | undefined {
  if (!values) return undefined
  return values.length > 1 ? values : values.flatMap((value) => value.split(',').map((mark) => mark.trim()))
}

function refuse(why: Text): Result<never> {
  return fail('invalid-setting', why)
}
