import { settingsOf } from '@contract/settings/settings'
import { configAt } from '@contract/timeline/settings-events'
import type { CheckpointTaken } from '@contract/wire/trainer-wire'
import { describe, expect, it } from 'vitest'
import { createJudgedBench, good, refusal, smallRun } from './judged-bench'
import { answered, type Bench, idOf, lesson, standing, trained } from './moment-bench'

describe('a moment of a run', () => {
  it.each([
    ['the lesson', lesson()],
    [
      'an LSTM with RMSprop and a clipped gradient',
      lesson({ cell: 'lstm', optimizer: 'rmsprop', clipNorm: 0.5 }),
    ],
    ['windows of random lengths', lesson({ span: 'random', carryState: false })],
    ['a series, at random', smallRun('lorenz', { updates: 60, order: 'random', batch: 3 })],
  ] as const)('has the loss, the norm and the settings that it had: %s', async (_, config) => {
    const changes = [
      [11, { learningRate: 0.01 }],
      [23, { learningRate: 0.003, carryState: !config.training.carryState }],
    ] as const
    const bench = await trained(config, changes)
    const runId = idOf(bench)
    const norms = bench.payloads('updates').flatMap(({ gradientNorms }) => [...gradientNorms])
    for (const update of [1, 36, 11, 12, 23, 24, 59, 60]) {
      const moment = good(await answered(bench, bench.trainer.momentAt({ runId, update })))
      expect(moment).toMatchObject({ runId, update })
      expect(moment.config.training.learningRate).toBe(
        update <= 11 ? config.training.learningRate : update <= 23 ? 0.01 : 0.003,
      )
      const state = bench.state()
      // What the page says of then, without asking.
      expect(state && configAt(state.events, state.config, update)).toEqual(moment.config)
      expect(Math.fround(moment.loss ?? Number.NaN)).toBe(bench.losses()[update - 1])
      expect(Math.fround(moment.gradientNorm ?? Number.NaN)).toBe(norms[update - 1])
    }
  })

  it('is had from the beginning on, and beyond what there is refused in a sentence', async () => {
    const bench = await trained(lesson({ updates: 5 }))
    const runId = idOf(bench)
    const first = good(await answered(bench, bench.trainer.momentAt({ runId, update: 0 })))
    expect(first).toMatchObject({ loss: null, gradientNorm: null, replayed: 0 })
    expect([...first.carried]).toEqual(Array(8).fill(0))
    expect(refusal(await bench.trainer.momentAt({ runId, update: 6 }))).toBe(
      'A moment of this run is one of its updates from 0 to 5, but 6 was asked for; choose one of them.',
    )
    expect(refusal(await bench.trainer.momentAt({ runId: 'other', update: 1 }))).toMatch(/not open any more/)
  })

  it('gives way to one that is asked for later, and is had while the run trains on', async () => {
    const bench = await trained(lesson({ updates: 50 }))
    const runId = idOf(bench)
    good(await bench.trainer.changeSettings({ ...settingsOf(lesson()), updates: 400 }))
    await bench.trainer.startRun()
    const early = bench.trainer.momentAt({ runId, update: 10 })
    const late = bench.trainer.momentAt({ runId, update: 20 })
    bench.runUntilIdle()
    expect(refusal(await early)).toMatch(/called off/)
    expect(Math.fround(good(await late).loss ?? 0)).toBe(bench.losses()[19])
    expect(bench.state()).toMatchObject({ phase: 'finished', updatesDone: 400 })
    const alone = await trained(lesson({ updates: 400 }))
    expect(bench.losses()).toEqual(alone.losses())
  })
})

