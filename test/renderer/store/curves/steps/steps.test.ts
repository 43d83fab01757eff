import { LESSON_FACTS } from '@contract/data/source-facts'
import { summaryOf } from '@contract/run/recorded/update-summary'
import type { UpdateBatch } from '@contract/run/run'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHistory, type History } from '../../../../../renderer/store/curves/history'
import { outcomeOf } from '../../../../../renderer/store/curves/outcome'
import { lowerBound, upperBound } from '../../../../../renderer/store/curves/search'
import { PAGE_STEPS } from '../../../../../renderer/store/curves/steps/pages'
import { SERIES } from '../../../helpers/series-batch'

/** A repeatable draw from 0 up to, not including, 1. */
function draw(...of: readonly number[]): number {
  let hash = 2166136261
  for (const value of of) hash = Math.imul(hash ^ (value + 0x9e3779b9), 16777619) ^ (hash >>> 15)
  return (hash >>> 0) / 2 ** 32
}

type Facts = typeof LESSON_FACTS

/** Updates whose every number tells the update, the making and the time step; some targets are missing. */
function made(first: number, updates: number, making: number, facts: Facts): UpdateBatch {
  const outputs = facts.targets.length
  const lengths = Uint32Array.from(
    { length: updates },
    (_, i) => 1 + Math.floor(draw(first + i, making) * 40),
  )
  const steps = lengths.reduce((sum, length) => sum + length, 0)
  const value = (column: number, i: number) => Math.fround(100 * draw(first, making, column, i) - 50)
  const long = (column: number, each = 1) =>
    Float32Array.from({ length: steps * each }, (_, i) =>
      column === 1 && draw(first, making, i) < 0.1 ? Number.NaN : value(column, i),
    )
  return {
    runId: 'a',
    firstUpdate: first,
    losses: Float32Array.from({ length: updates }, (_, i) => value(7, i)),
    gradientNorms: new Float32Array(updates),
    validationLosses: new Float32Array(updates).fill(Number.NaN),
    lengths,
    starts: Float64Array.from({ length: updates }, (_, i) => first + i - 1),
    steps: Float64Array.from(lengths, (length) => (length === 1 ? 1 : 1 / (length - 1))),
    outputs,
    inputs: long(0),
    targets: long(1, outputs),
    predictions: long(2, outputs),
    updatesPerSecond: 0,
  }
}

/** A run as it was made, one array a column, and what a record would give of it. */
function slowRun(facts: Facts) {
  const updates = new Map<number, UpdateBatch>()
  return {
    add(batch: UpdateBatch) {
      for (const update of [...updates.keys()]) if (update >= batch.firstUpdate) updates.delete(update)
      const { outputs } = batch
      let at = 0
      for (const [i, length] of batch.lengths.entries()) {
        const end = at + length
        updates.set(batch.firstUpdate + i, {
          ...batch,
          firstUpdate: batch.firstUpdate + i,
          losses: batch.losses.slice(i, i + 1),
          gradientNorms: batch.gradientNorms.slice(i, i + 1),
          validationLosses: batch.validationLosses.slice(i, i + 1),
          lengths: batch.lengths.slice(i, i + 1),
          starts: batch.starts.slice(i, i + 1),
          steps: batch.steps.slice(i, i + 1),
          inputs: batch.inputs.slice(at, end),
          targets: batch.targets.slice(at * outputs, end * outputs),
          predictions: batch.predictions.slice(at * outputs, end * outputs),
        })
        at = end
      }
    },
    /** Some updates, each a piece of its own. */
    read: (first: number, last: number) =>
      [...updates].filter(([update]) => update >= first && update <= last).map(([, batch]) => batch),
    /** The columns of time steps, in the order of a history. */
    columns() {
      const all = [...updates.values()]
      const each = facts.targets.map((_, output) => output)
      const of = (name: 'targets' | 'predictions', output: number) =>
        all.flatMap((batch) => [...batch[name]].filter((_, i) => i % batch.outputs === output))
      return [
        all.flatMap(({ inputs }) => [...inputs]),
        ...each.map((output) => of('targets', output)),
        ...each.map((output) => of('predictions', output)),
      ]
    },
    times: () =>
      [...updates.values()].flatMap(({ lengths, starts, steps }) =>
        Array.from({ length: lengths[0] ?? 0 }, (_, j) => (starts[0] ?? 0) + j * (steps[0] ?? 0)),
      ),
  }
}

