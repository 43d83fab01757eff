import type { PartName } from '@contract/data/parts'
import { unscaled } from '@contract/data/scaler'
import type { PartPredictions, PartPredictionsFrom } from '@contract/run/parts/part-predictions'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import type { SeriesSource } from '@contract/settings/source-config'
import type { CheckpointTaken } from '@contract/wire/trainer-wire'
import { describe, expect, it } from 'vitest'
import { findMade } from '../../../main/trainer/data/find-made'
import { type PreparedSeries, prepareSeries } from '../../../main/trainer/data/windows/prepared'
import { initialWeights } from '../../../main/trainer/network/initial-weights'
import { forward, type NetworkStates } from '../../../main/trainer/network/network'
import { describeNetwork } from '../../../main/trainer/network/shape/describe-network'
import { networkOf } from '../../../main/trainer/network/shape/network-of'
import { packArrays } from '../../../main/trainer/network/shape/packed-arrays'
import { predictPart } from '../../../main/trainer/run/parts/predict-part'
import { numbersOf, tf } from '../../../main/trainer/tensorflow'
import { zeroStates } from '../../../main/trainer/training/evaluate/predict-pieces'
import { decodeCheckpoint } from '../../../main/trainer/weights/checkpoint/checkpoint'
import { createJudgedBench, good, refusal, smallRun } from './judged-bench'
import { answered, idOf } from './moment-bench'

type Bench = ReturnType<typeof createJudgedBench>

/** Everything of Lorenz's curve from itself, one time step later. */
function severalOutputs(changes: Parameters<typeof smallRun>[1] = {}): RunConfig {
  const config = smallRun('lorenz', { horizon: 1, updates: 30, cell: 'gru', ...changes })
  const source: SeriesSource = {
    kind: 'series',
    origin: { kind: 'made', name: 'lorenz' },
    inputs: ['x', 'y', 'z'],
    targets: ['z', 'x'],
  }
  return { ...config, data: { ...config.data, source } }
}

async function opened(config: RunConfig): Promise<Bench> {
  const bench = createJudgedBench()
  good(await bench.trainer.createRun(config))
  await bench.trainer.setPace('max')
  bench.runUntilIdle()
  return bench
}

async function trained(config: RunConfig): Promise<Bench> {
  const bench = await opened(config)
  await bench.trainer.startRun()
  bench.runUntilIdle()
  return bench
}

const whole = (bench: Bench, part: PartName): PartPredictionsFrom => ({
  ...{ runId: idOf(bench), part, update: null },
  from: bench.payloads('rivalsFound').at(-1)?.rows[part].from ?? 0,
  count: 4096,
})

const asked = async (bench: Bench, from: PartPredictionsFrom): Promise<PartPredictions> =>
  good(await answered(bench, bench.trainer.partPredictions(from)))

/** √(Σ(p − t)² / n) over the targets that are there and predicted, in the output's own unit. */
function rmse({ outputs }: PartPredictions, output: number): number {
  const { targets, predictions } = outputs[output] as PartPredictions['outputs'][number]
  const errors = [...targets].map((target, i) => (predictions[i] as number) - target)
  const known = errors.filter((error) => !Number.isNaN(error))
  return Math.sqrt(known.reduce((sum, error) => sum + error ** 2, 0) / known.length)
}

function preparedOf({ data }: RunConfig): PreparedSeries {
  if (data.source.kind === 'lesson') throw new Error('a series was meant')
  return prepareSeries(good(findMade(data.source.origin, data.dataSeed)), data.source, data)
}

/** The weights of the present, packed. */
function weightsOf({ payloads }: Bench): Float32Array {
  const all = payloads('checkpointTaken')
  const latest = all.at(-1) as CheckpointTaken
  const initial = all.findLast(({ initial }) => initial)?.initial ?? null
  const { network, parameters } = good(decodeCheckpoint({ present: latest.present, initial })).present
  return packArrays(parameters, describeNetwork(network).parameters)
}

/**
 * What the network says of a row when it begins at another one from zeros, as slowly as can be: one row after the other,
 * through the forward pass that its updates are made with.
 */
function slowly(config: RunConfig, packed: Float32Array, begin: number, row: number): number[] {
  const { inputs, scalers, horizon, raw } = preparedOf(config)
  const plan = { network: networkOf(config), readout: 'batched' } as const
  const width = raw.inputs.length
  return tf.tidy(() => {
    const parameters = tf.tensor1d(packed)
    let states: NetworkStates = zeroStates(plan, 1)
    let said: number[] = []
    for (let at = begin; at <= row - horizon; at += 1) {
      const seen = tf.tensor2d(inputs.slice(at * width, (at + 1) * width), [1, width])
      const pass = forward(plan, parameters, seen, states)
      states = pass.states
      said = [...numbersOf(pass.predictions)]
    }
    return said.map((value, output) => unscaled(value, scalers.targets[output] as never))
  })
}

