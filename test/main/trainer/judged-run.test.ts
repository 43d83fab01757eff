import { fail } from 'node:assert/strict'
import type { PartName } from '@contract/data/parts'
import { inEnglish } from '@contract/language/say'
import { earlyEnd } from '@contract/run/phases'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { decodeCheckpoint } from '../../../main/trainer/weights/checkpoint/checkpoint'
import { createJudgedBench, good, refusal, smallRun } from './judged-bench'

async function trained(config = smallRun('sunspots', { updates: 60 }), pace: 20 | 'max' = 'max') {
  const bench = createJudgedBench()
  good(await bench.trainer.createRun(config))
  await bench.trainer.setPace(pace)
  await bench.trainer.startRun()
  bench.runUntilIdle()
  return bench
}

describe('a run with a validation part', () => {
  it('is evaluated after the same updates to the same losses, however it is run', async () => {
    // So many that at full speed several are made in a call.
    const config = smallRun('sunspots', { updates: 260 })
    const atOnce = (await trained(config)).evaluations()
    expect(atOnce[0]?.[0]).toBe(1)
    const interval = atOnce[1]?.[0] ?? 0
    expect(interval).toBeGreaterThan(1)
    expect(atOnce.map(([update]) => update)).toEqual([
      1,
      ...Array.from({ length: Math.floor(260 / interval) }, (_, i) => (i + 1) * interval),
    ])
    expect((await trained(config, 20)).evaluations()).toEqual(atOnce)
    const bench = createJudgedBench()
    await bench.trainer.setEngine('eager')
    good(await bench.trainer.createRun(config))
    for (let update = 0; update < 260; update += 1) await bench.trainer.stepRun()
    bench.runUntilIdle()
    expect(bench.evaluations()).toEqual(atOnce)
  })

  it.each([false, true])('is not changed by it, to the last bit; carried state: %s', async (carryState) => {
    const changes = { carryState, order: 'consecutive', updates: 60, trainPercent: 60 } as const
    const judged = await trained(smallRun('sunspots', { ...changes, validationPercent: 20 }))
    const free = await trained(smallRun('sunspots', { ...changes, validationPercent: 0 }))
    expect(judged.evaluations().length).toBeGreaterThan(1)
    expect(free.evaluations()).toEqual([])
    expect(judged.losses()).toEqual(free.losses())
    expect(free.state()?.best).toBeNull()
  })

  it('keeps the weights after its best update, which open a run of their own', async () => {
    const { trainer, payloads, evaluations, state, runUntilIdle } = await trained()
    const [update, loss] = evaluations().reduce((best, next) => (next[1] < best[1] ? next : best))
    expect(state()?.best).toEqual({ update, loss })
    good(await trainer.loadBest())
    runUntilIdle()
    expect(payloads('runOpened').at(-1)).toMatchObject({
      origin: { kind: 'best', update },
      updatesBefore: update,
    })
    expect(state()).toMatchObject({ phase: 'ready', updatesDone: update, best: null })
    // They are those that had this loss.
    expect(payloads('scored').at(-1)).toMatchObject({ update })
    expect(payloads('scored').at(-1)?.losses.validation).toBeCloseTo(loss, 6)
  })

  it('has no best update to load before the first', async () => {
    const { trainer } = createJudgedBench()
    good(await trainer.createRun(smallRun('sunspots')))
    expect(refusal(await trainer.loadBest())).toMatch(
      /^A best update is found where a series has a validation part/,
    )
  })

  it('ends by itself when its patience is over, and says so; Start gives it patience anew', async () => {
    const config = smallRun('random-walk', { updates: 2000, patience: 40, learningRate: 0.05 })
    const { trainer, evaluations, state, runUntilIdle } = await trained(config)
    const best = state()?.best ?? fail('there should be a best update')
    const end = evaluations().find(([update]) => update >= best.update + 40)?.[0]
    expect(state()).toMatchObject({ phase: 'finished', endedBy: 'patience', updatesDone: end, goal: end })
    const sentence = earlyEnd(state() ?? fail('there should be a state'))
    expect(sentence && inEnglish(sentence)).toMatch(
      new RegExp(
        `^The run ended by itself after update ${end}: its validation loss was lowest after update ${best.update}, `,
      ),
    )
    await trainer.startRun()
    expect(state()).toMatchObject({ phase: 'training', endedBy: null })
    expect(earlyEnd(state() ?? fail('there should be a state'))).toBeNull()
    runUntilIdle()
    expect(state()?.updatesDone).toBeGreaterThanOrEqual((end ?? 0) + 40)
  })

  it('goes on from a checkpoint with its best update, and to the same numbers', async () => {
    const whole = await trained(smallRun('sunspots', { updates: 80 }))
    const first = await trained(smallRun('sunspots', { updates: 50 }))
    const taken = first.payloads('checkpointTaken')
    const files = { present: taken.at(-1)?.present ?? new Uint8Array(), initial: taken[0]?.initial ?? null }
    const second = createJudgedBench()
    good(await second.trainer.restoreCheckpoint(files))
    expect(second.state()?.best).toEqual(first.state()?.best)
    await second.trainer.changeSettings({
      ...smallRun('sunspots').training,
      ...smallRun('sunspots').data,
      ...smallRun('sunspots').network,
      updates: 80,
    } as never)
    await second.trainer.startRun()
    second.runUntilIdle()
    expect([...first.evaluations(), ...second.evaluations()]).toEqual(whole.evaluations())
    expect(second.state()?.best).toEqual(whole.state()?.best)
  })

  it('that had no patience is finished so when it is opened again', async () => {
    const { payloads, state } = await trained(
      smallRun('random-walk', { updates: 2000, patience: 20, learningRate: 0.05 }),
    )
    expect(state()?.endedBy).toBe('patience')
    const taken = payloads('checkpointTaken')
    const files = { present: taken.at(-1)?.present ?? new Uint8Array(), initial: taken[0]?.initial ?? null }
    const checkpoint = good(decodeCheckpoint(files))
    expect(checkpoint.best?.update).toBe(state()?.best?.update)
    const again = createJudgedBench()
    good(await again.trainer.restoreCheckpoint(files))
    expect(again.state()).toMatchObject({ phase: 'finished', endedBy: 'patience', best: state()?.best })
    expect(again.state()?.updatesDone).toBe(state()?.updatesDone)
  })
})

