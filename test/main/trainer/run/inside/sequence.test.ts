import { describe, expect, it } from 'vitest'
import { relativeDifference, TORCH_CASES } from '../../inside/torch-inside'
import { good, refusal, smallRun } from '../../judged-bench'
import { answered, idOf, standing, trained } from '../../moment-bench'
import { numbersOf } from './torch-desk'

/** The reference is the second of a batch of three in PyTorch as well. */
const SECOND = { sequence: 1, batch: 3 }
/** What is told of states is rounded to float32. */
const FLOAT32 = 1e-7

describe('a sequence of a batch is told as PyTorch has it', () => {
  it.each(TORCH_CASES.map((each) => [`${each.network.cell}, ${each.network.layers} layers`, each] as const))(
    'of %s',
    async (_, each) => {
      const { hiddenUnits, outputs } = each.network
      const states = await numbersOf<'states'>(each, { kind: 'states' }, SECOND)
      for (const [layer, { rows, before }] of states.layers.entries()) {
        const { h = [], c } = each.states[layer] ?? {}
        expect(relativeDifference(before, h.slice(0, hiddenUnits))).toBeLessThan(FLOAT32)
        for (const [name, expected] of [['h', h] as const, ...(c ? [['c', c] as const] : [])]) {
          const values = rows.find((row) => row.name === name)?.values ?? []
          expect(relativeDifference(values, expected.slice(hiddenUnits))).toBeLessThan(FLOAT32)
        }
      }
      for (const [output, values] of states.predictions.entries()) {
        const expected = each.predictions.filter((_, i) => i % outputs === output)
        expect(relativeDifference(values, expected)).toBeLessThan(FLOAT32)
        expect([...(states.targets[output] ?? [])].map(Number.isNaN)).toEqual(
          each.targets.filter((_, i) => i % outputs === output).map((target) => target === null),
        )
      }
      expect(Math.abs(states.loss / each.loss - 1)).toBeLessThan(1e-12)
      // Where it stands on the run's axis is known of the first alone.
      expect(states.places.every(Number.isNaN)).toBe(true)
    },
  )
})

describe('the sequences of a run', () => {
  it('have the losses whose mean is that of the batch, and begin with their own states', async () => {
    const bench = await trained(smallRun('lorenz', { updates: 6, batch: 3, carryState: true }))
    const runId = idOf(bench)
    const { present } = standing(bench)
    const losses: number[] = []
    for (const sequence of [0, 1, 2]) {
      const asks = [{ kind: 'update', weight: null }, { kind: 'states' }] as const
      const question = { runId, sequence, asks, lane: 'live' as const }
      const [update] = good(await answered(bench, bench.trainer.inside({ ...question, update: 6 }))).told
      if (!update || 'problem' in update || update.value.kind !== 'update')
        throw new Error('nothing was told')
      losses.push(update.value.loss)
      expect(Math.fround(update.value.batchLoss)).toBe(bench.losses()[5])
      const next = good(await answered(bench, bench.trainer.inside({ ...question, update: null }))).told[1]
      if (!next || 'problem' in next || next.value.kind !== 'states') throw new Error('nothing was told')
      const { values = [], shape = [] } = present.states[0] ?? {}
      const units = shape[2] ?? 0
      expect(next.value.layers[0]?.before).toEqual(values.slice(sequence * units, (sequence + 1) * units))
    }
    const mean = losses.reduce((sum, loss) => sum + loss, 0) / 3
    expect(mean / (bench.losses()[5] ?? 0)).toBeCloseTo(1, 5)
    expect(new Set(losses).size).toBe(3)
  })

  it('are no more than its batch', async () => {
    const bench = await trained(smallRun('lorenz', { updates: 3, batch: 3 }))
    const question = {
      runId: idOf(bench),
      update: 2,
      asks: [{ kind: 'states' }] as const,
      lane: 'live' as const,
    }
    const said = refusal(await bench.trainer.inside({ ...question, sequence: 3 }))
    expect(said).toBe('The batch of this run has 3 sequences; sequence 4 is none of them.')
  })
})