describe('what a network says of a part', () => {
  it.each([
    ['windows at random', smallRun('sunspots', { updates: 40, order: 'random' })],
    ['a carried state', smallRun('sunspots', { updates: 40, order: 'consecutive', carryState: true })],
    ['sequences', smallRun('adding', { updates: 20 })],
    ['several outputs', severalOutputs()],
    ['months of which some are missing', smallRun('co2', { updates: 20 })],
  ])('is what its scores are of: %s', async (_, config) => {
    const bench = await trained(config)
    const scores = bench.payloads('scored').at(-1)
    for (const part of ['train', 'validation', 'test'] as const) {
      const told = await asked(bench, whole(bench, part))
      expect(told).toMatchObject({ runId: idOf(bench), part, update: config.training.updates })
      expect(told.outputs.map(({ name }) => name)).toEqual(scores?.outputs.map(({ name }) => name))
      // The adding task's training part is longer than what is asked for at a time.
      if (told.rows.to - told.rows.from === 4096) continue
      for (const [output, { parts }] of (scores?.outputs ?? []).entries())
        expect(rmse(told, output) / (parts[part]?.rmse ?? 0)).toBeCloseTo(1, 9)
    }
  })

  it.each([
    ['windows at random', false, smallRun('sunspots', { updates: 40, order: 'random' })],
    ['a carried state', true, severalOutputs({ order: 'consecutive', carryState: true })],
    ['several outputs', false, severalOutputs({ order: 'random' })],
  ])('is what a slow loop over the rows says: %s', async (_, carried, config) => {
    const bench = await trained(config)
    const packed = weightsOf(bench)
    const told = await asked(bench, { ...whole(bench, 'validation'), count: 40 })
    const { window, horizon } = config.data
    const quarter = Math.ceil(window / 4)
    for (const offset of [0, 1, quarter - 1, quarter, 2 * quarter + 1, 39]) {
      const row = told.rows.from + offset
      const first = told.rows.from - horizon
      // Carried, a window warms it up; else the last quarter of a window counts.
      const begin = carried
        ? first - window
        : first + Math.floor(offset / quarter) * quarter - (window - quarter)
      const expected = slowly(config, packed, begin, row)
      for (const [output, value] of expected.entries())
        expect((told.outputs[output]?.predictions[offset] ?? Number.NaN) / value).toBeCloseTo(1, 5)
    }
    const { targets } = told.outputs[0] ?? { targets: new Float64Array(0) }
    const { raw } = preparedOf(config)
    expect([...targets]).toEqual([...(raw.targets[0] ?? [])].slice(told.rows.from, told.rows.to))
  })

  it('is the same whatever lies beside it in the question', async () => {
    const bench = await trained(smallRun('sunspots', { updates: 20 }))
    const all = await asked(bench, whole(bench, 'validation'))
    const some = await asked(bench, { ...whole(bench, 'validation'), from: all.rows.from + 9, count: 11 })
    expect(some.rows).toEqual({ from: all.rows.from + 9, to: all.rows.from + 20 })
    for (const [i, value] of (some.outputs[0]?.predictions ?? []).entries())
      expect(value).toBeCloseTo(all.outputs[0]?.predictions[9 + i] ?? Number.NaN, 4)
  })

  it('is of the weights of an earlier update where that is asked for', async () => {
    const config = smallRun('sunspots', { updates: 40 })
    const bench = await trained(config)
    const early = await trained({ ...config, training: { ...config.training, updates: 17 } })
    const then = await asked(bench, { ...whole(bench, 'test'), update: 17 })
    expect(then.update).toBe(17)
    const own = await asked(early, whole(early, 'test'))
    expect(then.outputs).toEqual(own.outputs)
    expect((await asked(bench, whole(bench, 'test'))).outputs).not.toEqual(own.outputs)
  })

  it('changes nothing of a run that trains on, to the last bit', async () => {
    const config = smallRun('sunspots', { updates: 120 })
    const alone = await trained(config)
    const bench = await opened(config)
    await bench.trainer.setPace(20)
    await bench.trainer.startRun()
    const before = tf.memory().numTensors
    const answers: Promise<unknown>[] = []
    for (let turns = 0; bench.turn(); turns += 1)
      if (turns % 7 === 0)
        answers.push(
          Promise.resolve(bench.trainer.partPredictions(whole(bench, 'validation'))).then((answer) =>
            expect(answer.ok || refusal(answer)).toSatisfy(
              (said: unknown) => said === true || String(said).includes('called off'),
            ),
          ),
          new Promise((resolve) => setImmediate(resolve)),
        )
    await Promise.all(answers)
    expect(answers.length).toBeGreaterThan(20)
    expect(bench.losses()).toEqual(alone.losses())
    expect(bench.evaluations()).toEqual(alone.evaluations())
    expect(weightsOf(bench)).toEqual(weightsOf(alone))
    expect(tf.memory().numTensors).toBeLessThanOrEqual(before + 40)
  })

  it('gives way to what is asked for later, and to another run', async () => {
    const bench = await opened(smallRun('sunspots'))
    const before = tf.memory().numTensors
    const first = bench.trainer.partPredictions(whole(bench, 'train'))
    const second = bench.trainer.partPredictions(whole(bench, 'test'))
    expect(good(await answered(bench, second)).part).toBe('test')
    expect(refusal(await first)).toMatch(/called off/)
    expect(tf.memory().numTensors).toBe(before)
    const third = bench.trainer.partPredictions(whole(bench, 'train'))
    await bench.trainer.createRun(smallRun('nile', { window: 8 }))
    expect(refusal(await third)).toMatch(/called off/)
  })

  it('is refused in a sentence for the lesson, rows that are not there and another run', async () => {
    const bench = await opened(smallRun('sunspots'))
    const from = whole(bench, 'test')
    expect(refusal(await bench.trainer.partPredictions({ ...from, from: 1000 }))).toMatch(
      /^The part has no rows/,
    )
    expect(refusal(await bench.trainer.partPredictions({ ...from, runId: 'x' }))).toMatch(
      /^The run that this was meant for/,
    )
    expect(refusal(await bench.trainer.partPredictions({ ...from, update: 9 }))).toMatch(
      /^A moment of this run/,
    )
    const lesson = await opened(withSettings(LESSON, { hiddenUnits: 8 }))
    expect(refusal(await lesson.trainer.partPredictions({ ...from, runId: idOf(lesson) }))).toMatch(
      /^Only a series has/,
    )
  })
})

