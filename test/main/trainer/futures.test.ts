import type { RunConfig } from '@contract/settings/run-config'
import { settingsOf, withSettings } from '@contract/settings/settings'
import type { FutureChoice, Futures, FuturesFrom } from '@contract/timeline/futures'
import { describe, expect, it } from 'vitest'
import { tf } from '../../../main/trainer/tensorflow'
import { isLong } from '../../helpers/long'
import { createPresentTrainer } from '../../helpers/present-trainer'
import { createJudgedBench, good, refusal, smallRun } from './judged-bench'
import { answered, type Bench, idOf, lesson, standing } from './moment-bench'

const CONFIGS = [
  ['the lesson', lesson()],
  ['an LSTM in batches with a clipped gradient', lesson({ cell: 'lstm', batch: 4, clipNorm: 0.5 })],
  ['windows of random lengths', lesson({ span: 'random' })],
  ['a series', smallRun('sunspots', { updates: 60, batch: 3, window: 16 })],
] as const
const ENGINES = ['compiled', 'eager'] as const
/** The lesson with both engines; in a short run the others with one, in turn. */
const CASES = CONFIGS.flatMap(([name, config], kind) =>
  ENGINES.filter((_, i) => isLong || kind === 0 || i === (kind + 1) % 2).map(
    (engine) => [name, engine, config] as const,
  ),
)

const choosing = (settings: FutureChoice['settings'], wiped = false): FutureChoice => ({ settings, wiped })

/** A run that stands at an update. */
async function at(update: number, config: RunConfig, engine: (typeof ENGINES)[number] = 'compiled') {
  const bench = createJudgedBench()
  await bench.trainer.setEngine(engine)
  good(await bench.trainer.createRun(config))
  for (let i = 0; i < update; i += 1) good(await bench.trainer.stepRun())
  bench.runUntilIdle()
  return bench
}

async function foreseen(bench: Bench, asked: Partial<FuturesFrom>): Promise<Futures> {
  const whole = { runId: idOf(bench), update: null, choices: [choosing({})], updates: 60, ...asked }
  return good(await answered(bench, bench.trainer.futuresOf(whole)))
}

/** What a run told of its updates after one of them, as futures tell it. */
function told(bench: Bench, after: number) {
  const batches = bench.payloads('updates').filter(({ firstUpdate }) => firstUpdate > after)
  const all = <T>(of: (batch: (typeof batches)[number]) => Iterable<T>) =>
    batches.flatMap((batch) => [...of(batch)])
  return {
    losses: all(({ losses }) => losses),
    lengths: all(({ lengths }) => lengths),
    starts: all(({ starts }) => starts),
    steps: all(({ steps }) => steps),
    predictions: all(({ predictions }) => predictions),
  }
}

function plain({ losses, lengths, starts, steps, predictions }: Futures['futures'][number]) {
  const plainly = <T>(values: Iterable<T>) => [...values]
  return {
    losses: plainly(losses),
    lengths: plainly(lengths),
    starts: plainly(starts),
    steps: plainly(steps),
    predictions: plainly(predictions),
  }
}

