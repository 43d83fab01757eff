import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { SAVED_AS } from '@contract/files/weight-formats'
import { inEnglish } from '@contract/language/say'
import type { RunState, UpdateBatch } from '@contract/run/run'
import { LESSON } from '@contract/settings/lesson'
import { mostPointsInRun } from '@contract/settings/numbers'
import { differences, SETTING_NAMES, SETTINGS, settingsOf, withSettings } from '@contract/settings/settings'
import { type TrainerEvents, UPDATE_CREDITS } from '@contract/wire/trainer-wire'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readInPlace, type WeightReader } from '../../../main/trainer/reading/reader'
import type { Clock } from '../../../main/trainer/system/clock'
import { tf } from '../../../main/trainer/tensorflow'
import {
  decodeCheckpoint,
  encodeInitial,
  encodePresent,
} from '../../../main/trainer/weights/checkpoint/checkpoint'
import { otherValue } from '../../helpers/other-value'
import { createPresentTrainer, type PresentTrainer } from '../../helpers/present-trainer'
import { greatestDifference, NORM_TOLERANCE, referenceRun } from '../../helpers/reference'
import { saying } from '../../helpers/saying'
import { recordedRun } from './training/follow-reference'

type Told = {
  [Name in keyof TrainerEvents]: { name: Name; payload: TrainerEvents[Name] }
}[keyof TrainerEvents]

/** A clock that moves only when it is told to: each turn runs what is due, and an update takes no time. */
function createFakeClock() {
  let now = 0
  let due: { at: number; action: () => void }[] = []
  const at = (action: () => void, wait: number) => {
    const entry = { at: now + wait, action }
    due.push(entry)
    return () => {
      due = due.filter((other) => other !== entry)
    }
  }
  let cost = 0
  const look = () => {
    now += cost
    return now
  }
  const clock: Clock = { now: look, soon: (action) => at(action, 0), later: at }
  return {
    clock,
    /** Runs the next thing that is due; false when nothing is. */
    turn: () => {
      const next = due.toSorted((a, b) => a.at - b.at)[0]
      if (!next) return false
      due = due.filter((other) => other !== next)
      now = Math.max(now, next.at)
      next.action()
      return true
    },
    now: () => now,
    /** From now on every look at the clock takes so long. */
    costly: (milliseconds: number) => {
      cost = milliseconds
    },
    advance: (milliseconds: number) => {
      now += milliseconds
    },
  }
}

function createBench(read?: WeightReader) {
  const told: Told[] = []
  const time = createFakeClock()
  let readsAlong = true
  const trainer: PresentTrainer = createPresentTrainer(
    (name, payload) => {
      told.push({ name, payload } as Told)
      if (name === 'updates' && readsAlong) trainer.acknowledgeUpdates(1)
    },
    time.clock,
    read,
  )
  const payloads = <Name extends keyof TrainerEvents>(name: Name) =>
    told.filter((event) => event.name === name).map((event) => event.payload as TrainerEvents[Name])
  return {
    trainer,
    time,
    told,
    payloads,
    batches: () => payloads('updates'),
    losses: () => payloads('updates').flatMap((batch) => [...batch.losses]),
    state: () => payloads('runChanged').at(-1),
    runUntilIdle: () => {
      while (time.turn()) time.advance(1)
    },
    /** Until so many updates have been told of; what is recorded between them takes turns of its own. */
    runUntil: (updates: number) => {
      const told = () => payloads('updates').reduce((sum, { losses }) => sum + losses.length, 0)
      while (told() < updates && time.turn());
    },
    stopReading: () => {
      readsAlong = false
    },
  }
}

function predictionsOf(batches: readonly UpdateBatch[]) {
  return batches.flatMap((batch) => [...batch.predictions])
}

const reference = referenceRun('torch-rnn-seed1')
const expectedLosses = reference.updates.map((update) => update.loss)

