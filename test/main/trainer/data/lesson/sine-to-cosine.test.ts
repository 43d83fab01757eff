import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import {
  describeSineToCosine,
  timesBetween,
  windowAt,
} from '../../../../../main/trainer/data/lesson/sine-to-cosine'
import { spanAt } from '../../../../../main/trainer/data/lesson/window-span'
import type { Window } from '../../../../../main/trainer/data/source/window'
import numpy from '../../../../fixtures/reference/numpy-windows.json' with { type: 'json' }
import { LESSON_SETTINGS } from '../../../../helpers/lesson-settings'
import { referenceRun } from '../../../../helpers/reference'
import { saying } from '../../../../helpers/saying'

/** A seed and an update whose random window spans so many half periods. */
const DRAWN: { readonly [span: number]: { seed: number; update: number } } = Object.fromEntries(
  Array.from({ length: 60 }, (_, update) => [
    spanAt(update, { span: 'random', seed: 1 }),
    { seed: 1, update },
  ]),
)

function lessonWindow(index: number, points: number) {
  const settings = { ...LESSON_SETTINGS, points }
  return withTimes(windowAt({ position: index, update: index, settings }), settings.endpoint)
}

/** A window, and the times that the programs have for it. */
function withTimes(window: Window, endpoint: boolean) {
  const { start, advance, timeSteps } = window
  return { ...window, times: timesBetween(start, advance, timeSteps, endpoint) }
}

describe('the sine to cosine data', () => {
  it("has the reference run's windows", () => {
    for (const [index, { from, to, points }] of referenceRun('torch-rnn-seed1').updates.entries()) {
      const { times } = lessonWindow(index, points)
      expect([times.length, times[0], times.at(-1)]).toEqual([points, from, to])
    }
  })

  it("has the reference run's windows of random length, one after the other", () => {
    const settings = { ...LESSON_SETTINGS, span: 'random' } as const
    let position = 0
    for (const [update, { from, to, points }] of referenceRun('torch-rnn-dynamic-seed1').updates.entries()) {
      const window = withTimes(windowAt({ position, update, settings }), true)
      expect([window.times.length, window.times[0], window.times.at(-1)]).toEqual([points, from, to])
      expect([window.advance * 10, window.timeSteps]).toEqual([points, points])
      position += window.advance
    }
  })

  it.each(numpy.windows)(
    "has numpy's window: $span half periods after $halfPeriods, $points points, end $endpoint, batch $batch",
    ({ halfPeriods, span, points, endpoint, batch, times, inputs, targets }) => {
      const { seed, update } = DRAWN[span] ?? { seed: 1, update: -1 }
      const settings = { points, endpoint, batch, span: 'random', seed, family: 'pytorch' } as const
      const window = withTimes(windowAt({ position: halfPeriods, update, settings }), endpoint)
      expect([window.advance, window.start, window.timeSteps]).toEqual([span, halfPeriods, points * span])
      expect(window.step * (points * span - (endpoint ? 1 : 0))).toBeCloseTo(span, 12)
      expect([...window.times]).toEqual(times)
      // The programs end long before their times crumble; from there on the windows are those of the first period.
      if (halfPeriods >= 256) return
      // numpy's sine and V8's may differ in the last bit of float64, and so rarely in that of float32.
      for (const [ours, theirs] of [[window.inputs, inputs] as const, [window.targets, targets] as const]) {
        expect(ours.length).toBe(batch * points * span)
        for (const [i, value] of theirs.entries()) expect(Math.abs((ours[i] ?? 9) - value)).toBeLessThan(1e-7)
      }
    },
  )

  it('shifts each sequence of a batch by its share of a period; the first is the lesson’s', () => {
    const [alone, four] = [1, 4].map((batch) =>
      windowAt({ position: 2, update: 2, settings: { ...LESSON_SETTINGS, batch } }),
    )
    expect([four?.start, four?.step, four?.timeSteps]).toEqual([2, 1 / 9, 10])
    expect(four?.inputs.slice(0, 10)).toEqual(alone?.inputs)
    // A quarter of a period later, the sine is what the cosine was; half a period later it has changed its sign.
    const near = (a: number, b: number) => expect(a).toBeCloseTo(b, 6)
    for (const [i, cosine] of [...(alone?.targets ?? [])].entries()) near(four?.inputs[10 + i] ?? 9, cosine)
    for (const [i, sine] of [...(alone?.inputs ?? [])].entries()) near(four?.inputs[20 + i] ?? 9, -sine)
  })

  it('begins each window at the time at which the last one ended', () => {
    for (const index of [0, 1, 58, 1_000])
      expect(lessonWindow(index, 7).times[6]).toBe(lessonWindow(index + 1, 7).times[0])
  })

  it('gives sine and cosine of the float32 times, rounded to float32', () => {
    const { times, inputs, targets } = lessonWindow(59, 10)
    expect([...inputs]).toEqual([...times].map((t) => Math.fround(Math.sin(t))))
    expect([...targets]).toEqual([...times].map((t) => Math.fround(Math.cos(t))))
    expect(inputs.some((x, i) => x !== Math.fround(Math.sin((59 + i / 9) * Math.PI)))).toBe(true)
  })

  it.each([true, false])(
    'is at the millionth update as exact as at the first, end included: %o',
    (endpoint) => {
      const settings = { ...LESSON_SETTINGS, endpoint, points: 200, batch: 3 }
      for (const index of [256, 257, 1_000_000, 999_999]) {
        const { inputs, targets, start, step } = windowAt({ position: index, update: index, settings })
        expect([start, step]).toEqual([index, 1 / (endpoint ? 199 : 200)])
        for (let sequence = 0; sequence < 3; sequence += 1)
          for (let i = 0; i < 200; i += 1) {
            // Exact in float64: whole periods are left out before anything is rounded.
            const t = ((index % 2) + i * step + (2 * sequence) / 3) * Math.PI
            expect(Math.abs((inputs[sequence * 200 + i] ?? 9) - Math.sin(t))).toBeLessThan(3e-7)
            expect(Math.abs((targets[sequence * 200 + i] ?? 9) - Math.cos(t))).toBeLessThan(3e-7)
          }
        const first = windowAt({ position: index % 2, update: 0, settings })
        expect([inputs, targets]).toEqual([first.inputs, first.targets])
      }
    },
  )

  it('is previewed over one period', () => {
    const { times, inputs, targets, inputLabel, targetLabel } = describeSineToCosine()
    expect([times.length, inputs.length, targets.length]).toEqual([100, 100, 100])
    expect([times[0], times[99]]).toEqual([0, Math.fround(2 * Math.PI)])
    expect([times[1], times[12]]).toEqual([0.06346651911735535, 0.7615982294082642])
    expect([targets[0], inputs[0]]).toEqual([1, 0])
    expect([inputLabel, targetLabel]).toEqual([saying('input (sin)'), saying('target (cos)')])
  })

  it('can be shown before TensorFlow is loaded', () => {
    const loaded = Object.keys(createRequire(import.meta.url).cache)
    expect(loaded.filter((file) => file.includes('tensorflow'))).toEqual([])
  })
})