describe('the futures of a run', () => {
  it.each(CASES)('are to the last bit what it then does: %s, %s', async (name, engine, config) => {
    const rate = config.training.learningRate
    const choices = [
      choosing({}),
      choosing({ learningRate: rate / 2 }),
      choosing({ learningRate: rate * 2, clipNorm: 0.1 }),
      choosing({ carryState: true }, true),
      choosing({ carryState: false }),
    ].slice(0, name === 'a series' ? 3 : 5)
    const { update, updates, futures } = await foreseen(await at(12, config, engine), { choices })
    expect([update, updates]).toEqual([12, 60])
    expect(new Set(futures.map(({ losses }) => losses.at(-1))).size).toBeGreaterThan(2)
    for (const [i, { settings, wiped }] of choices.entries()) {
      const bench = await at(12, config, engine)
      good(await bench.trainer.changeSettings({ ...settingsOf(withSettings(config, settings)), updates: 72 }))
      if (wiped) good(await bench.trainer.wipeState(true))
      await bench.trainer.startRun()
      bench.runUntilIdle()
      expect(bench.state()).toMatchObject({ phase: 'finished', updatesDone: 72 })
      expect(plain(futures[i] as Futures['futures'][number])).toEqual(told(bench, 12))
    }
  })

  it.each(CASES)('change nothing of it: %s, %s', async (_, engine, config) => {
    const [asked, alone] = [await at(12, config, engine), await at(12, config, engine)]
    const before = asked.told.length
    await foreseen(asked, { choices: [choosing({ learningRate: 0.5 }), choosing({}, true)] })
    // Nothing is told of it but what was asked for.
    expect(asked.told.slice(before)).toEqual([])
    for (const bench of [asked, alone]) {
      await bench.trainer.startRun()
      bench.runUntilIdle()
    }
    const { id: _asked, ...left } = standing(asked)
    const { id: _alone, ...right } = standing(alone)
    expect(left).toEqual(right)
    expect(told(asked, 0)).toEqual(told(alone, 0))
  })

  it('begin at an earlier update as a branch would', async () => {
    const bench = await at(10, lesson())
    good(await bench.trainer.changeSettings({ ...settingsOf(lesson()), learningRate: 0.01 }))
    for (let i = 0; i < 20; i += 1) await bench.trainer.stepRun()
    const from = { choices: [choosing({ clipNorm: 0.2 })], updates: 25 }
    const early = await foreseen(bench, { ...from, update: 8 })
    expect(early).toMatchObject({ update: 8, updates: 25 })
    good(await answered(bench, bench.trainer.branchAt({ runId: idOf(bench), update: 8 })))
    const before = bench.losses().length
    good(await bench.trainer.changeSettings({ ...settingsOf(lesson()), clipNorm: 0.2 }))
    await bench.trainer.startRun()
    bench.runUntilIdle()
    expect([...(early.futures[0]?.losses ?? [])]).toEqual(bench.losses().slice(before, before + 25))
  })

  it('have what is planned in them', async () => {
    const bench = await at(10, lesson())
    good(await bench.trainer.changeSettings({ ...settingsOf(lesson()), learningRate: 0.01 }))
    for (let i = 0; i < 20; i += 1) await bench.trainer.stepRun()
    // Moved to update 20: it is planned where the run begins again, after update 10.
    const change = { movedTo: 20 }
    good(await answered(bench, bench.trainer.recomputeWith({ runId: idOf(bench), update: 11, change })))
    good(await bench.trainer.pauseRun())
    expect(bench.state()).toMatchObject({ updatesDone: 10, planned: [{ update: 20 }] })
    const before = bench.losses().length
    const { futures } = await foreseen(bench, { updates: 20 })
    await bench.trainer.startRun()
    bench.runUntilIdle()
    expect([...(futures[0]?.losses ?? [])]).toEqual(bench.losses().slice(before, before + 20))
  })

  it('end where they break, and the others go on', async () => {
    const bench = await at(5, lesson({ optimizer: 'sgd', learningRate: 0.01 }))
    const choices = [choosing({ learningRate: 10, momentum: 0.999 }), choosing({})]
    const { updates, futures } = await foreseen(bench, { choices })
    expect(updates).toBe(60)
    expect(futures.map(({ isBroken }) => isBroken)).toEqual([true, false])
    expect(futures[0]?.losses.length).toBeLessThan(60)
    expect(futures[1]?.losses).toHaveLength(60)
  })

  it('give way to others, to a change of the settings, and to the start of the run', async () => {
    const bench = await at(5, lesson())
    const asked = { runId: idOf(bench), update: null, choices: [choosing({})], updates: 60 }
    const first = bench.trainer.futuresOf(asked)
    // It has begun.
    await Promise.resolve()
    bench.turn()
    const second = bench.trainer.futuresOf(asked)
    expect(refusal(await first)).toMatch(/called off/)
    bench.turn()
    good(await bench.trainer.changeSettings({ ...settingsOf(lesson()), learningRate: 0.01 }))
    expect(refusal(await second)).toMatch(/called off/)
    const third = bench.trainer.futuresOf(asked)
    await Promise.resolve()
    bench.turn()
    await bench.trainer.startRun()
    expect(refusal(await third)).toMatch(/called off/)
    bench.runUntilIdle()
    expect(bench.state()).toMatchObject({ phase: 'finished', updatesDone: 60 })
  })

  it('hold no tensor any more when they are told, or called off', async () => {
    const bench = await at(5, lesson())
    // What is recorded stays.
    await foreseen(bench, {})
    const before = tf.memory().numTensors
    const asked = { runId: idOf(bench), update: null, choices: [choosing({})], updates: 60 }
    const first = bench.trainer.futuresOf(asked)
    await Promise.resolve()
    for (let i = 0; i < 3; i += 1) bench.turn()
    expect(tf.memory().numTensors).toBeGreaterThan(before)
    await foreseen(bench, {})
    expect(refusal(await first)).toMatch(/called off/)
    expect(tf.memory().numTensors).toBe(before)
  })

  it('are told of a run in training from where it stood, and it trains on as ever', async () => {
    const bench = await at(5, lesson({ updates: 1500 }))
    await bench.trainer.setPace('max')
    await bench.trainer.startRun()
    for (let i = 0; i < 40; i += 1) bench.turn()
    const from = { runId: idOf(bench), update: null, choices: [choosing({})], updates: 20 }
    const asked = bench.trainer.futuresOf(from)
    let answer: Awaited<typeof asked> | null = null
    void Promise.resolve(asked).then((result) => {
      answer = result
    })
    while (!answer && bench.turn()) await new Promise((resolve) => setImmediate(resolve))
    const { update, futures } = good(answer as unknown as Awaited<typeof asked>)
    // It went on meanwhile.
    expect(bench.state()).toMatchObject({ phase: 'training' })
    bench.runUntilIdle()
    expect(bench.state()).toMatchObject({ phase: 'finished', updatesDone: 1500 })
    expect(update).toBeGreaterThan(5)
    expect([...(futures[0]?.losses ?? [])]).toEqual(bench.losses().slice(update, update + 20))
  })

  it('refuse a run that is gone, an update that was not made, and what does not go together', async () => {
    const bench = await at(5, lesson())
    const asked = { runId: idOf(bench), update: null, choices: [choosing({})], updates: 60 }
    expect(refusal(await bench.trainer.futuresOf({ ...asked, runId: 'x' }))).toMatch(/not open any more/)
    expect(refusal(await bench.trainer.futuresOf({ ...asked, update: 9 }))).toMatch(/from 0 to 5/)
    const choices = [choosing({ learningRate: -1 })]
    expect(refusal(await bench.trainer.futuresOf({ ...asked, choices }))).toMatch(/^Learning rate/)
  })

  it('are one update each of a network that is too large to be held several times', async () => {
    const bench = await at(1, lesson({ cell: 'lstm', hiddenUnits: 512, layers: 2, points: 2 }))
    const choices = [choosing({}), choosing({ learningRate: 0.001 })]
    const { updates, futures } = await foreseen(bench, { choices })
    expect(updates).toBe(1)
    await bench.trainer.stepRun()
    for (const { losses } of futures) expect([...losses]).toEqual(bench.losses().slice(1))
  })

  it('are as many as there is time for, of all choices equally many, and at least one', async () => {
    // Each look at the clock takes so many milliseconds.
    const many = async (milliseconds: number) => {
      let now = 0
      const due: (() => void)[] = []
      const soon = (action: () => void) => {
        due.push(action)
        return () => due.splice(due.indexOf(action), 1)
      }
      const clock = { now: () => (now += milliseconds), soon, later: soon }
      const trainer = createPresentTrainer(() => {}, clock)
      await trainer.setEngine('eager')
      good(await trainer.createRun(lesson()))
      const choices = [choosing({}), choosing({ learningRate: 0.01 })]
      const asked = trainer.futuresOf({ runId: trainer.present(), update: null, choices, updates: 60 })
      let answer: Awaited<typeof asked> | null = null
      void Promise.resolve(asked).then((result) => {
        answer = result
      })
      while (!answer) {
        due.shift()?.()
        await new Promise((resolve) => setImmediate(resolve))
      }
      const { updates, futures } = good(answer as Awaited<typeof asked>)
      for (const { losses } of futures) expect(losses).toHaveLength(updates)
      return updates
    }
    // Two choices, each of which looks at the clock once while an update is made: rounds of twice as many milliseconds.
    expect(await many(0)).toBe(60)
    expect(await many(5)).toBe(15)
    expect(await many(10)).toBe(7)
    expect(await many(1000)).toBe(1)
  })
})
