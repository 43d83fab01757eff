import type { Touch } from '@contract/inside/touched'
import { inEnglish } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { good, smallRun } from '../../judged-bench'
import { answered, type Bench, idOf, lesson, trained } from '../../moment-bench'

async function touched(bench: Bench, touches: readonly Touch[], update: number | null = 5) {
  const asks = [{ kind: 'states' }, { kind: 'touched', touches }] as const
  const question = { runId: idOf(bench), update, asks, lane: 'live' as const }
  const [states, found] = good(await answered(bench, bench.trainer.inside(question))).told
  if (!states || !('value' in states) || states.value.kind !== 'states') throw new Error('no states')
  if (!found || !('value' in found)) return { states: states.value, problem: found?.problem }
  if (found.value.kind !== 'touched') throw new Error('nothing was touched')
  return { states: states.value, touched: found.value }
}

describe('what is told of a touched window', () => {
  it('is the window itself as long as nothing is touched', async () => {
    const bench = await trained(smallRun('lorenz', { updates: 6 }))
    const { states, touched: told } = await touched(bench, [])
    expect(told?.inputs).toEqual(states.inputs)
    expect(told?.predictions).toEqual(states.predictions)
    expect(told?.hidden).toEqual(states.layers.map(({ rows }) => rows[0]?.values))
    expect([told?.loss, told?.lossBefore]).toEqual([states.loss, states.loss])
  })

  it('has a point of the input in the unit of its column, and changes nothing before it', async () => {
    const bench = await trained(smallRun('lorenz', { updates: 6 }))
    const { states, touched: told } = await touched(bench, [
      { kind: 'input', timeStep: 3, column: 0, value: 12.5 },
    ])
    const expected = states.inputs.map((column) => column.slice())
    expected[0]?.set([12.5], 3)
    expect(told?.inputs).toEqual(expected)
    const [now, before] = [told?.predictions[0], states.predictions[0]]
    expect(now?.subarray(0, 3)).toEqual(before?.subarray(0, 3))
    for (let t = 3; t < states.timeSteps; t += 1) expect(now?.[t]).not.toBe(before?.[t])
  })

  it('has the loss of the touched predictions', async () => {
    const bench = await trained(lesson({ updates: 6, cell: 'lstm' }))
    const { states, touched: told } = await touched(bench, [
      { kind: 'gate', layer: 0, gate: 'forget', unit: null, held: 0 },
    ])
    const targets = states.targets[0] ?? new Float32Array()
    const mean = [...targets].reduce(
      (sum, target, t) => sum + ((told?.predictions[0]?.[t] ?? Number.NaN) - target) ** 2 / targets.length,
      0,
    )
    expect(told?.loss).toBeCloseTo(mean, 6)
    expect(told?.lossBefore).toBe(states.loss)
    expect(told?.loss).not.toBe(states.loss)
  })

  it('is the same for a weight that was set as for the run that has it', async () => {
    const bench = await trained(lesson({ updates: 6 }))
    const wiped = await touched(bench, [{ kind: 'weight', name: 'out.bias', index: 0, value: 3 }])
    const plain = await touched(bench, [{ kind: 'weight', name: 'out.bias', index: 0, value: 2 }])
    const [three, two] = [wiped.touched?.predictions[0], plain.touched?.predictions[0]]
    for (const [t, value] of [...(three ?? [])].entries()) expect(value - (two?.[t] ?? 0)).toBeCloseTo(1, 6)
  })

  it('is a sentence where the network has not what is touched', async () => {
    const bench = await trained(lesson({ updates: 6 }))
    const { problem } = await touched(bench, [{ kind: 'unit', layer: 0, unit: 99, held: 'zero' }])
    expect(problem && inEnglish(problem)).toMatch(/unit 100 of layer 1 is none of them\.$/)
  })
})