describe('a long part', () => {
  const rows = 80_000
  const config = smallRun('sunspots', { window: 12, trainPercent: 10, validationPercent: 80 })
  const values = Float64Array.from({ length: rows }, (_, row) =>
    row % 977 === 5 ? Number.NaN : Math.sin(row / 5),
  )
  const series = prepareSeries(
    { times: { kind: 'rows' }, columns: [{ name: 'a', values }] } as never,
    { kind: 'series', origin: { kind: 'made', name: 'nile' }, inputs: ['a'], targets: ['a'] },
    config.data,
  )
  const network = networkOf({
    ...config,
    data: {
      ...config.data,
      source: { kind: 'series', origin: { kind: 'made', name: 'nile' }, inputs: ['a'], targets: ['a'] },
    },
  })

  function said(from: number, to: number, carryState: boolean): Float64Array {
    const parameters = tf.tensor1d(packArrays(initialWeights(network), describeNetwork(network).parameters))
    const regime = { window: 12, carryState, meet: carryState }
    const question = { series, network, regime, part: 'validation', rows: { from, to } } as const
    const work = predictPart(question, parameters)
    for (;;) {
      const next = work.next()
      if (!next.done) continue
      parameters.dispose()
      return next.value[0]?.predictions ?? new Float64Array(0)
    }
  }

  it.each([false, true])(
    'says of a row the same from wherever it is looked at; carried state: %s',
    (carryState) => {
      // Before what is scored (the last 20,000 rows, from 52,000 on), over its beginning, and over the end of a block.
      for (const middle of [9_000, 12_096, 30_001, 52_000, 71_000]) {
        const wide = said(middle - 500, middle + 500, carryState)
        const narrow = said(middle - 10, middle + 10, carryState)
        for (const [i, value] of narrow.entries()) {
          const other = wide[490 + i] as number
          if (Number.isNaN(value)) expect(other).toBeNaN()
          else expect(Math.abs(value - other)).toBeLessThan(1e-5)
        }
        expect(narrow.filter((value) => !Number.isNaN(value)).length).toBeGreaterThan(10)
      }
    },
  )
})