let folder = ''
let tensorsBefore = 0
beforeEach(async () => {
  tensorsBefore = tf.memory().numTensors
  folder = await mkdtemp(join(tmpdir(), 'unroll-trainer-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await rm(folder, { recursive: true, force: true })
})

describe('the trainer', () => {
  it('trains the lesson to the numbers of PyTorch, every update sent in order', async () => {
    const { trainer, batches, losses, state, runUntilIdle } = createBench()
    await trainer.createRun(LESSON)
    await trainer.setPace('max')
    await trainer.startRun()
    runUntilIdle()
    expect(state()).toMatchObject({ phase: 'finished', updatesDone: 60, goal: 60 })
    expect(greatestDifference(losses(), expectedLosses)).toBeLessThan(1e-4)
    const expected = reference.updates.flatMap((update) => update.prediction)
    expect(greatestDifference(predictionsOf(batches()), expected)).toBeLessThan(1e-4)
    let next = 1
    for (const batch of batches()) {
      expect(batch.firstUpdate).toBe(next)
      next += batch.losses.length
    }
    expect(next).toBe(61)
  })

  it.each([
    ['torch-rnn-head-seed1', { endpoint: false, updates: 100 }],
    ['torch-rnn-dynamic-seed1', { span: 'random' }],
    ['torch-rnn-no-carry-seed1', { carryState: false }],
    ['torch-rnn-2layer-seed1', { layers: 2, hiddenUnits: 16 }],
    ['torch-gru-seed1', { cell: 'gru' }],
    ['torch-lstm-2layer-seed1', { cell: 'lstm', layers: 2, hiddenUnits: 16 }],
    ['torch-rnn-batch4-seed1', { batch: 4, hiddenUnits: 16, updates: 40 }],
    [
      'torch-rnn-sgd-seed1',
      { optimizer: 'sgd', momentum: 0.9, learningRate: 0.01, hiddenUnits: 16, updates: 40 },
    ],
  ] as const)(
    'trains from settings alone to the numbers of %s, with the norms of its gradients',
    async (file, changes) => {
      const { trainer, batches, losses, state, runUntilIdle } = createBench()
      await trainer.createRun(withSettings(LESSON, { ...changes }))
      await trainer.setPace('max')
      await trainer.startRun()
      runUntilIdle()
      const { updates } = recordedRun(file)
      expect(state()).toMatchObject({ phase: 'finished', updatesDone: updates.length })
      expect(
        greatestDifference(
          losses(),
          updates.map(({ loss }) => loss),
        ),
      ).toBeLessThan(1e-4)
      const predictions = updates.flatMap(({ prediction }) => prediction)
      expect(greatestDifference(predictionsOf(batches()), predictions)).toBeLessThan(1e-4)
      const norms = batches().flatMap((batch) => [...batch.gradientNorms])
      expect(
        greatestDifference(
          norms,
          updates.map(({ gradientNorm = 0 }) => gradientNorm),
        ),
      ).toBeLessThan(NORM_TOLERANCE)
      const points = updates.reduce((sum, update) => sum + update.points, 0)
      for (const name of ['inputs', 'targets', 'predictions'] as const)
        expect(batches().reduce((sum, batch) => sum + batch[name].length, 0)).toBe(points)
      // As the wire tells where windows stand, the float32 times of every time step are those of the other framework.
      const ends = batches().flatMap(({ lengths, starts, steps }) =>
        [...lengths].map((length, i) =>
          [0, length - 1].map((j) => Math.fround(((starts[i] ?? 0) + j * (steps[i] ?? 0)) * Math.PI)),
        ),
      )
      expect(ends).toEqual(updates.map(({ from, to }) => [from, to]))
    },
  )

  it('keeps the pace of the lesson: 60 updates in about three seconds', async () => {
    const { trainer, time, runUntilIdle } = createBench()
    await trainer.createRun(LESSON)
    await trainer.startRun()
    runUntilIdle()
    expect(time.now()).toBeGreaterThanOrEqual(59 * 50)
    expect(time.now()).toBeLessThan(61 * 50)
  })

  it('pauses, steps, goes on, and resets to the very same weights', async () => {
    const { trainer, losses, state, payloads, runUntil, runUntilIdle } = createBench()
    await trainer.createRun(LESSON)
    expect(state()?.phase).toBe('ready')
    await trainer.startRun()
    runUntil(7)
    await trainer.pauseRun()
    const paused = state()
    expect(paused).toMatchObject({ phase: 'paused', updatesDone: 7 })
    runUntilIdle()
    expect([state(), losses().length]).toEqual([paused, 7])
    await trainer.stepRun()
    expect(state()).toMatchObject({ phase: 'paused', updatesDone: 8 })
    await trainer.startRun()
    runUntilIdle()
    expect(greatestDifference(losses(), expectedLosses)).toBeLessThan(1e-4)
    const first = losses()
    await trainer.resetRun()
    expect(state()).toMatchObject({ phase: 'ready', updatesDone: 0, goal: 60 })
    const [one, two] = payloads('runOpened')
    expect(two?.id).not.toBe(one?.id)
    await trainer.startRun()
    runUntilIdle()
    expect(losses().slice(60)).toEqual(first)
  })

  it('goes on for as many updates again after the goal, or for a single one', async () => {
    const { trainer, state, runUntilIdle } = createBench()
    await trainer.createRun(withSettings(LESSON, { updates: 5 }))
    await trainer.startRun()
    runUntilIdle()
    expect(state()).toMatchObject({ phase: 'finished', updatesDone: 5, goal: 5 })
    await trainer.startRun()
    runUntilIdle()
    expect(state()).toMatchObject({ phase: 'finished', updatesDone: 10, goal: 10 })
    await trainer.stepRun()
    expect(state()).toMatchObject({ phase: 'finished', updatesDone: 11, goal: 11 })
  })

  it('takes a changed setting over at the next update', async () => {
    const { trainer, runUntil, batches, losses, state, runUntilIdle } = createBench()
    await trainer.createRun(LESSON)
    await trainer.startRun()
    runUntil(10)
    await trainer.changeSettings({ ...settingsOf(LESSON), learningRate: 0.001, updates: 30, points: 20 })
    expect(state()).toMatchObject({ phase: 'training', updatesDone: 10, goal: 30 })
    runUntilIdle()
    expect(losses()).toHaveLength(30)
    const lengths = batches().flatMap((batch) => [...batch.lengths])
    expect(lengths).toEqual([...Array(10).fill(10), ...Array(20).fill(20)])
    expect(greatestDifference(losses().slice(0, 10), expectedLosses.slice(0, 10))).toBeLessThan(1e-4)
    expect(greatestDifference(losses().slice(10), expectedLosses.slice(10, 30))).toBeGreaterThan(1e-2)
    // A goal that is already passed ends the run; one further away opens it again.
    await trainer.changeSettings({ ...settingsOf(LESSON), updates: 5 })
    expect(state()).toMatchObject({ phase: 'finished', goal: 30 })
    await trainer.changeSettings({ ...settingsOf(LESSON), updates: 40 })
    expect(state()).toMatchObject({ phase: 'paused', goal: 65 })
  })

  it('keeps its network and its training, whatever is sent along with a changed setting', async () => {
    const { trainer, state, losses } = createBench()
    await trainer.createRun(LESSON)
    const others = { cell: 'lstm', layers: 2, hiddenUnits: 3, optimizer: 'sgd', batch: 7, seed: 2 } as const
    expect(await trainer.changeSettings({ ...settingsOf(LESSON), ...others, clipNorm: 5 })).toMatchObject({
      ok: true,
    })
    expect(state()?.config).toEqual(withSettings(LESSON, { clipNorm: 5 }))
    await trainer.stepRun()
    expect(greatestDifference(losses(), expectedLosses.slice(0, 1))).toBeLessThan(1e-4)
  })

  it.each(SETTING_NAMES)('takes %s over if it is live, and goes on in any case', async (name) => {
    const { trainer, state, losses } = createBench()
    await trainer.createRun(LESSON)
    await trainer.stepRun()
    const sent = { ...settingsOf(LESSON), [name]: otherValue(name) }
    expect(await trainer.changeSettings(sent)).toEqual({ ok: true })
    const { config } = state() as RunState
    expect(differences(LESSON, config)).toEqual(SETTINGS[name].effect === 'live' ? [name] : [])
    await trainer.stepRun()
    expect(losses()).toHaveLength(2)
  })

  it('refuses an impossible setting in a sentence and trains on as before', async () => {
    const { trainer, state } = createBench()
    await trainer.createRun(LESSON)
    const before = state()
    const answer = await trainer.changeSettings({ ...settingsOf(LESSON), learningRate: 0 })
    expect(answer).toEqual({
      ok: false,
      error: {
        code: 'invalid-setting',
        text: saying(
          'Learning rate must be a number from 0.000001 to 10, but 0 was given; choose a value in this range.',
        ),
      },
    })
    expect(state()).toEqual(before)
  })

  it('waits for a page that hangs, and loses no update when it wakes', async () => {
    const bench = createBench()
    const { trainer, batches, losses, state, runUntilIdle } = bench
    await trainer.createRun(withSettings(LESSON, { points: 200, updates: 400 }))
    await trainer.setPace('max')
    bench.stopReading()
    await trainer.startRun()
    runUntilIdle()
    expect(state()?.phase).toBe('training')
    expect(batches()).toHaveLength(UPDATE_CREDITS)
    const sentWhileHanging = losses().length
    expect(sentWhileHanging).toBeLessThan(400)
    while (state()?.phase === 'training') {
      trainer.acknowledgeUpdates(1)
      runUntilIdle()
    }
    expect(losses()).toHaveLength(400)
    expect(state()).toMatchObject({ phase: 'finished', updatesDone: 400 })
  })

  it.each([
    {},
    { cell: 'lstm', layers: 2, hiddenUnits: 8, batch: 2, optimizer: 'rmsprop', learningRate: 0.001 },
    { family: 'tensorflow', optimizer: 'adam-tensorflow', shown: 'after-update', span: 'random' },
  ] as const)('goes on from a checkpoint as if nothing had happened: %o', async (changes) => {
    const first = createBench()
    await first.trainer.createRun(withSettings(LESSON, { ...changes }))
    await first.trainer.startRun()
    while (first.losses().length < 45) first.time.turn()
    const checkpoint = first.payloads('checkpointTaken').at(-1)
    const { updatesDone = 0, present = new Uint8Array() } = checkpoint ?? {}
    // The initial weights come once.
    const initials = first.payloads('checkpointTaken').flatMap(({ initial }) => initial ?? [])
    const [initial = null, ...more] = initials
    expect(more).toEqual([])
    expect(updatesDone).toBeGreaterThan(20)
    expect(updatesDone).toBeLessThanOrEqual(45)
    const second = createBench()
    expect(await second.trainer.restoreCheckpoint({ present, initial })).toEqual({
      ok: true,
      value: undefined,
    })
    expect(second.payloads('runOpened')[0]).toEqual(first.payloads('runOpened')[0])
    expect(second.state()).toMatchObject({ phase: 'paused', updatesDone, goal: 60 })
    await second.trainer.startRun()
    second.runUntilIdle()
    expect(second.batches()[0]?.firstUpdate).toBe(updatesDone + 1)
    first.runUntilIdle()
    expect(second.losses()).toEqual(first.losses().slice(updatesDone))
    // Reset still knows the initial weights.
    await second.trainer.resetRun()
    await second.trainer.stepRun()
    expect(second.losses().at(-1)).toBe(first.losses()[0])
  })

  it('answers what was meant for a run that has been left, and changes nothing of the present one', async () => {
    const { trainer, told, time, losses, state } = createBench()
    const { byId, present } = trainer
    const settings = { ...settingsOf(LESSON), learningRate: 0.5 }
    const asks = (id: string): readonly (() => unknown)[] => [
      () => byId.startRun(id),
      () => byId.stepRun(id),
      () => byId.pauseRun(id),
      () => byId.resetRun(id),
      () => byId.loadBest(id),
      () => byId.changeSettings(id, settings),
      () => byId.forecastFrom(id, { origin: 0, steps: 1 }),
      () => byId.momentAt({ runId: id, update: 0 }),
      () => byId.branchAt({ runId: id, update: 0 }),
      () => byId.exportWeights(id, join(folder, 'left.safetensors'), SAVED_AS),
    ]
    const none = {
      ok: false,
      error: { code: 'no-run', text: saying(expect.stringMatching(/^There is no run yet/)) },
    }
    for (const ask of asks('left')) expect(await ask()).toMatchObject(none)
    await trainer.createRun(LESSON)
    const left = present()
    await trainer.createRun(withSettings(LESSON, { seed: 7 }))
    expect(present()).not.toBe(left)
    // At rest a late Start must not begin it, and in training a late Pause must not end it.
    for (const phase of ['ready', 'training']) {
      if (phase === 'training') await trainer.startRun()
      const before = [told.length, state()]
      const gone = {
        ok: false,
        error: { code: 'no-run', text: saying(expect.stringMatching(/is not open any more/)) },
      }
      for (const ask of asks(left)) expect(await ask()).toMatchObject(gone)
      expect([told.length, state()]).toEqual(before)
      expect(state()).toMatchObject({ id: present(), phase })
    }
    await expect(stat(join(folder, 'left.safetensors'))).rejects.toThrow()
    while (losses().length < 5) time.turn()
    expect(state()?.config.training.learningRate).toBe(LESSON.training.learningRate)
  })

  it('tells where a run stands before another one takes its place, whatever is asked for', async () => {
    const path = join(folder, 'other.safetensors')
    const other = createBench()
    await other.trainer.createRun(withSettings(LESSON, { seed: 7 }))
    await other.trainer.exportWeights(path, SAVED_AS)
    const files = other.payloads('checkpointTaken')[0] ?? { present: new Uint8Array(), initial: null }
    const ways: readonly ((trainer: PresentTrainer) => unknown)[] = [
      (trainer) => trainer.createRun(LESSON),
      (trainer) => trainer.resetRun(),
      (trainer) => trainer.loadWeights(path),
      (trainer) => trainer.restoreCheckpoint(files),
    ]
    for (const replace of ways) {
      const { trainer, told, losses, time, payloads } = createBench()
      await trainer.createRun(LESSON)
      await trainer.startRun()
      while (losses().length < 20) time.turn()
      const { id } = payloads('runOpened')[0] ?? { id: '' }
      await replace(trainer)
      const opened = told.findLastIndex(({ name }) => name === 'runOpened')
      const before = told.slice(0, opened)
      const last = before.findLast(({ name }) => name === 'checkpointTaken')?.payload
      expect(last).toMatchObject({ runId: id, updatesDone: losses().length })
      // Both ran to their ends alike: what is kept of it goes on to the same numbers.
      const again = createBench()
      const initial = payloads('checkpointTaken')[0]?.initial ?? null
      await again.trainer.restoreCheckpoint({ ...(last as typeof files), initial })
      await again.trainer.startRun()
      again.runUntilIdle()
      const all = [...losses(), ...again.losses()]
      expect(all).toHaveLength(60)
      expect(greatestDifference(all, expectedLosses)).toBeLessThan(1e-4)
    }
  })

  it('spends no more than a twentieth of its time on checkpoints', async () => {
    const { trainer, time, payloads, losses } = createBench()
    await trainer.createRun(withSettings(LESSON, { updates: 400 }))
    await trainer.startRun()
    while (losses().length < 20) time.turn()
    const taken: number[] = []
    let seen = payloads('checkpointTaken').length
    // A clock that stands still while a checkpoint is made costs it nothing, so it moves 200 ms at every look.
    time.costly(200)
    while (losses().length < 390 && time.turn())
      if (payloads('checkpointTaken').length > seen) {
        seen = payloads('checkpointTaken').length
        taken.push(time.now())
      }
    const gaps = taken.slice(1).map((at, index) => at - (taken[index] ?? 0))
    expect(gaps.length).toBeGreaterThan(2)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(4000)
  })

  it('never puts into a checkpoint what the page has not been sent', async () => {
    const { trainer, told, runUntilIdle } = createBench()
    await trainer.createRun(withSettings(LESSON, { updates: 300 }))
    await trainer.setPace(100)
    await trainer.startRun()
    runUntilIdle()
    let sent = 0
    let checkpoints = 0
    for (const { name, payload } of told) {
      if (name === 'updates') sent = payload.firstUpdate + payload.losses.length - 1
      if (name === 'checkpointTaken') {
        expect(payload.updatesDone).toBe(sent)
        checkpoints += 1
      }
    }
    expect(checkpoints).toBeGreaterThan(3)
  })

  describe('with a large network', () => {
    /** A checkpoint of 9.5 MB: in parts of 4 MiB three. */
    const LARGE = withSettings(LESSON, { cell: 'lstm', layers: 2, hiddenUnits: 256, points: 2, updates: 400 })

    /** What main makes of the parts: every checkpoint that became whole while the run trained. */
    function joined(parts: readonly TrainerEvents['checkpointPart'][]) {
      const whole: { updatesDone: number; present: Uint8Array }[] = []
      let waiting: Uint8Array[] = []
      for (const { updatesDone, from, total, bytes } of parts) {
        if (from === 0) waiting = []
        waiting.push(bytes)
        if (from + bytes.length === total) whole.push({ updatesDone, present: Buffer.concat(waiting) })
      }
      return whole
    }

    it('tells one instant of the run in parts, at most one after each update', async () => {
      const { trainer, told, time, payloads } = createBench()
      await trainer.setEngine('eager')
      await trainer.createRun(LARGE)
      await trainer.setPace('max')
      await trainer.startRun()
      while (payloads('checkpointPart').length < 3 && time.turn()) time.advance(200)
      const parts = payloads('checkpointPart')
      expect(parts.map(({ from }) => from)).toEqual([0, 4_194_304, 8_388_608])
      expect(parts.map(({ bytes }) => bytes.buffer.byteLength === bytes.length)).toEqual([true, true, true])
      // In the time that it takes the run goes on.
      const order = told.map(({ name }) => name).filter((name) => name !== 'runChanged')
      const first = order.indexOf('checkpointPart')
      expect(order.slice(first, first + 5)).toEqual([
        'checkpointPart',
        'updates',
        'checkpointPart',
        'updates',
        'checkpointPart',
      ])
      const [{ updatesDone, present } = { updatesDone: 0, present: new Uint8Array() }] = joined(parts)
      const before = told.slice(
        0,
        told.findIndex(({ name }) => name === 'checkpointPart'),
      )
      const sent = before.findLast(({ name }) => name === 'updates')?.payload as UpdateBatch
      expect(updatesDone).toBe(sent.firstUpdate + sent.losses.length - 1)
      await trainer.pauseRun()

      // The same run, at rest at that update.
      const other = createBench()
      await other.trainer.setEngine('eager')
      await other.trainer.createRun(LARGE)
      for (let update = 0; update < updatesDone; update += 1) await other.trainer.stepRun()
      const read = (bench: Pick<typeof other, 'payloads'>, bytes: Uint8Array | undefined) =>
        decodeCheckpoint({
          present: bytes ?? new Uint8Array(),
          initial: bench.payloads('checkpointTaken')[0]?.initial ?? null,
        })
      const one = read({ payloads }, present)
      const two = read(other, other.payloads('checkpointTaken').at(-1)?.present)
      if (!one.ok || !two.ok) throw new Error('both should be checkpoints')
      // As bytes: any other comparison of millions of numbers takes half a minute.
      const written = [one.value, two.value].map((value) => encodePresent({ ...value, id: '', goal: 0 }))
      expect(Buffer.compare(written[0] ?? present, written[1] ?? present)).toBe(0)
    })

    it.each(['pauseRun', 'resetRun'] as const)(
      'leaves a whole checkpoint at %s in the middle of one',
      async (end) => {
        const { trainer, told, time, payloads, losses } = createBench()
        await trainer.setEngine('eager')
        await trainer.createRun(LESSON)
        const tensors = tf.memory().numTensors
        await trainer.createRun(LARGE)
        const { id } = payloads('runOpened').at(-1) ?? { id: '' }
        const initial = payloads('checkpointTaken').at(-1)?.initial ?? null
        await trainer.setPace('max')
        await trainer.startRun()
        while (payloads('checkpointPart').length < 2 && time.turn()) time.advance(200)
        await trainer[end]()
        const after = told.slice(told.findLastIndex(({ name }) => name === 'checkpointPart'))
        const rest = after.find(({ name }) => name === 'checkpointTaken')?.payload
        expect(rest).toMatchObject({ runId: id, updatesDone: losses().length })
        const { present } = rest as TrainerEvents['checkpointTaken']
        const read = decodeCheckpoint({ present, initial })
        expect(read).toMatchObject({ ok: true, value: { present: { updatesDone: losses().length } } })
        await trainer.createRun(LESSON)
        expect(tf.memory().numTensors).toBe(tensors)
      },
    )

    it('goes on with the parts while no update is due, and begins anew when a setting has changed', async () => {
      const { trainer, time, payloads, losses } = createBench()
      await trainer.setEngine('eager')
      await trainer.createRun(LARGE)
      await trainer.setPace(1)
      await trainer.startRun()
      while (payloads('checkpointPart').length < 3 && time.turn());
      const [first] = joined(payloads('checkpointPart'))
      // The one that was due when it began.
      expect(losses()).toHaveLength((first?.updatesDone ?? 0) + 1)
      while (payloads('checkpointPart').length < 4 && time.turn());
      await trainer.changeSettings({ ...settingsOf(LARGE), learningRate: 0.001 })
      while (payloads('checkpointPart').length < 7 && time.turn());
      expect(payloads('checkpointPart').map(({ from }) => from > 0)).toEqual([
        ...[false, true, true],
        false,
        ...[false, true, true],
      ])
      const initial = payloads('checkpointTaken')[0]?.initial ?? null
      const rates = joined(payloads('checkpointPart')).map(({ present }) => {
        const read = decodeCheckpoint({ present, initial })
        return read.ok && read.value.config.training.learningRate
      })
      expect(rates).toEqual([LESSON.training.learningRate, 0.001])
    })

    it('spends no more than a twentieth of its time on them', async () => {
      const { trainer, time, payloads, state } = createBench()
      await trainer.setEngine('eager')
      await trainer.createRun(LARGE)
      await trainer.setPace('max')
      await trainer.startRun()
      // Each look at the clock takes 20 ms: holding takes that, and each of the three parts.
      time.costly(20)
      const begun: number[] = []
      for (let seen = 0; begun.length < 3 && state()?.phase === 'training' && time.turn(); ) {
        const parts = payloads('checkpointPart')
        for (const { from } of parts.slice(seen)) if (from === 0) begun.push(time.now())
        seen = parts.length
      }
      const gaps = begun.slice(1).map((at, index) => at - (begun[index] ?? 0))
      expect(gaps.length).toBe(2)
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual((4 * 20) / 0.05)
    })
  })

  it('saves weights, and goes on from them with the same prediction to the last bit', async () => {
    const path = join(folder, 'trained.safetensors')
    const first = createBench()
    await first.trainer.createRun(LESSON)
    await first.trainer.startRun()
    first.runUntilIdle()
    const saved = await first.trainer.exportWeights(path, SAVED_AS)
    const { size } = await stat(path)
    expect(saved).toEqual({
      ok: true,
      value: {
        files: [{ name: 'trained.safetensors', bytes: size }],
        greatestDifference: 0,
        parameterCount: 1153,
        updatesDone: 60,
      },
    })
    await first.trainer.stepRun()
    const second = createBench()
    await second.trainer.createRun(withSettings(LESSON, { seed: 7 }))
    expect(await second.trainer.loadWeights(path)).toEqual({
      ok: true,
      value: { name: 'trained.safetensors', bytes: size, parameterCount: 1153, updatesDone: 60 },
    })
    expect(second.payloads('runOpened').at(-1)).toMatchObject({
      origin: { kind: 'file', name: 'trained.safetensors' },
      updatesBefore: 60,
    })
    expect(second.state()).toMatchObject({ phase: 'ready', updatesDone: 60, goal: 120, config: LESSON })
    await second.trainer.stepRun()
    const [before, after] = [first.batches().at(-1), second.batches().at(-1)]
    expect(after?.firstUpdate).toBe(61)
    expect(after?.predictions).toEqual(before?.predictions)
    expect(after?.losses).toEqual(before?.losses)
    expect([after?.starts, after?.steps]).toEqual([before?.starts, before?.steps])
    // Reset goes back to the weights of the file, not to those of the seed.
    await second.trainer.resetRun()
    await second.trainer.stepRun()
    expect(second.batches().at(-1)?.losses).toEqual(before?.losses)
  })

  it('leaves the run as it is when a file cannot be loaded, and keeps no tensor of it', async () => {
    const { trainer, told, losses } = createBench()
    await trainer.createRun(LESSON)
    await trainer.stepRun()
    const path = join(folder, 'notes.safetensors')
    await writeFile(path, 'not weights at all, but long enough to look at')
    const tensors = tf.memory().numTensors
    const events = told.length
    const answer = await trainer.loadWeights(path)
    expect(answer.ok).toBe(false)
    expect(answer.ok ? '' : inEnglish(answer.error.text)).toContain('"notes.safetensors"')
    expect(told).toHaveLength(events)
    expect(tf.memory().numTensors).toBe(tensors)
    await trainer.stepRun()
    expect(greatestDifference(losses(), expectedLosses.slice(0, 2))).toBeLessThan(1e-4)
  })

  it('opens no run of a network whose inputs and outputs its source has not', async () => {
    const { trainer, told } = createBench()
    await trainer.createRun(LESSON)
    const events = told.length
    const path = resolve(import.meta.dirname, '../../fixtures/weights/torch/three-inputs.safetensors')
    const answer = await trainer.loadWeights(path)
    expect(answer.ok ? '' : [answer.error.code, inEnglish(answer.error.text)]).toEqual([
      'weights-mismatch',
      '"three-inputs.safetensors" has a network of 3 inputs and 1 output, but the lesson has 1 input and 1 output; open a series with as many first, or choose other weights.',
    ])
    expect(told).toHaveLength(events)
  })

  describe('while a file is read', () => {
    /** A reader that has read, and answers when it is told to, also what was called off. */
    function createSlowReader() {
      const answers: (() => void)[] = []
      const signals: AbortSignal[] = []
      const read: WeightReader = async (...order) => {
        signals.push(order[2])
        const found = await readInPlace(...order)
        await new Promise<void>((answer) => answers.push(answer))
        return found
      }
      // The usual second is not enough where the machine has much to do.
      const begun = (count: number) => vi.waitUntil(() => answers.length === count, { timeout: 30_000 })
      return { read, begun, answer: (load: number) => answers[load]?.(), signals }
    }

    async function setUp() {
      const paths = ['a', 'b'].map((name) => join(folder, `${name}.safetensors`))
      const reader = createSlowReader()
      const bench = createBench(reader.read)
      const { trainer } = createBench()
      for (const each of [trainer, bench.trainer]) await each.createRun(LESSON)
      for (const path of paths) await trainer.exportWeights(path, SAVED_AS)
      await bench.trainer.stepRun()
      return {
        ...bench,
        ...reader,
        load: (which: 0 | 1) => bench.trainer.loadWeights(paths[which] as string),
      }
    }
    const origins = (descriptions: readonly TrainerEvents['runOpened'][]) =>
      descriptions.map(({ origin }) => (origin.kind === 'file' ? origin.name : origin.kind))

    it('an export has its file read back by the same reader, and a pause is heard meanwhile', async () => {
      const reader = createSlowReader()
      const { trainer, state } = createBench(reader.read)
      await trainer.createRun(LESSON)
      await trainer.startRun()
      let done = false
      const exported = Promise.resolve(
        trainer.exportWeights(join(folder, 'c.weights.h5'), { ...SAVED_AS, format: 'keras' }),
      ).finally(() => {
        done = true
      })
      await reader.begun(1)
      expect(await trainer.pauseRun()).toMatchObject({ ok: true })
      expect([state()?.phase, done]).toEqual(['paused', false])
      reader.answer(0)
      expect(await exported).toMatchObject({ ok: true, value: { greatestDifference: 0 } })
    })

    it('the run trains on, and the file takes its place when it has been read', async () => {
      const { trainer, load, begun, answer, state, payloads, signals } = await setUp()
      const loaded = load(0)
      await begun(1)
      await trainer.stepRun()
      expect(state()?.updatesDone).toBe(2)
      answer(0)
      expect(await loaded).toMatchObject({ ok: true, value: { name: 'a.safetensors', updatesDone: 0 } })
      expect(origins(payloads('runOpened'))).toEqual(['seed', 'a.safetensors'])
      expect(signals).toHaveLength(1)
    })

    it('it can be called off, and the run is as if nobody had asked', async () => {
      const { trainer, load, begun, answer, told, losses, signals } = await setUp()
      const events = told.length
      const loaded = load(0)
      await begun(1)
      await trainer.cancelLoad()
      expect(signals[0]?.aborted).toBe(true)
      answer(0)
      expect(await loaded).toEqual({ ok: true, value: null })
      expect(told).toHaveLength(events)
      await trainer.stepRun()
      expect(greatestDifference(losses(), expectedLosses.slice(0, 2))).toBeLessThan(1e-4)
    })

    it.each([
      [0, 1],
      [1, 0],
    ] as const)('a newer file ends it, whichever is read first', async (...order) => {
      const { load, begun, answer, payloads } = await setUp()
      const loads = [load(0), load(1)]
      await begun(2)
      for (const one of order) answer(one)
      expect(await loads[0]).toEqual({ ok: true, value: null })
      expect(await loads[1]).toMatchObject({ ok: true, value: { name: 'b.safetensors' } })
      expect(origins(payloads('runOpened'))).toEqual(['seed', 'b.safetensors'])
    })

    it.each<[what: string, act: (trainer: PresentTrainer) => unknown]>([
      ['a new run', (trainer) => trainer.createRun(withSettings(LESSON, { seed: 5 }))],
      ['a reset', (trainer) => trainer.resetRun()],
    ])('%s ends it: what was asked for last is what stands', async (_what, act) => {
      const { trainer, load, begun, answer, payloads } = await setUp()
      const loaded = load(0)
      await begun(1)
      await act(trainer)
      answer(0)
      expect(await loaded).toEqual({ ok: true, value: null })
      expect(origins(payloads('runOpened'))).toEqual(['seed', 'seed'])
    })
  })

  it('stops a run whose loss is no number any more, and changes nothing', async () => {
    const { trainer, state } = createBench()
    await trainer.createRun(LESSON)
    const weights = join(folder, 'huge.safetensors')
    await trainer.exportWeights(weights, SAVED_AS)
    const bytes = await readFile(weights)
    // The last parameter, out.bias: so large that its square is beyond float32, and so is the loss.
    bytes.writeFloatLE(3e38, bytes.length - 4)
    await writeFile(weights, bytes)
    await trainer.loadWeights(weights)
    await trainer.stepRun()
    expect(state()).toMatchObject({ phase: 'diverged', updatesDone: 0, broke: { update: 1, what: 'loss' } })
    for (const answer of [await trainer.startRun(), await trainer.stepRun()])
      expect(answer).toMatchObject({ ok: false, error: { code: 'run-diverged' } })
    const again = join(folder, 'again.safetensors')
    expect(await trainer.exportWeights(again, SAVED_AS)).toMatchObject({
      ok: true,
      value: { updatesDone: 0 },
    })
    expect((await readFile(again)).readFloatLE(bytes.length - 4)).toBe(Math.fround(3e38))
  })

  it.each<[what: string, meanwhile: (trainer: PresentTrainer) => unknown]>([
    ['training goes on', (trainer) => Array.from({ length: 5 }, () => trainer.stepRun())],
    [
      'the run is replaced by one of another size',
      (trainer) => trainer.createRun(withSettings(LESSON, { hiddenUnits: 8 })),
    ],
    [
      'the run is replaced and trains',
      (trainer) => [trainer.createRun(withSettings(LESSON, { cell: 'lstm' })), trainer.stepRun()],
    ],
  ])('exports weights, window and states of one instant while %s', async (_, meanwhile) => {
    const exported = async (place: string, disturb: (trainer: PresentTrainer) => unknown) => {
      const { trainer } = createBench()
      await mkdir(join(folder, place))
      await trainer.createRun(LESSON)
      for (let i = 0; i < 10; i += 1) await trainer.stepRun()
      const choice = { format: 'safetensors', names: 'pytorch', script: true } as const
      const writing = trainer.exportWeights(join(folder, place, 'w.safetensors'), choice)
      disturb(trainer)
      expect(await writing).toMatchObject({ ok: true, value: { updatesDone: 10, greatestDifference: 0 } })
      return Promise.all(
        ['w.safetensors', 'w.py'].map((name) =>
          readFile(join(folder, place, name)).then((b) => b.toString('latin1')),
        ),
      )
    }
    const disturbed = await exported('disturbed', meanwhile)
    expect(disturbed[1]).toContain('update 10,')
    expect(disturbed).toEqual(await exported('calm', () => {}))
  })

  it('says before one update is made that it may take long', async () => {
    const { trainer, told } = createBench()
    await trainer.createRun(LESSON)
    told.length = 0
    await trainer.stepRun()
    const said = told.map(({ name, payload }) => (name === 'runChanged' ? payload.preparing : name))
    expect(said).toEqual([true, 'updates', false, 'checkpointTaken', 'keyframesTaken'])
  })

  describe('that has kept nearly all the points it can', () => {
    /** A run of the lesson's settings with room for `room` points, made by a checkpoint. */
    async function nearlyFull(room: number, config = LESSON) {
      const bench = createBench()
      await bench.trainer.createRun(config)
      const checkpoint = decodeCheckpoint(
        bench.payloads('checkpointTaken')[0] ?? { present: new Uint8Array(), initial: null },
      )
      if (!checkpoint.ok) throw new Error(inEnglish(checkpoint.error.text))
      const seen = (mostPointsInRun(config.data.source) - room) / config.data.points
      const present = { ...checkpoint.value.present, updatesDone: seen, position: seen }
      const goal = seen + config.training.updates
      const changed = {
        ...checkpoint.value,
        goal,
        points: mostPointsInRun(config.data.source) - room,
        present,
      }
      await bench.trainer.restoreCheckpoint({
        present: encodePresent(changed),
        initial: encodeInitial(changed),
      })
      return bench
    }
    const full = { ok: false, error: { code: 'run-full' } }

    it('refuses to train more than it can keep, also after the goal', async () => {
      const { trainer, state, runUntilIdle } = await nearlyFull(900)
      expect(await trainer.startRun()).toEqual({ ok: true })
      runUntilIdle()
      expect(state()).toMatchObject({ phase: 'finished' })
      // 300 points are left: 30 updates more.
      expect(await trainer.startRun()).toMatchObject(full)
      expect(state()).toMatchObject({ phase: 'finished' })
      for (let i = 0; i < 30; i += 1) expect(await trainer.stepRun()).toEqual({ ok: true })
      expect(await trainer.stepRun()).toMatchObject(full)
    })

    it('counts what was made, whatever the settings are now, also after going on from a checkpoint', async () => {
      const { trainer, payloads } = await nearlyFull(900)
      await trainer.changeSettings({ ...settingsOf(LESSON), points: 2 })
      await trainer.stepRun()
      const { present } = payloads('checkpointTaken').at(-1) ?? {}
      const { initial } = payloads('checkpointTaken')[0] ?? {}
      if (!present || !initial) throw new Error('there should be checkpoints')
      const bench = createBench()
      expect(await bench.trainer.restoreCheckpoint({ present, initial })).toEqual({ ok: true })
      // 898 points are left: 449 updates of 2 points.
      const longer = (updates: number) =>
        bench.trainer.changeSettings({ ...settingsOf(LESSON), points: 2, updates })
      expect(await longer(451)).toMatchObject(full)
      expect(await longer(450)).toEqual({ ok: true })
    })

    it('refuses to go on from a checkpoint whose goal is too far', async () => {
      const { trainer, state } = await nearlyFull(590)
      expect(await trainer.startRun()).toMatchObject(full)
      expect(state()).toMatchObject({ phase: 'paused' })
      expect(await trainer.changeSettings({ ...settingsOf(LESSON), updates: 59 })).toEqual({ ok: true })
      expect(await trainer.startRun()).toEqual({ ok: true })
    })

    it.each([{ updates: 61 }, { points: 11 }, { span: 'random' }] as const)(
      'refuses settings of a run in training that need more: %o',
      async (change) => {
        const { trainer, state, runUntilIdle } = await nearlyFull(600)
        expect(await trainer.startRun()).toEqual({ ok: true })
        expect(await trainer.changeSettings({ ...settingsOf(LESSON), ...change })).toMatchObject(full)
        expect(state()).toMatchObject({ phase: 'training', config: LESSON })
        runUntilIdle()
        expect(state()).toMatchObject({ phase: 'finished' })
      },
    )

    it('begins with all its room again after weights are loaded or the run is reset', async () => {
      const { trainer } = await nearlyFull(0)
      const path = join(folder, 'full.safetensors')
      await trainer.exportWeights(path, SAVED_AS)
      expect(await trainer.startRun()).toMatchObject(full)
      await trainer.loadWeights(path)
      expect(await trainer.startRun()).toEqual({ ok: true })
      await (await nearlyFull(0)).trainer.resetRun()
      expect(await trainer.startRun()).toEqual({ ok: true })
    })
  })

  it('hears a pause after any piece of a recording, and goes on from there to the same numbers', async () => {
    const finished = async (pauseAfter: number | null) => {
      const { trainer, time, state, losses, runUntilIdle } = createBench()
      await trainer.createRun(withSettings(LESSON, { updates: 100, hiddenUnits: 4, points: 4 }))
      await trainer.setPace('max')
      await trainer.startRun()
      if (pauseAfter !== null) {
        for (let turn = 0; turn < pauseAfter; turn += 1) time.turn()
        await trainer.pauseRun()
        const [paused, made] = [state(), losses().length]
        expect(paused).toMatchObject({ phase: 'paused', pausedBy: null, preparing: false })
        // No update is made in a pause, whatever the run gets ready for.
        runUntilIdle()
        expect([state(), losses().length]).toEqual([paused, made])
        await trainer.startRun()
      }
      runUntilIdle()
      expect(state()).toMatchObject({ phase: 'finished', updatesDone: 100, pausedBy: null, preparing: false })
      return losses()
    }
    const expected = await finished(null)
    for (const pauseAfter of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
      expect(await finished(pauseAfter)).toEqual(expected)
  })

  it('shows its first update before anything is recorded, and says while it prepares', async () => {
    const { trainer, time, told, payloads, runUntilIdle } = createBench()
    await trainer.createRun(LESSON)
    await trainer.startRun()
    time.turn()
    expect(told.findIndex(({ name }) => name === 'updates')).toBeGreaterThan(0)
    expect(payloads('runChanged').map(({ preparing }) => preparing)).toEqual([false, true])
    runUntilIdle()
    const said = payloads('runChanged').map(({ phase, preparing }) => `${phase} ${preparing}`)
    expect(said).toEqual(['ready false', 'training true', 'training false', 'finished false'])
    // Another form is recorded while the run goes on.
    await trainer.changeSettings({ ...settingsOf(LESSON), updates: 90, points: 7 })
    await trainer.startRun()
    runUntilIdle()
    expect(payloads('runChanged').filter(({ preparing }) => preparing)).toHaveLength(2)
  })

  it('trains on where nothing can be recorded, says so once a start, and names no path', async () => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue('darwin')
    vi.stubEnv('TMPDIR', join(folder, 'secret', 'place'))
    const { trainer, payloads, losses, state, runUntilIdle } = createBench()
    await trainer.createRun(LESSON)
    await trainer.startRun()
    runUntilIdle()
    expect(state()).toMatchObject({ phase: 'finished', updatesDone: 60 })
    expect(greatestDifference(losses(), expectedLosses)).toBeLessThan(1e-4)
    expect(payloads('noticed')).toEqual([
      saying(
        "TensorFlow's graph could not be written (the folder for temporary files is not there); training goes on with the eager engine, which is slower.",
      ),
    ])
    await trainer.stepRun()
    await trainer.startRun()
    runUntilIdle()
    expect(payloads('noticed')).toHaveLength(2)
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
    await trainer.startRun()
    runUntilIdle()
    expect(payloads('noticed')).toHaveLength(2)
    expect(JSON.stringify(payloads('noticed'))).not.toContain('secret')
  })

  it('tells at which update a run broke, and by what', async () => {
    const { trainer, state, runUntilIdle } = createBench()
    await trainer.createRun(withSettings(LESSON, { optimizer: 'sgd', learningRate: 10, cell: 'rnn-relu' }))
    await trainer.startRun()
    runUntilIdle()
    const { phase, updatesDone, broke } = state() as RunState
    expect(phase).toBe('diverged')
    expect(broke?.update).toBe(updatesDone + 1)
    expect(['loss', 'gradient', 'weights']).toContain(broke?.what)
    await trainer.resetRun()
    expect(state()).toMatchObject({ phase: 'ready', broke: null })
  })

  it('opens a run that broke as a broken one, where it broke, and never trains it', async () => {
    const { trainer, state, payloads, runUntilIdle } = createBench()
    await trainer.createRun(withSettings(LESSON, { optimizer: 'sgd', learningRate: 10, cell: 'rnn-relu' }))
    await trainer.startRun()
    runUntilIdle()
    const left = state() as RunState
    expect(left.phase).toBe('diverged')
    const [initial, present] = [
      payloads('checkpointTaken')[0]?.initial,
      payloads('checkpointTaken').at(-1)?.present,
    ]
    if (!initial || !present) throw new Error('no checkpoint was taken')
    await trainer.createRun(LESSON)
    await trainer.restoreCheckpoint({ present, initial })
    expect(state()).toEqual(left)
    expect(await trainer.startRun()).toMatchObject({ ok: false, error: { code: 'run-diverged' } })
    // So it stays, however often it is set aside.
    const again = payloads('checkpointTaken').at(-1)?.present ?? new Uint8Array()
    await trainer.createRun(LESSON)
    await trainer.restoreCheckpoint({ present: again, initial })
    expect(state()).toEqual(left)
    await trainer.resetRun()
    expect(state()).toMatchObject({ phase: 'ready', broke: null })
  })

  it('tells why there is nothing to do before there is a run', async () => {
    const { trainer } = createBench()
    for (const answer of [
      await trainer.startRun(),
      await trainer.resetRun(),
      await trainer.exportWeights(join(folder, 'nothing.safetensors'), SAVED_AS),
    ])
      expect(answer).toMatchObject({ ok: false, error: { code: 'no-run' } })
    await expect(readFile(join(folder, 'nothing.safetensors'))).rejects.toThrow('ENOENT')
  })

  it('holds as many tensors after ten runs as after one', async () => {
    const { trainer, runUntilIdle } = createBench()
    await trainer.createRun(withSettings(LESSON, { updates: 3 }))
    await trainer.startRun()
    runUntilIdle()
    const tensors = tf.memory().numTensors
    for (let run = 0; run < 10; run += 1) {
      await trainer.createRun(withSettings(LESSON, { updates: 3, seed: run }))
      await trainer.startRun()
      runUntilIdle()
    }
    expect(tf.memory().numTensors).toBe(tensors)
    expect(tensors - tensorsBefore).toBeLessThan(10)
  })
})