describe('the nearest carried state', () => {
  it.each([
    ['the lesson', lesson({ updates: 400 }), 16],
    ['an LSTM of two layers', lesson({ cell: 'lstm', layers: 2, batch: 3, updates: 200 }), 16],
    ['a state that is frozen', lesson({ freezeState: true }), 1],
  ] as const)('is, to the last bit, that of the update it is said to be of: %s', async (_, config, most) => {
    const bench = await trained(config, [[11, 'wiped']])
    const runId = idOf(bench)
    const { updates } = config.training
    let distance = 0
    for (let update = 0; update <= updates; update += 1) {
      const near = good(await bench.trainer.nearestState({ runId, update }))
      expect(near.nearestFrom <= update && update <= near.nearestTo).toBe(true)
      distance = Math.max(distance, Math.abs(near.update - update))
      if (update !== near.nearestFrom) continue
      const exact = good(await answered(bench, bench.trainer.momentAt({ runId, update: near.update })))
      expect(near.carried).toEqual(exact.carried)
    }
    expect(distance).toBeLessThanOrEqual(most)
  })

  it('is told in the midst of training, at once and between two updates', async () => {
    const bench = createJudgedBench()
    good(await bench.trainer.createRun(lesson({ updates: 300 })))
    const runId = idOf(bench as Bench)
    await bench.trainer.startRun()
    while (bench.losses().length < 40) bench.advance()
    const made = bench.losses().length
    const told = bench.trainer.nearestState({ runId, update: 20 })
    // Not a promise: nothing is waited for.
    if (told instanceof Promise) throw new Error('it was not told at once')
    const near = good(told)
    expect(near).toMatchObject({ runId, update: 20, nearestFrom: 20, nearestTo: 20 })
    const newest = good(await bench.trainer.nearestState({ runId, update: made }))
    expect(newest.nearestTo).toBeGreaterThanOrEqual(made)
    bench.runUntilIdle()
    expect(near.carried).toEqual(
      good(await answered(bench, bench.trainer.momentAt({ runId, update: 20 }))).carried,
    )
    expect(bench.losses()).toEqual((await trained(lesson({ updates: 300 }))).losses())
  })

  it('is refused in a sentence for an update that there is not', async () => {
    const bench = await trained(lesson({ updates: 5 }))
    const runId = idOf(bench)
    expect(refusal(await bench.trainer.nearestState({ runId, update: 6 }))).toBe(
      'A moment of this run is one of its updates from 0 to 5, but 6 was asked for; choose one of them.',
    )
    expect(refusal(await bench.trainer.nearestState({ runId: 'other', update: 1 }))).toMatch(
      /not open any more/,
    )
  })
})

