import { MAX_PASTED } from '@contract/data/opened-table'
import { ON_IRREGULAR } from '@contract/data/read-series'
import { MAX_ROWS } from '@contract/data/series'
import {
  DELIMITERS,
  TABLE_ENCODINGS,
  type TableChoices,
  THOUSANDS,
  TIME_FORMATS,
} from '@contract/data/table/table-choices'
import { MAX_COLUMNS } from '@contract/data/table/table-read'
import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import { parseSettings } from '@contract/settings/parse-settings'
import type { DataConfig } from '@contract/settings/run-config'
import { settingsOf } from '@contract/settings/settings'
import * as v from 'valibot'
import { carrying } from './carried-text'
import { checkedBy } from './checked-by'

const WRONG_CHOICES = carrying(text('requests.tableChoices'))
const WRONG_PASTED = carrying(text('requests.pasted', { most: MAX_PASTED }))
const WRONG_DRAWN = carrying(text('requests.drawn', { most: MAX_ROWS }))

/** The most texts that stand for a missing value, and the most letters of one. */
const MAX_MARKS = 1000
const MAX_MARK = 1000

const ENTRIES = {
  encoding: v.picklist(TABLE_ENCODINGS, WRONG_CHOICES),
  delimiter: v.picklist(DELIMITERS, WRONG_CHOICES),
  decimal: v.picklist(['.', ','], WRONG_CHOICES),
  thousands: v.nullable(v.picklist(THOUSANDS, WRONG_CHOICES)),
  header: v.boolean(WRONG_CHOICES),
  missing: v.pipe(
    v.array(v.pipe(v.string(WRONG_CHOICES), v.maxLength(MAX_MARK, WRONG_CHOICES)), WRONG_CHOICES),
    v.maxLength(MAX_MARKS, WRONG_CHOICES),
  ),
  time: v.nullable(
    v.object(
      {
        column: v.pipe(
          v.number(WRONG_CHOICES),
          v.safeInteger(WRONG_CHOICES),
          v.minValue(0, WRONG_CHOICES),
          v.maxValue(MAX_COLUMNS - 1, WRONG_CHOICES),
        ),
        format: v.picklist(TIME_FORMATS, WRONG_CHOICES),
      },
      WRONG_CHOICES,
    ),
  ),
  badRows: v.picklist(['refuse', 'drop'], WRONG_CHOICES),
}

/** How a person wants a table to be read. */
export const tableChoices: v.GenericSchema<unknown, TableChoices> = v.object(ENTRIES, WRONG_CHOICES)

/** What they have said of it: nothing of it must be there, so that nothing else may be. */
export const toldChoices: v.GenericSchema<unknown, Partial<TableChoices>> = v.pipe(
  v.custom<object>(isPlain, WRONG_CHOICES),
  v.strictObject(
    {
      encoding: v.exactOptional(ENTRIES.encoding),
      delimiter: v.exactOptional(ENTRIES.delimiter),
      decimal: v.exactOptional(ENTRIES.decimal),
      thousands: v.exactOptional(ENTRIES.thousands),
      header: v.exactOptional(ENTRIES.header),
      missing: v.exactOptional(ENTRIES.missing),
      time: v.exactOptional(ENTRIES.time),
      badRows: v.exactOptional(ENTRIES.badRows),
    },
    WRONG_CHOICES,
  ),
)

function isPlain(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

/** What becomes of irregular times. */
export const onIrregular = v.picklist(ON_IRREGULAR, WRONG_CHOICES)

/** A table out of the clipboard. */
export const pasted = v.pipe(v.string(WRONG_PASTED), v.maxLength(MAX_PASTED, WRONG_PASTED))

/** The values of a drawn curve. */
export const drawn = v.pipe(
  v.custom<Float64Array>((value) => value instanceof Float64Array, WRONG_DRAWN),
  v.check(({ length }) => length >= 2 && length <= MAX_ROWS, WRONG_DRAWN),
  v.check((values) => values.every(Number.isFinite), WRONG_DRAWN),
)

/** What a run learns from and how, held to the limits of a whole run's settings; the others are the lesson's. */
export const dataConfig = checkedBy((value): Result<DataConfig> => {
  if (typeof value !== 'object' || value === null) return parseSettings(value) as Result<never>
  // Named one by one, so that what is missing is missed and not the lesson's.
  const named = Object.keys(LESSON.data).map((name) => [name, (value as Record<string, unknown>)[name]])
  const parsed = parseSettings({ ...settingsOf(LESSON), ...Object.fromEntries(named) })
  return parsed.ok ? ok(parsed.value.data) : parsed
})