describe('a run of a series', () => {
  it('tells its rivals once, and its scores at every rest and in training', async () => {
    const { trainer, payloads, told, turn, runUntilIdle } = createJudgedBench()
    good(await trainer.createRun(smallRun('sunspots', { updates: 400 })))
    runUntilIdle()
    expect(payloads('rivalsFound')).toHaveLength(1)
    const [rivals] = payloads('rivalsFound')
    expect(
      rivals?.outputs.map(({ rivals }) => rivals.map(({ name, available }) => [name, available])),
    ).toEqual([
      [
        ['mean', true],
        ['persistence', true],
        ['seasonal-naive', true],
        ['linear', true],
      ],
    ])
    expect(rivals?.outputs[0]?.period).toBe(11)
    const parts: readonly PartName[] = ['train', 'validation', 'test']
    const line = rivals?.lines.find(({ name }) => name === 'mean')
    for (const part of parts) {
      const errors = rivals?.outputs[0]?.rivals[0]
      const mse = errors?.available ? (errors.errors[part]?.mse ?? 0) : 0
      expect(line?.mse[part]).toBeGreaterThan(0)
      // One scale for all parts: that of the training part, whose mean is off by one deviation.
      expect((line?.mse[part] ?? 0) / mse).toBeCloseTo(
        (line?.mse.train ?? 0) / (errors?.available ? (errors.errors.train?.mse ?? 0) : 0),
        9,
      )
    }
    expect(line?.mse.train).toBeCloseTo(1, 1)
    expect(payloads('scored').map(({ update }) => update)).toEqual([0])
    await trainer.setPace(20)
    await trainer.startRun()
    while (payloads('scored').length < 3 && turn());
    expect(payloads('scored')[1]?.update).toBeGreaterThan(0)
    expect(payloads('runChanged').at(-1)?.phase).toBe('training')
    await trainer.pauseRun()
    runUntilIdle()
    const scores = payloads('scored').at(-1)
    expect(scores?.update).toBe(payloads('runChanged').at(-1)?.updatesDone)
    expect(scores?.outputs[0]?.parts.validation?.count).toBe(
      (rivals?.rows.validation.to ?? 0) - (rivals?.rows.validation.from ?? 0),
    )
    expect(told.filter(({ name }) => name === 'rivalsFound')).toHaveLength(1)
  })

  it('gives nothing of it up to the next run', async () => {
    const { trainer, payloads, runUntilIdle, idle } = createJudgedBench()
    good(await trainer.createRun(smallRun('sunspots')))
    good(await trainer.createRun(smallRun('nile', { window: 8, batch: 1 })))
    runUntilIdle()
    expect(idle()).toBe(true)
    const ids = payloads('runOpened').map(({ id }) => id)
    expect(payloads('scored').map(({ runId }) => runId)).toEqual([ids[1]])
  })
})

