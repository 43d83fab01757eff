import { describe, expect, it } from 'vitest'
import { DRAWN_SPANS, spanAt } from '../../../../../main/trainer/data/lesson/window-span'
import numpy from '../../../../fixtures/reference/numpy-windows.json' with { type: 'json' }
import dynamic from '../../../../fixtures/reference/torch-rnn-dynamic-seed1.json' with { type: 'json' }

const at = (seed: number) => (update: number) => spanAt(update, { span: 'random', seed })

describe('the half periods of an update', () => {
  it('are one where the settings say so', () => {
    expect([0, 1, 59].map((update) => spanAt(update, { span: 'one', seed: 1 }))).toEqual([1, 1, 1])
  })

  it("are those of the lesson's dynamic windows", () => {
    const { windowLengths } = dynamic.options
    expect(windowLengths.map((_, update) => at(1)(update))).toEqual(windowLengths)
  })

  it.each(numpy.spans)("are numpy's for seed $seed", ({ seed, first, count, sum, last }) => {
    const drawn = Array.from({ length: count }, (_, update) => at(seed)(update))
    expect(drawn.slice(0, first.length)).toEqual(first)
    expect(drawn.slice(-last.length)).toEqual(last)
    expect(drawn.reduce((total, span) => total + span, 0)).toBe(sum)
  })

  it('depend on the seed and the update alone, in whatever order they are asked for', () => {
    const inOrder = Array.from({ length: 50 }, (_, update) => [at(7)(update), at(8)(update)])
    const backwards = inOrder.map((_, i) => [at(7)(49 - i), at(8)(49 - i)]).reverse()
    expect(backwards).toEqual(inOrder)
  })

  it('start again beyond the longest run, so that no file can ask for drawing without an end', () => {
    const far = DRAWN_SPANS * 1_000_000
    expect([0, 1, 2, 3].map((update) => at(1)(far + update))).toEqual([0, 1, 2, 3].map(at(1)))
  })
})
