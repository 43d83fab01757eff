import { inEnglish } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { LIKE_TORCH, relativeDifference, TORCH_CASES } from '../../inside/torch-inside'
import { good } from '../../judged-bench'
import { answered, idOf, lesson, trained } from '../../moment-bench'
import { numbersOf, toldOf } from './torch-desk'

describe('the gradient through time is told as PyTorch has it', () => {
  it.each(TORCH_CASES.map((each) => [`${each.network.cell}, ${each.network.layers} layers`, each] as const))(
    'of %s',
    async (_, each) => {
      const { layer, rows } = each.triangle
      const { timeSteps } = each
      const { hiddenUnits } = each.network
      const told = await numbersOf<'gradient'>(each, { kind: 'gradient', layer })
      expect([told.kind, told.layer, told.timeSteps, told.rows]).toEqual([
        ...['gradient', layer, timeSteps],
        rows.map((_, s) => s),
      ])
      for (const [s, row] of rows.entries()) {
        const ours = told.norms.subarray(s * timeSteps, (s + 1) * timeSteps)
        expect(relativeDifference(ours.subarray(0, s + 1), row)).toBeLessThan(LIKE_TORCH)
        expect(ours.subarray(s + 1).every(Number.isNaN)).toBe(true)
      }
      const byStates = each.gradients.states[layer]?.h ?? []
      const whole = Array.from({ length: timeSteps }, (_, t) =>
        Math.hypot(...byStates.slice((t + 1) * hiddenUnits, (t + 2) * hiddenUnits)),
      )
      expect(relativeDifference(told.profile, whole)).toBeLessThan(LIKE_TORCH)
      // What is left of each loss at its own time step is all of it.
      expect(told.ratios[0]).toBe(1)
      expect(told.reach).toBe(told.ratios.findLastIndex((ratio) => ratio >= 0.01))
    },
  )

  it('is refused for a layer that there is not', async () => {
    const found = await toldOf<'gradient'>(TORCH_CASES[1] as never, { kind: 'gradient', layer: 2 })
    expect('problem' in found && inEnglish(found.problem)).toBe(
      'The network has 2 layers; layer 3 is none of them.',
    )
  })
})

it('raises no alarm in any layer of a GRU that learns the lesson', async () => {
  const bench = await trained(lesson({ updates: 20, cell: 'gru', layers: 3 }))
  const asks = [0, 1, 2].map((layer) => ({ kind: 'gradient' as const, layer }))
  const answer = good(
    await answered(bench, bench.trainer.inside({ runId: idOf(bench), update: null, asks, lane: 'live' })),
  )
  const found = answer.told.map((one) =>
    'value' in one && one.value.kind === 'gradient' ? one.value.diagnosis : null,
  )
  expect(found).toEqual(['cut-by-window', 'cut-by-window', 'healthy'])
})