describe('the rivals of the lesson', () => {
  async function rivalsOf(endpoint: boolean) {
    const { trainer, payloads, runUntilIdle } = createJudgedBench()
    good(await trainer.createRun(withSettings(LESSON, { endpoint })))
    runUntilIdle()
    expect(payloads('scored')).toEqual([])
    const [found] = payloads('rivalsFound')
    const linear = found?.outputs[0]?.rivals.find(({ name }) => name === 'linear')
    return {
      found,
      linear,
      line: (name: string) => found?.lines.find((each) => each.name === name)?.mse.train,
    }
  }

  it('are the two numbers that do it, where no end is told twice', async () => {
    const { found, linear, line } = await rivalsOf(false)
    expect(linear?.available && linear.formula.values).toMatchObject({
      target: 'cos t',
      horizon: 0,
      constant: null,
      terms: [
        { name: 'sin', ago: 0, coefficient: expect.closeTo(1 / Math.tan(Math.PI / 10), 4) },
        { name: 'sin', ago: 1, coefficient: expect.closeTo(-1 / Math.sin(Math.PI / 10), 4) },
      ],
    })
    expect(line('linear')).toBeLessThan(1e-9)
    expect(line('mean')).toBeCloseTo(0.5, 6)
    expect(line('persistence')).toBeNull()
    expect(found?.lines.find(({ name }) => name === 'linear')?.mse.validation).toBeNull()
  })

  it('are two numbers with the end in it too: those of its own time step, a ninth of half a period', async () => {
    const { linear, line } = await rivalsOf(true)
    expect(line('linear')).toBeLessThan(1e-9)
    // cos t = cot(d)·sin t − csc(d)·sin(t − d), by the addition theorem.
    expect(linear?.available && inEnglish(linear.formula)).toBe('cos t = 2.7475·sin(t) − 2.9238·sin(t−1)')
    expect([1 / Math.tan(Math.PI / 9), 1 / Math.sin(Math.PI / 9)]).toEqual([
      expect.closeTo(2.7475, 4),
      expect.closeTo(2.9238, 4),
    ])
    // cos² of ten time steps from 0 to π: the ends count in full.
    expect(line('mean')).toBeCloseTo(0.55, 6)
  })
})

