import { LESSON_FACTS, type SourceFacts } from '@contract/data/source-facts'
import type { UpdateTable } from '@contract/run/update-table'
import fc from 'fast-check'
import { anyValues } from '../weights/any-training'

const SERIES: SourceFacts = {
  axis: 'time-steps',
  inputs: ['load'],
  targets: ['load', 'a "quoted",\r\nbroken name'],
  times: {
    kind: 'calendar',
    first: Date.UTC(1987, 0, 31),
    months: 1,
    of: 'dates',
    name: 'when',
    unit: 'month',
  },
}

/** Of the lesson and of series without a time, with dates and with numbers. */
export const FACTS: readonly SourceFacts[] = [
  LESSON_FACTS,
  SERIES,
  { ...SERIES, times: { kind: 'rows' } },
  { ...SERIES, times: { kind: 'regular', first: 0.1, interval: 1 / 3, of: 'numbers', name: 's' } },
]

/** A place that there is: any of the lesson's, but rows are whole numbers up to ten millions, half of it the first of a window. */
function place({ axis }: SourceFacts, value: number): number {
  return axis === 'half-periods' ? value : Math.abs(Math.trunc(value)) % 500
}

/** Any table, of updates of unlike lengths and of any float32, by their bits. */
export const anyTable: fc.Arbitrary<UpdateTable> = fc
  .tuple(
    fc.integer({ min: 1, max: 2 ** 40 }),
    fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 6 }),
    fc.constantFrom<SourceFacts>(...FACTS),
  )
  .chain(([firstUpdate, lengths, facts]) => {
    const outputs = facts.targets.length
    const steps = lengths.reduce((sum, length) => sum + length, 0)
    const points = (each: number) => anyValues(steps * each, false)
    const places = fc
      .array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
        minLength: lengths.length,
        maxLength: lengths.length,
      })
      .map((values) => Float64Array.from(values, (value) => place(facts, value)))
    const updates = anyValues(lengths.length, false)
    return fc.record({
      ...{ firstUpdate: fc.constant(firstUpdate), lengths: fc.constant(Uint32Array.from(lengths)) },
      ...{ losses: updates, gradientNorms: updates, validationLosses: updates },
      ...{ starts: places, steps: places, outputs: fc.constant(outputs), facts: fc.constant(facts) },
      ...{ inputs: points(1), targets: points(outputs), predictions: points(outputs) },
    })
  })

/** A table of so many updates of three time steps. */
export function tableOf(updates: number): UpdateTable {
  const series = (scale: number) => Float32Array.from({ length: 3 * updates }, (_, i) => i * scale)
  return {
    firstUpdate: 1,
    losses: Float32Array.from({ length: updates }, (_, i) => 1 / (i + 1)),
    gradientNorms: new Float32Array(updates),
    validationLosses: new Float32Array(updates).fill(Number.NaN),
    lengths: new Uint32Array(updates).fill(3),
    starts: Float64Array.from({ length: updates }, (_, i) => i),
    steps: new Float64Array(updates).fill(0.3),
    outputs: 1,
    facts: LESSON_FACTS,
    inputs: series(0.01),
    targets: series(-0.25),
    predictions: series(1e-9),
  }
}
