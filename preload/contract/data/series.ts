/** A column of a series: a number for every time step, NaN where it is missing. */
export type Column = { readonly name: string; readonly values: Float64Array }

/** When the time steps of a series were: one time for each. */
export type SeriesTimes =
  /** Nobody says: they are counted. */
  | { readonly kind: 'rows' }
  /** Milliseconds since 1970 in UTC, and the finest unit that tells two time steps apart. */
  | {
      readonly kind: 'dates'
      /** Of the column that they come from. */
      readonly name: string
      readonly values: Float64Array
      readonly unit: 'year' | 'month' | 'day' | 'minute' | 'second' | 'millisecond'
    }
  /** Numbers in a unit of the series' own. */
  | { readonly kind: 'numbers'; readonly name: string; readonly values: Float64Array }

/** A whole series, before it is cut into parts and scaled: columns of one length, in order of time. */
export type Series = { readonly times: SeriesTimes; readonly columns: readonly Column[] }

/** The most time steps that a series may have. */
export const MAX_ROWS = 10_000_000

/** The largest number that can be learned: its square still is far from the largest double, and itself from float32's. */
export const LARGEST = 1e30

/** Time jumps where an interval is so many times as long as the usual one: months are from 28 to 31 days. */
export const JUMP = 1.5
