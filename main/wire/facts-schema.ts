import { MAX_KNOTS } from '@contract/data/axis-times'
import type { SourceFacts } from '@contract/data/source-facts'
import { MAX_INPUTS, MAX_OUTPUTS } from '@contract/settings/source-config'
import * as v from 'valibot'

/** The longest name of a column, in characters: far longer than any that is shown whole. */
const LONGEST_NAME = 10_000

/**
 * What a run learns from, as a page hands it back.
 *
 * @param message of everything that is wrong about it
 */
export function sourceFacts(message: string): v.GenericSchema<unknown, SourceFacts> {
  const name = v.pipe(v.string(message), v.maxLength(LONGEST_NAME, message))
  const names = (most: number) =>
    v.pipe(v.array(name, message), v.minLength(1, message), v.maxLength(most, message))
  const number = v.pipe(v.number(message), v.finite(message))
  const doubles = v.custom<Float64Array>((value) => value instanceof Float64Array, message)
  const units = ['year', 'month', 'day', 'minute', 'second', 'millisecond'] as const
  const rule = v.union(
    [
      v.object({ kind: v.literal('regular', message), first: number, interval: number }, message),
      v.object({ kind: v.literal('calendar', message), first: number, months: number }, message),
      v.pipe(
        v.object(
          { kind: v.literal('knots', message), rows: doubles, values: doubles, exact: v.boolean(message) },
          message,
        ),
        v.check(({ rows }) => rows.length > 0 && rows.length <= MAX_KNOTS, message),
        v.check(({ rows, values }) => rows.length === values.length, message),
      ),
    ],
    message,
  )
  const of = v.union(
    [
      v.object({ of: v.literal('dates', message), name, unit: v.picklist(units, message) }, message),
      v.object({ of: v.literal('numbers', message), name }, message),
    ],
    message,
  )
  const times = v.union(
    [v.object({ kind: v.literal('rows', message) }, message), v.intersect([rule, of], message)],
    message,
  )
  return v.object(
    {
      axis: v.picklist(['half-periods', 'time-steps'], message),
      inputs: names(MAX_INPUTS),
      targets: names(MAX_OUTPUTS),
      times,
    },
    message,
  )
}