describe('a branch', () => {
  it.each([
    ['the lesson', lesson()],
    ['a series with a validation part', smallRun('sunspots', { updates: 60, patience: 500 })],
  ] as const)('goes on to the very numbers of the run that it branches off: %s', async (_, config) => {
    const changes = [[11, { learningRate: 0.004 }]] as const
    const bench = await trained(config, [...changes, [48, { learningRate: 0.001 }]])
    const runId = idOf(bench)
    const first = bench.losses()
    const validation = bench.evaluations()
    good(await answered(bench, bench.trainer.branchAt({ runId, update: 36 })))
    const opened = bench.payloads('runOpened').at(-1)
    expect(opened).toMatchObject({ branch: { runId, update: 36 }, updatesBefore: 0 })
    expect(opened?.id).not.toBe(runId)
    expect(bench.state()).toMatchObject({ phase: 'paused', updatesDone: 36, goal: 60 })
    expect(bench.state()?.config.training.learningRate).toBe(0.004)
    expect(bench.state()?.events.map(({ update }) => update)).toEqual([12])
    while ((bench.state()?.updatesDone ?? 0) < 48) await bench.trainer.stepRun()
    good(await bench.trainer.changeSettings({ ...settingsOf(config), learningRate: 0.001 }))
    await bench.trainer.startRun()
    bench.runUntilIdle()
    expect(bench.losses().slice(60)).toEqual(first.slice(36))
    expect(bench.evaluations().slice(validation.length)).toEqual(validation.filter(([update]) => update > 36))
    const alone = standing(await trained(config, [...changes, [48, { learningRate: 0.001 }]]))
    const { id: _id, branch: _branch, ...branched } = standing(bench)
    const { id: _other, ...whole } = alone
    expect(branched).toEqual(whole)
  })

  it('is opened although a moment is looked at meanwhile', async () => {
    const bench = await trained(lesson())
    const runId = idOf(bench)
    const branched = bench.trainer.branchAt({ runId, update: 36 })
    const looked = bench.trainer.momentAt({ runId, update: 40 })
    good(await answered(bench, branched))
    expect(bench.state()).toMatchObject({ phase: 'paused', updatesDone: 36 })
    // It is of a run that has been left.
    expect((await looked).ok).toBeTypeOf('boolean')
  })

  it('has the best update of its own past, with its weights', async () => {
    const bench = await trained(smallRun('sunspots', { updates: 150, learningRate: 0.002 }))
    const evaluations = bench.evaluations()
    const best = bench.state()?.best?.update ?? 0
    const at = evaluations.findLast(([update]) => update < best)?.[0] ?? 0
    expect(at).toBeGreaterThan(1)
    const before = evaluations.filter(([update]) => update <= at)
    const lowest = before.reduce((low, next) => (next[1] < low[1] ? next : low))
    good(await answered(bench, bench.trainer.branchAt({ runId: idOf(bench), update: at })))
    expect(bench.state()?.best).toEqual({ update: lowest[0], loss: lowest[1] })
    const alone = await trained(smallRun('sunspots', { updates: at, learningRate: 0.002 }))
    expect(standing(bench).best?.parameters).toEqual(standing(alone).best?.parameters)
  })

  it('keeps its log, and where it branched off, over a restart', async () => {
    const bench = await trained(lesson(), [[11, { learningRate: 0.01 }]])
    const runId = idOf(bench)
    good(await answered(bench, bench.trainer.branchAt({ runId, update: 36 })))
    const all = bench.payloads('checkpointTaken')
    const { present, initial } = all.at(-1) as CheckpointTaken
    const next = createJudgedBench()
    good(await next.trainer.restoreCheckpoint({ present, initial }))
    expect(next.payloads('runOpened').at(-1)).toEqual(bench.payloads('runOpened').at(-1))
    expect(next.state()).toEqual(bench.state())
    const moment = next.trainer.momentAt({ runId: idOf(next), update: 20 })
    next.runUntilIdle()
    expect(Math.fround(good(await moment).loss ?? 0)).toBe(bench.losses()[19])
  })

  it('has its keyframes again after a restart, so that no update is made again for nothing', async () => {
    const bench = await trained(lesson())
    const { present, initial } = bench.payloads('checkpointTaken').at(-1) as CheckpointTaken
    const whole = bench.payloads('checkpointTaken').find((each) => each.initial)?.initial ?? initial
    const keyframes = bench.payloads('keyframesTaken').at(-1)?.bytes ?? null
    const next = createJudgedBench()
    good(await next.trainer.restoreCheckpoint({ present, initial: whole, keyframes }))
    const moment = good(
      await answered(next as Bench, next.trainer.momentAt({ runId: idOf(next as Bench), update: 36 })),
    )
    expect(moment.replayed).toBe(1)
    expect(Math.fround(moment.loss ?? 0)).toBe(bench.losses()[35])
  })

  it('is copied under another id, with which it goes on and back to the same numbers', async () => {
    const bench = await trained(lesson({ updates: 40 }))
    const told = bench.payloads('checkpointTaken')
    const { present } = told.at(-1) as CheckpointTaken
    const initial = told.find((each) => each.initial)?.initial ?? null
    const keyframes = bench.payloads('keyframesTaken').at(-1)?.bytes ?? null
    const copy = good(await bench.trainer.copyCheckpoint({ present, initial, keyframes }, 'copy'))
    expect(copy).toMatchObject({ runId: 'copy', updatesDone: 40 })
    // Nothing was opened for it.
    expect(bench.payloads('runOpened')).toHaveLength(1)
    const next = createJudgedBench()
    good(await next.trainer.restoreCheckpoint(copy))
    const [mine, its] = [bench, next].map(({ payloads }) => payloads('runOpened').at(-1))
    expect(its).toEqual({ ...mine, id: 'copy' })
    const moment = good(await answered(next as Bench, next.trainer.momentAt({ runId: 'copy', update: 36 })))
    expect([moment.replayed, Math.fround(moment.loss ?? 0)]).toEqual([1, bench.losses()[35]])
    for (const { trainer, runUntilIdle } of [bench, next]) {
      await trainer.startRun()
      runUntilIdle()
    }
    expect(next.losses()).toEqual(bench.losses().slice(40))
    good(await next.trainer.resetRun())
    await next.trainer.stepRun()
    expect(next.losses().at(-1)).toBe(bench.losses()[0])
    const damaged = present.slice(0, 100)
    expect(refusal(await bench.trainer.copyCheckpoint({ present: damaged, initial }, 'x'))).not.toBe('')
  })
})
