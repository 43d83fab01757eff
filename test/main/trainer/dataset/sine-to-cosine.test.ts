import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { describeSineToCosine, windowAt } from '../../../../main/trainer/dataset/sine-to-cosine'
import { referenceRun } from '../../../helpers/reference'

describe('the sine to cosine data', () => {
  it("has the reference run's windows", () => {
    for (const [index, { from, to, points }] of referenceRun('torch-rnn-seed1').updates.entries()) {
      const { times } = windowAt(index, points)
      expect([times.length, times[0], times.at(-1)]).toEqual([points, from, to])
    }
  })

  it('begins each window at the time at which the last one ended', () => {
    for (const index of [0, 1, 58, 1_000])
      expect(windowAt(index, 7).times[6]).toBe(windowAt(index + 1, 7).times[0])
  })

  it('gives sine and cosine of the float32 times, rounded to float32', () => {
    const { times, inputs, targets } = windowAt(59, 10)
    expect([...inputs]).toEqual([...times].map((t) => Math.fround(Math.sin(t))))
    expect([...targets]).toEqual([...times].map((t) => Math.fround(Math.cos(t))))
    expect(inputs.some((x, i) => x !== Math.fround(Math.sin((59 + i / 9) * Math.PI)))).toBe(true)
  })

  it('is previewed over one period', () => {
    const { times, inputs, targets, inputLabel, targetLabel } = describeSineToCosine()
    expect([times.length, inputs.length, targets.length]).toEqual([100, 100, 100])
    expect([times[0], times[99]]).toEqual([0, Math.fround(2 * Math.PI)])
    expect([times[1], times[12]]).toEqual([0.06346651911735535, 0.7615982294082642])
    expect([targets[0], inputs[0]]).toEqual([1, 0])
    expect([inputLabel, targetLabel]).toEqual(['input (sin)', 'target (cos)'])
  })

  it('can be shown before TensorFlow is loaded', () => {
    const loaded = Object.keys(createRequire(import.meta.url).cache)
    expect(loaded.filter((file) => file.includes('tensorflow'))).toEqual([])
  })
})
