/** How the bytes of a table become letters. */
export const TABLE_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gbk', 'windows-1252'] as const
export type TableEncoding = (typeof TABLE_ENCODINGS)[number]

/** What stands between two cells of a row; several spaces in a row count as one. */
export const DELIMITERS = [',', ';', '\t', '|', ' '] as const
export type Delimiter = (typeof DELIMITERS)[number]

export type DecimalMark = '.' | ','

/** What stands between groups of three digits; null where nothing does. A space is any of Unicode's, too. */
export const THOUSANDS = [',', '.', ' ', "'"] as const
export type ThousandsMark = (typeof THOUSANDS)[number] | null

/** How the texts of a time column are written. Without a zone, they are in UTC. */
export const TIME_FORMATS = [
  /** The year first: 2020-12-31, 2020/12/31 23:59, 2020-12-31T23:59:59.5+08:00, 20201231. */
  'iso',
  /** 31.12.2020, 31/12/2020 23:59. */
  'day-month-year',
  /** 12/31/2020, 12/31/2020 11:59 PM. */
  'month-day-year',
  /** 2020-12, 2020M12. */
  'year-month',
  /** Since 1970 in UTC; fractions are kept to the millisecond. */
  'unix-seconds',
  'unix-milliseconds',
  /** 2020. */
  'year',
  /** A number in a unit of its own. */
  'number',
] as const
export type TimeFormat = (typeof TIME_FORMATS)[number]

/** The column that says when the rows were, the first is 0. */
export type TimeColumn = { readonly column: number; readonly format: TimeFormat }

/** How a table is read: all that a person can change about it. */
export type TableChoices = {
  readonly encoding: TableEncoding
  readonly delimiter: Delimiter
  readonly decimal: DecimalMark
  readonly thousands: ThousandsMark
  /** Whether the first row has the names of the columns. */
  readonly header: boolean
  /** Texts that stand for a missing value, in capitals or not; a number among them stands for its value: -999 for -999.0. */
  readonly missing: readonly string[]
  /** Null where the rows are counted. */
  readonly time: TimeColumn | null
  /** What becomes of a table with a row that cannot be read: it is refused, or such rows are left out and told. */
  readonly badRows: 'refuse' | 'drop'
}

/** Texts that mean nothing but a missing value, whatever the table. */
export const MISSING_MARKS: readonly string[] = [
  '',
  'NA',
  'N/A',
  '#N/A',
  '<NA>',
  'NaN',
  '-NaN',
  'NaT',
  'null',
  'none',
  'nil',
  '?',
  '-',
  '--',
  '–',
  '—',
  '.',
  '\\N',
]