describe('a closed loop on demand', () => {
  async function asked(from: { origin: number; steps: number }, config = smallRun('sunspots')) {
    const bench = createJudgedBench()
    good(await bench.trainer.createRun(config))
    bench.runUntilIdle()
    const answer = bench.trainer.forecastFrom(from)
    await Promise.resolve()
    bench.runUntilIdle()
    return { ...bench, answer: await answer }
  }

  it('is told beside what was, what the network says of that, and the rivals', async () => {
    const { answer } = await asked({ origin: 249, steps: 12 })
    const { outputs, origins, update } = good(answer)
    expect([outputs.length, update]).toEqual([1, 0])
    expect(origins).toBeGreaterThan(50)
    const [output] = outputs
    const { closedLoop, teacherForced, truth, rivals, errors } = output ?? fail('there should be an output')
    expect([closedLoop, teacherForced, truth].map(({ length }) => length)).toEqual([12, 12, 12])
    // With horizon 1, the first time step is said before anything is fed back.
    expect(closedLoop[0]).toBe(teacherForced[0])
    expect(closedLoop[1]).not.toBe(teacherForced[1])
    expect(rivals.map(({ name }) => name)).toEqual(['mean', 'persistence', 'seasonal-naive', 'linear'])
    const persistence = rivals[1]?.values ?? fail('there should be persistence')
    expect(new Set(persistence).size).toBe(1)
    expect(errors.network.rmse).toHaveLength(12)
    expect(errors.network.counts[11]).toBe(origins)
    expect(errors.rivals.map(({ name }) => name)).toEqual(rivals.map(({ name }) => name))
    const off = (errors.rivals[1]?.errors.rmse ?? new Float64Array(0)) as Float64Array
    expect(off[5]).toBeGreaterThan((off[0] ?? 0) * 1.5)
  })

  it('goes past the end of the series, where nobody knows what was', async () => {
    const { answer } = await asked({ origin: 308, steps: 5 })
    const [output] = good(answer).outputs
    expect([...(output?.truth ?? [])].every(Number.isNaN)).toBe(true)
    expect([...(output?.closedLoop ?? [])].some(Number.isNaN)).toBe(false)
  })

  it('goes as far as the known inputs reach where not every input is a target, and names these', async () => {
    const config = smallRun('adding', { horizon: 3 })
    const few = good((await asked({ origin: 500, steps: 3 }, config)).answer)
    expect([few.steps, few.lacking, few.origins > 0]).toEqual([3, [], true])
    const more = good((await asked({ origin: 500, steps: 12 }, config)).answer)
    expect([more.steps, more.lacking]).toEqual([3, ['value', 'marker']])
    // What it says has seen nothing but what is known: the same as shown what was.
    const [output] = more.outputs
    expect([...(output?.closedLoop ?? [])]).toEqual([...(output?.teacherForced ?? [])])
    expect(output?.closedLoop).toHaveLength(3)
    expect([...(output?.closedLoop ?? [])].every(Number.isFinite)).toBe(true)
    expect(output?.closedLoop).toEqual(few.outputs[0]?.closedLoop)
  })

  it.each([
    ['the lesson', LESSON, 5, /^A closed loop needs a series, but this run learns the lesson/],
    [
      'a horizon of 0',
      smallRun('adding'),
      500,
      /^In closed loop a network needs a horizon of at least 1, as it cannot see "value" and "marker" of a time step/,
    ],
    [
      'rows that are not there',
      smallRun('sunspots'),
      400,
      /^The closed loop should begin at a row of the series, which has 309 time steps, but row 401/,
    ],
  ])('refuses %s in a sentence', async (_, config, origin, sentence) => {
    const { answer } = await asked({ origin, steps: 3 }, config)
    expect(refusal(answer)).toMatch(sentence)
  })

  it('is called off by another run', async () => {
    const bench = createJudgedBench()
    good(await bench.trainer.createRun(smallRun('sunspots')))
    bench.runUntilIdle()
    const answer = bench.trainer.forecastFrom({ origin: 100, steps: 5 })
    await Promise.resolve()
    await bench.trainer.createRun(smallRun('sunspots'))
    expect(refusal(await answer)).toMatch(/^The closed loop was called off/)
  })
})