const curvesOf = ({ inputs, outputs }: History) => [
  inputs,
  ...outputs.map(({ targets }) => targets),
  ...outputs.map(({ predictions }) => predictions),
]

function extremes(values: readonly number[], from: number, to: number) {
  const numbers = values.slice(from, to).filter((value) => !Number.isNaN(value))
  if (numbers.length === 0) return { low: Number.NaN, high: Number.NaN }
  return { low: Math.min(...numbers), high: Math.max(...numbers) }
}

/** Reads what is wanted until nothing is, as the page does. */
function readAll(
  history: History,
  read: (first: number, last: number) => UpdateBatch[],
  again: () => boolean,
) {
  for (let i = 0; !again(); i += 1) {
    if (i === 100) throw new Error('what is read is let go of before it is used')
    const stretch = history.wanted()
    if (!stretch) throw new Error('something is missing, and nothing is wanted')
    expect(history.fill(stretch, read(stretch.first, stretch.last))).toBe(true)
  }
}

/** Bytes that hold five pages of five columns. */
const SMALL = 5 * PAGE_STEPS * 5 * 4

describe('time steps of which a part is in memory', () => {
  const part = fc.record({
    updates: fc.integer({ min: 1, max: 400 }),
    back: fc.integer({ min: 0, max: 300 }),
    goesBack: fc.integer({ min: 0, max: 3 }),
    isSummary: fc.boolean(),
  })
  const asked = fc.array(
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 3000 })),
    {
      minLength: 3,
      maxLength: 8,
    },
  )

  it.each([
    ['the lesson', LESSON_FACTS],
    ['a series of two outputs', SERIES],
  ] as const)('are what they would be if all were kept, of %s', (_, facts) => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), asked, (parts, ranges) => {
        const history = createHistory(facts, SMALL)
        const slow = slowRun(facts)
        let next = 1
        for (const [making, { updates, back, goesBack, isSummary }] of parts.entries()) {
          const first = Math.max(1, goesBack === 0 ? next - back : next)
          const batch = made(first, updates, making, facts)
          slow.add(batch)
          history.append(isSummary ? summaryOf(batch) : batch)
          next = first + updates
          if (making % 3 === 1) history.steps.want(0, 2000)
        }
        const columns = slow.columns()
        const points = columns[0]?.length ?? 0
        expect([history.points, history.lastUpdate]).toEqual([points, next - 1])
        for (const [place, width] of ranges) {
          const from = Math.floor(place * (points - 1))
          const to = Math.min(points, from + width)
          // Before it is read: nothing is missed, and nothing is told but what lies beside it.
          for (const [column, { extrema }] of curvesOf(history).entries()) {
            const values = columns[column] ?? []
            const { low, high } = extrema.within(from, to)
            const [least, most] = [extremes(values, from, to), extremes(values, from - 500, to + 500)]
            if (!Number.isNaN(least.low)) expect(low <= least.low && high >= least.high).toBe(true)
            if (goneBack(parts)) continue
            if (from > 500 && !Number.isNaN(low)) expect(low >= most.low && high <= most.high).toBe(true)
          }
          readAll(history, slow.read, () => history.steps.want(from, to))
          for (const [column, { at, extrema }] of curvesOf(history).entries()) {
            const values = columns[column] ?? []
            const found = extrema.within(from, to)
            expect({ low: found.low, high: found.high }).toEqual(extremes(values, from, to))
            if (!Number.isNaN(found.low)) {
              expect([at(found.least), at(found.greatest)]).toEqual([found.low, found.high])
              expect(found.least).toBe(from + values.slice(from, to).indexOf(found.low))
            }
            expect(Array.from({ length: to - from }, (_, i) => at(from + i))).toEqual(values.slice(from, to))
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  /** Where updates were made again, a block may tell of what they were made instead of until it is read. */
  function goneBack(parts: readonly { readonly goesBack: number }[]) {
    return parts.some(({ goesBack }) => goesBack === 0)
  }

  it('stand where they would, at any place and after any', () => {
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 4 }),
        fc.array(fc.double({ min: -0.1, max: 1.1, noNaN: true })),
        (parts, places) => {
          const history = createHistory(LESSON_FACTS, SMALL)
          const slow = slowRun(LESSON_FACTS)
          let next = 1
          for (const { updates } of parts) {
            const batch = made(next, updates, 0, LESSON_FACTS)
            slow.add(batch)
            history.append(batch)
            next += updates
          }
          const times = slow.times()
          // The last time step of a window and the first of the next have one place, to the last bit but one.
          const near = times.map((time) => Math.round(time * 1e9))
          const { at, from, after, count } = history.times
          expect(count).toBe(times.length)
          expect(Array.from({ length: count }, (_, point) => at(point))).toEqual(times)
          for (const place of places) {
            const value = place * (next - 1)
            if (near.includes(Math.round(value * 1e9))) continue
            expect([from(value), after(value)]).toEqual([
              lowerBound(times, value, 0, count),
              upperBound(times, value, 0, count),
            ])
          }
        },
      ),
    )
  })

  it('are no more than may be in memory, with the first and the newest among them', () => {
    const history = createHistory(LESSON_FACTS, SMALL)
    for (let update = 1; update < 4000; update += 100) history.append(made(update, 100, 0, LESSON_FACTS))
    const { points } = history
    const held = Array.from({ length: Math.floor(points / 100) }, (_, i) =>
      history.steps.has(100 * i, 100 * i + 1),
    )
    const share = held.filter(Boolean).length / held.length
    expect(points).toBeGreaterThan(18 * PAGE_STEPS)
    expect(share * points * 3 * 4).toBeLessThan(SMALL + 3 * PAGE_STEPS * 3 * 4)
    expect([held[0], held.at(-1), held[Math.floor(held.length / 2)]]).toEqual([true, true, false])
  })

  it('are lost where the record has them no more, and are not asked for again', () => {
    const history = createHistory(LESSON_FACTS, SMALL)
    history.append(summaryOf(made(1, 1000, 0, LESSON_FACTS)))
    expect(history.steps.want(0, 10)).toBe(false)
    const stretch = history.wanted()
    if (!stretch) throw new Error('nothing is wanted')
    expect(history.fill(stretch, [])).toBe(true)
    expect([history.steps.want(0, 10), history.wanted()]).toEqual([true, null])
    expect(history.inputs.at(3)).toBeNaN()
  })

  it('that were made again while they were read are not those that came of it', () => {
    const history = createHistory(LESSON_FACTS, SMALL)
    const old = made(1, 300, 0, LESSON_FACTS)
    history.append(summaryOf(old))
    history.steps.want(0, 10)
    const stretch = history.wanted()
    if (!stretch) throw new Error('nothing is wanted')
    history.append(summaryOf(made(2, 300, 1, LESSON_FACTS)))
    expect(history.fill(stretch, [old])).toBe(false)
    expect(history.steps.has(0, 10)).toBe(false)
  })

  it('are heard of when they are wanted, whichever run it is', () => {
    const history = createHistory(LESSON_FACTS, SMALL)
    let heard = 0
    const end = history.onWanted(() => (heard += 1))
    history.begin(SERIES)
    history.append(summaryOf(made(1, 10, 0, SERIES)))
    history.steps.want(0, 1)
    expect(heard).toBe(1)
    end()
    history.steps.want(0, 1)
    expect(heard).toBe(1)
  })

  it('need not be there for the outcome of a series, but for those of its end', () => {
    const [whole, part] = [createHistory(SERIES), createHistory(SERIES, SMALL)]
    const slow = slowRun(SERIES)
    const batch = made(1, 1500, 0, SERIES)
    slow.add(batch)
    whole.append(batch)
    part.append(summaryOf(batch))
    expect(outcomeOf(part)).toBeNull()
    readAll(part, slow.read, () => outcomeOf(part) !== null)
    expect(outcomeOf(part)).toEqual(outcomeOf(whole))
    expect(part.steps.has(0, 1)).toBe(false)
  })
})
