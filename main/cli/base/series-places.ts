import { timeAt } from '@contract/data/axis-times'
import type { SourceFacts } from '@contract/data/source-facts'
import type { Say } from '@contract/language/say'
import type { UpdateRecord } from './update-record'

/** Rows of a series that an update was made on, as a person counts them: the first is 1. */
export function rowsOf({ start, step, inputs }: Pick<UpdateRecord, 'start' | 'step' | 'inputs'>): number[] {
  return Array.from(inputs, (_, i) => Math.round(start + i * step) + 1)
}

/** Whether it is known exactly when the rows of a series are. */
export function hasTimes({ times }: Pick<SourceFacts, 'times'>): boolean {
  return times.kind !== 'rows' && (times.kind !== 'knots' || times.exact)
}

/** When a row is, the first is 1, also beyond the last: ISO's form for a date. Of a series that has times. */
export function timeOf({ times }: Pick<SourceFacts, 'times'>, row: number): string | number {
  const at = timeAt(times, row - 1) ?? Number.NaN
  return times.kind !== 'rows' && times.of === 'dates' ? new Date(at).toISOString() : at
}

/** A row as a person reads it: its date, its time, or its number. */
export function placeText(facts: Pick<SourceFacts, 'times'>, row: number, say: Say): string {
  const { times } = facts
  if (times.kind === 'rows' || !hasTimes(facts)) return `${row}`
  const time = timeAt(times, row - 1) ?? Number.NaN
  return times.of === 'dates'
    ? say('train.date', { time, unit: times.unit })
    : `${Number(time.toPrecision(8))}`
}

/** The numbers of one output: [time step] of [time step, output]. */
export function ofOutput(numbers: Float32Array, output: number, outputs: number): number[] {
  return Array.from({ length: numbers.length / outputs }, (_, i) => numbers[i * outputs + output] as number)
}
