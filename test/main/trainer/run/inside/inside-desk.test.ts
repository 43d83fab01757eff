import type { InsideAnswer, InsideQuestion } from '@contract/inside/inside'
import { inEnglish } from '@contract/language/say'
import type { RunConfig } from '@contract/settings/run-config'
import { describe, expect, it } from 'vitest'
import { good, refusal, smallRun } from '../../judged-bench'
import { answered, type Bench, type ChangeBefore, idOf, lesson, standing, trained } from '../../moment-bench'

const STATES: InsideQuestion['asks'] = [{ kind: 'states' }]

async function inside(bench: Bench, update: number | null, asks = STATES): Promise<InsideAnswer> {
  const question = { runId: idOf(bench), update, asks, lane: 'live' as const }
  return good(await answered(bench, bench.trainer.inside(question)))
}

function statesOf({ told: [found] }: InsideAnswer) {
  if (!found || 'problem' in found || found.value.kind !== 'states') throw new Error('nothing was found')
  return found.value
}

/** What a run showed of an update while it was made. */
function shown({ payloads }: Bench, update: number) {
  for (const batch of payloads('updates')) {
    const index = update - batch.firstUpdate
    if (index < 0 || index >= batch.lengths.length) continue
    const from = batch.lengths.slice(0, index).reduce((sum, length) => sum + length, 0)
    const to = from + (batch.lengths[index] ?? 0)
    const { outputs } = batch
    return {
      predictions: batch.predictions.slice(from * outputs, to * outputs),
      targets: batch.targets.slice(from * outputs, to * outputs),
      inputs: batch.inputs.slice(from, to),
      loss: batch.losses[index] ?? Number.NaN,
      start: batch.starts[index],
    }
  }
  throw new Error(`update ${update} was not shown`)
}

function expectNear(found: ArrayLike<number>, expected: ArrayLike<number>, within = 2e-6) {
  expect(found.length).toBe(expected.length)
  for (let i = 0; i < found.length; i += 1) {
    if (Number.isNaN(expected[i])) expect(found[i]).toBeNaN()
    else expect(Math.abs((found[i] as number) - (expected[i] as number))).toBeLessThan(within)
  }
}

const RUNS: readonly (readonly [string, RunConfig, (readonly [number, ChangeBefore])[]])[] = [
  ['the lesson', lesson({ updates: 12 }), [[4, { learningRate: 0.1 }]]],
  [
    'an LSTM of two layers whose state is wiped',
    lesson({ updates: 12, cell: 'lstm', layers: 2 }),
    [[5, 'wiped']],
  ],
  ['a GRU whose state is kept back', lesson({ updates: 12, cell: 'gru' }), [[6, { carryState: false }]]],
  ['a frozen state', lesson({ updates: 12 }), [[6, { freezeState: true }]]],
  ['a series in its own units', smallRun('lorenz', { updates: 12 }), []],
]

describe('what is told of the inside of a network', () => {
  it.each(RUNS)('is what each update saw, of %s', async (_, config, changes) => {
    const bench = await trained(config, changes)
    for (const update of [1, 5, 6, 7, 12]) {
      const answer = await inside(bench, update)
      expect(answer.update).toBe(update)
      const states = statesOf(answer)
      const expected = shown(bench, update)
      const scale = Math.max(1, ...[...expected.predictions].map(Math.abs))
      expectNear(states.predictions[0] ?? [], expected.predictions, 2e-6 * scale)
      expectNear(states.targets[0] ?? [], expected.targets, 1e-6 * scale)
      expectNear(states.inputs[0] ?? [], expected.inputs, 1e-6 * scale)
      expect(states.places[0]).toBe(expected.start)
      if (config.training.batch === 1) expect(states.loss / expected.loss).toBeCloseTo(1, 4)
    }
  })

  it('is what goes into the next window where that is asked for, from where the run stands', async () => {
    const bench = await trained(lesson({ updates: 9, cell: 'lstm' }))
    const { present } = standing(bench)
    const answer = await inside(bench, null)
    expect(answer.update).toBe(10)
    const [layer] = statesOf(answer).layers
    expect([layer?.before, layer?.cellBefore]).toEqual(present.states.map(({ values }) => values))
    expect(layer?.rows.map(({ name }) => name)).toEqual(['h', 'c', 'input', 'forget', 'candidate', 'output'])
  })

  it.each([
    ['settings that are', { carryState: false, learningRate: 0.2 }],
    ['a wipe that is', 'wiped'],
  ] as const)('has %s planned for the next update, as that update has them', async (_, change) => {
    const bench = await trained(lesson({ updates: 12 }), [
      [2, { learningRate: 0.01 }],
      [7, change],
    ])
    const runId = idOf(bench)
    good(await answered(bench, bench.trainer.recomputeWith({ runId, update: 3, change: 'off' })))
    await bench.trainer.pauseRun()
    while ((bench.state()?.updatesDone ?? 0) < 7) good(await bench.trainer.stepRun())
    expect(bench.state()?.planned.map(({ update }) => update)).toEqual([8])
    const asks = [{ kind: 'states' }, { kind: 'update', weight: null }] as const
    const before = await inside(bench, null, asks)
    expect(bench.state()?.planned.map(({ update }) => update)).toEqual([8])
    await bench.trainer.stepRun()
    expect(before).toEqual(await inside(bench, 8, asks))
    expect(statesOf(before).layers[0]?.before.every((value) => value === 0)).toBe(true)
  })

  it('changes nothing of the run', async () => {
    const plain = await trained(lesson({ updates: 20 }))
    const bench = await trained(lesson({ updates: 10 }))
    await inside(bench, 4)
    await inside(bench, null)
    await bench.trainer.startRun()
    bench.runUntilIdle()
    expect(bench.losses()).toEqual(plain.losses())
  })

  it('takes no moment away that somebody else looks at, and loses none to them', async () => {
    const bench = await trained(lesson({ updates: 30 }))
    const runId = idOf(bench)
    const looked = bench.trainer.inside({ runId, asks: STATES, lane: 'live', update: 14 })
    const moment = bench.trainer.momentAt({ runId, update: 22 })
    expect(good(await answered(bench, moment)).update).toBe(22)
    expect(good(await answered(bench, looked)).update).toBe(14)
  })

  it('is refused for an update that there is not, and gives way to a newer question in its lane alone', async () => {
    const bench = await trained(lesson({ updates: 9 }))
    const question = { runId: idOf(bench), asks: STATES, lane: 'live' as const }
    for (const update of [0, 11])
      expect(refusal(await bench.trainer.inside({ ...question, update }))).toMatch(
        `This run has made the updates 1 to 9; update ${update} is none of them.`,
      )
    expect(refusal(await bench.trainer.inside({ ...question, runId: 'x', update: 1 }))).toMatch(/./)
    const first = bench.trainer.inside({ ...question, update: null })
    const slow = bench.trainer.inside({ ...question, update: null, lane: 'slow' })
    const second = bench.trainer.inside({ ...question, update: null })
    expect(refusal(await answered(bench, first))).toBe(
      'This was called off, as something else was asked for.',
    )
    expect(good(await answered(bench, second)).update).toBe(10)
    expect(good(await answered(bench, slow)).update).toBe(10)
  })
})

