import { LESSON_FACTS } from '@contract/data/source-facts'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldWindow } from '../../../../renderer/charts/lines/fold'
import { joinedEnd } from '../../../../renderer/charts/lines/joined-windows'
import { createHistory } from '../../../../renderer/store/curves/history'
import { createHistoryProbe } from '../../../../renderer/store/curves/history-probe'
import { nearest } from '../../../../renderer/store/curves/search'
import { fakeBatch, timesOf } from '../../helpers/fake-batch'
import { predictionIn, SERIES, seriesBatch, targetIn } from '../../helpers/series-batch'
import { wholeTable } from '../../helpers/whole-table'

const short = {
  config: withSettings(LESSON, { learningRate: 0.1, points: 3, hiddenUnits: 4 }),
}

describe('history', () => {
  it('keeps batches one after the other', () => {
    const history = createHistory()
    history.append(fakeBatch(1, 2))
    history.append(fakeBatch(3, 1))
    expect([history.updates, history.firstUpdate, history.lastUpdate, history.points]).toEqual([3, 1, 3, 30])
    expect([...history.window(3).times]).toEqual(timesOf(fakeBatch(3, 1)))
  })

  it('knows the window of every update also when windows have different lengths', () => {
    const history = createHistory()
    history.append(fakeBatch(1, 2, short))
    history.append(fakeBatch(3, 1))
    expect(history.range(2)).toEqual({ from: 3, to: 6 })
    expect(history.range(3)).toEqual({ from: 6, to: 16 })
    expect([0, 2, 3, 5, 6, 15].map(history.updateAt)).toEqual([1, 1, 2, 2, 3, 3])
  })

  it('goes back to where a revived trainer begins again', () => {
    const history = createHistory()
    history.append(fakeBatch(1, 5))
    const again = fakeBatch(4, 1, short)
    history.append(again)
    expect([history.updates, history.lastUpdate, history.points]).toEqual([4, 4, 33])
    expect([...history.window(4).predictions]).toEqual([...again.predictions])
    expect(history.window(5).times).toHaveLength(0)
  })

  it('begins anew when what comes again begins before all it has', () => {
    const history = createHistory()
    history.append(fakeBatch(5, 2))
    history.append(fakeBatch(3, 1))
    expect([history.firstUpdate, history.lastUpdate, history.points]).toEqual([3, 3, 10])
  })

  it('begins with any update when it is empty: a page may be opened late', () => {
    const history = createHistory()
    history.append(fakeBatch(38, 2))
    expect([history.firstUpdate, history.lastUpdate]).toEqual([38, 39])
    expect([...history.window(39).times]).toEqual(timesOf(fakeBatch(39, 1)))
  })

  it('begins anew after a gap, since curves have no holes', () => {
    const history = createHistory()
    history.append(fakeBatch(1, 2))
    history.append(fakeBatch(4, 2))
    expect([history.firstUpdate, history.updates]).toEqual([4, 2])
    expect(history.window(4).predictions).toEqual(fakeBatch(4, 1).predictions)
    expect(history.window(1).predictions).toHaveLength(0)
    expect(history.updates).toBe(2)
  })

  it('loses nothing while it grows', () => {
    const history = createHistory()
    const losses: number[] = []
    for (let update = 1; update <= 3000; update += 7) {
      const batch = fakeBatch(update, 7, short)
      losses.push(...batch.losses)
      history.append(batch)
    }
    expect(Array.from(createHistoryProbe(history).losses())).toEqual(losses)
    expect([...history.window(1).targets]).toEqual([...fakeBatch(1, 1, short).targets])
  })

  it('changes its revision with every change', () => {
    const history = createHistory()
    const seen = [history.revision]
    history.append(fakeBatch(1, 1))
    seen.push(history.revision)
    history.begin(LESSON_FACTS)
    seen.push(history.revision)
    expect(new Set(seen).size).toBe(3)
  })

  it('is empty after it was cleared, and takes another run', () => {
    const history = createHistory()
    history.append(fakeBatch(1, 3))
    history.begin(LESSON_FACTS)
    expect([history.updates, history.lastUpdate, history.points]).toEqual([0, 0, 0])
    history.append(fakeBatch(1, 1, short))
    expect(history.points).toBe(3)
  })

  it('finds the extremes of what took the place of other values', () => {
    const history = createHistory()
    history.append(fakeBatch(1, 200))
    const predictions = () => history.outputs[0]?.predictions.extrema.within(0, history.points)
    predictions()
    const spike = fakeBatch(11, 200)
    spike.predictions[700] = 99
    history.append(spike)
    expect(predictions()?.greatest).toBe(100 + 700)
  })
})