describe('what is told of one unit', () => {
  it('is its weights, as they are trained, and what is worked out from them at a time step', async () => {
    const bench = await trained(lesson({ updates: 9, cell: 'lstm', layers: 2, hiddenUnits: 6 }))
    const { present } = standing(bench)
    const arithmetic = { kind: 'arithmetic', layer: 1, unit: 4, output: 0, timeStep: 2 } as const
    const { told } = await inside(bench, null, [...STATES, { kind: 'unit', layer: 1, unit: 4 }, arithmetic])
    const [states, unit, lines] = told.map((found) => ('value' in found ? found.value : null))
    if (states?.kind !== 'states' || unit?.kind !== 'unit' || lines?.kind !== 'arithmetic')
      throw new Error('something was not found')
    const weights = (name: string) => present.parameters.get(name)?.values ?? []
    // Forget gates are the second block of six rows.
    const [, forget] = unit.incoming
    expect(forget?.gate).toBe('forget')
    expect([...(forget?.before ?? [])]).toEqual([...weights('rnn.weight_hh_l1').slice(10 * 6, 11 * 6)])
    expect([...(forget?.below ?? [])]).toEqual([...weights('rnn.weight_ih_l1').slice(10 * 6, 11 * 6)])
    expect([...(forget?.biases ?? [])]).toEqual(
      ['rnn.bias_ih_l1', 'rnn.bias_hh_l1'].map((name) => weights(name)[10]),
    )
    expect(unit.toUnits[1]?.weights[3]).toBe(weights('rnn.weight_hh_l1')[(6 + 3) * 6 + 4])
    expect([unit.toAbove, [...unit.toOutputs]]).toEqual([[], [weights('out.weight')[4]]])
    const h = states.layers[1]?.rows.find(({ name }) => name === 'h')?.values[2 * 6 + 4]
    expect(Math.fround(lines.lines.at(-1)?.value ?? Number.NaN)).toBe(h)
  })

  it('of a series that is scaled, is the prediction in its column’s own unit', async () => {
    const bench = await trained(smallRun('lorenz', { updates: 3 }))
    const ask = { kind: 'arithmetic', layer: 0, unit: null, output: 0, timeStep: 4 } as const
    const { told } = await inside(bench, 3, [...STATES, ask])
    const [states, found] = told.map((one) => ('value' in one ? one.value : null))
    if (states?.kind !== 'states' || found?.kind !== 'arithmetic') throw new Error('something was not found')
    const [sum, own] = found.lines
    if (sum?.form !== 'sum' || own?.form !== 'unscaled') throw new Error('these are other lines')
    expect(own.number).toBe(sum.value)
    expect(own.value).toBe(own.number * own.scale + own.offset)
    expect(Math.fround(own.value)).toBe(states.predictions[0]?.[4])
  })

  it('says what there is where something else is asked about', async () => {
    const bench = await trained(lesson({ updates: 3 }))
    const none = { kind: 'arithmetic', layer: 0, unit: 0, output: 0, timeStep: 0 } as const
    const { told } = await inside(bench, 2, [
      { kind: 'unit', layer: 1, unit: 0 },
      { kind: 'unit', layer: 0, unit: 32 },
      ...[{ layer: 1 }, { unit: 32 }, { output: 1 }, { timeStep: 10 }].map((other) => ({
        ...none,
        ...other,
      })),
    ])
    for (const found of told)
      expect('problem' in found && inEnglish(found.problem)).toBe(
        'There are 1 layer, 8 units, 1 output and 10 time steps here; something else was asked about.',
      )
  })
})