describe('the axis', () => {
  it('is as exact at update 1,000,000 as at the first', () => {
    const [near, far] = [createHistory(), createHistory()]
    const batch = fakeBatch(3, 2)
    near.append(batch)
    far.append({ ...batch, firstUpdate: 1_000_001, starts: batch.starts.map((start) => start + 999_998) })
    expect([...far.places.data.slice(0, 2)]).toEqual([1_000_000, 1_000_001])
    for (let point = 0; point < near.points; point++) {
      expect(far.placeAt(point) - 999_998).toBeCloseTo(near.placeAt(point), 9)
      expect(far.times.at(point) - 999_998).toBeCloseTo(near.times.at(point), 9)
    }
    const folded = (history: typeof near, update: number) => {
      const places: number[] = []
      const { from, to } = history.range(update)
      foldWindow(
        history.times.at,
        from,
        to,
        (place) => places.push(place),
        () => places.push(-99),
      )
      return places
    }
    for (const later of [0, 1]) {
      const [expected, found] = [folded(near, 3 + later), folded(far, 1_000_001 + later)]
      expect(found).toHaveLength(expected.length)
      for (const [i, place] of expected.entries())
        expect(Math.abs((found[i] ?? 9) - place)).toBeLessThan(1e-9)
    }
    // The crosshair over the curves finds the same time step.
    const step = batch.steps[0] ?? 0
    for (const at of [0, 0.3, 0.5, 1, 1.4, 1.99]) {
      const place = near.placeAt(nearest(near.times, 2 + at * step))
      const there = far.placeAt(nearest(far.times, 1_000_000 + at * step))
      expect(Math.abs(there - 999_998 - place)).toBeLessThan(1e-9)
    }
  })

  it('of a series counts the time steps that were seen, in whatever order its windows come', () => {
    const history = createHistory(SERIES)
    history.append(seriesBatch({ lengths: [3, 2], starts: [500, 4] }))
    history.append(seriesBatch({ lengths: [2], starts: [500], firstUpdate: 3 }))
    expect([0, 1, 2, 3, 4, 5, 6].map(history.times.at)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect([0, 1, 2, 3, 4, 5, 6].map(history.placeAt)).toEqual([500, 501, 502, 4, 5, 500, 501])
    expect([...history.window(2).times]).toEqual([4, 5])
    expect(joinedEnd(history, 1)).toBe(3)
  })

  it('of a series knows which windows follow each other', () => {
    const history = createHistory(SERIES)
    history.append(seriesBatch({ lengths: [3, 2, 4, 2], starts: [10, 13, 15, 40] }))
    expect([0, 4, 8, 9].map((point) => joinedEnd(history, point))).toEqual([9, 9, 9, 11])
  })
})

describe('several outputs', () => {
  const anyLengths = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 })

  it('each have their own curves, whatever is made again, and come back together', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 16 }),
        fc.array(fc.tuple(anyLengths, fc.nat(3)), { minLength: 1, maxLength: 6 }),
        fc.func(fc.integer({ min: 0, max: 3 })),
        (outputs, batches, draw) => {
          const targets = Array.from({ length: outputs }, (_, output) => `y${output}`)
          const missing = (row: number, output: number) => draw(row, output) === 0
          const history = createHistory({ ...SERIES, targets })
          /** What each update that counts saw: its first row and its length. */
          const kept: { start: number; length: number }[] = []
          for (const [lengths, back] of batches) {
            kept.length = Math.max(0, kept.length - back)
            const starts = lengths.map((_, i) => draw(kept.length, i) * 7)
            const firstUpdate = kept.length + 1
            history.append(seriesBatch({ lengths, starts, firstUpdate, outputs, missing }))
            kept.push(...lengths.map((length, i) => ({ start: starts[i] ?? 0, length })))
          }
          expect([history.updates, history.points]).toEqual([
            kept.length,
            kept.reduce((sum, { length }) => sum + length, 0),
          ])
          for (const [i, { start, length }] of kept.entries()) {
            const alone = seriesBatch({
              lengths: [length],
              starts: [start],
              firstUpdate: i + 1,
              outputs,
              missing,
            })
            const { times, inputs, targets: seen, predictions } = history.window(i + 1)
            expect([...times]).toEqual(Array.from({ length }, (_, j) => start + j))
            expect([inputs, seen, predictions]).toEqual([alone.inputs, alone.targets, alone.predictions])
            const { from } = history.range(i + 1)
            for (const [output, curves] of history.outputs.entries())
              for (let j = 0; j < length; j++) {
                expect(curves.predictions.at(from + j)).toBe(predictionIn(start + j, output, i + 1))
                const target = missing(start + j, output) ? Number.NaN : targetIn(start + j, output)
                expect(curves.targets.at(from + j)).toBe(target)
              }
          }
          // A table has them as the wire had.
          const table = wholeTable(history)
          const windows = kept.map((_, i) => history.window(i + 1))
          expect([...table.targets]).toEqual(windows.flatMap((window) => [...window.targets]))
          expect([...table.predictions]).toEqual(windows.flatMap((window) => [...window.predictions]))
          expect([...table.starts]).toEqual(kept.map(({ start }) => start))
        },
      ),
      { numRuns: 100 },
    )
  })

  it('take no batch of another run', () => {
    expect(() => createHistory(SERIES).append(fakeBatch(1, 1))).toThrow('2')
  })
})

describe('the probe', () => {
  it('gives copies: nobody can change the curves through it', () => {
    const history = createHistory()
    history.append(fakeBatch(1, 1))
    const probe = createHistoryProbe(history)
    probe.losses().fill(7)
    for (const copy of Object.values(probe.window(1))) copy.fill(7)
    const { losses, inputs, targets, predictions } = fakeBatch(1, 1)
    const times = Float64Array.from(timesOf(fakeBatch(1, 1)))
    expect(probe.losses()).toEqual(losses)
    expect(probe.window(1)).toEqual({ times, inputs, targets, predictions })
    expect(Object.isFrozen(probe)).toBe(true)
  })

  it('counts the updates, and knows nothing of others', () => {
    const history = createHistory()
    history.append(fakeBatch(1, 4))
    const probe = createHistoryProbe(history)
    expect(probe.updates()).toBe(4)
    expect(probe.window(5).times).toHaveLength(0)
    expect(probe.window(0).times).toHaveLength(0)
  })
})
