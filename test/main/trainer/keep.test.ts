import type { Touch } from '@contract/inside/touched'
import { settingsOf } from '@contract/settings/settings'
import type { KeepableTouch } from '@contract/timeline/kept-touches'
import type { CheckpointTaken } from '@contract/wire/trainer-wire'
import { describe, expect, it } from 'vitest'
import { isLong } from '../../helpers/long'
import { createJudgedBench, good, refusal, smallRun } from './judged-bench'
import { answered, type Bench, idOf, lesson, standing, trained } from './moment-bench'

const UPDATES = 60

const TOUCHES: readonly KeepableTouch[] = [
  { kind: 'weight', name: 'out.weight', index: 2, value: -0.9 },
  { kind: 'weight', name: 'rnn.weight_hh_l0', index: 9, value: 0.6 },
  { kind: 'shifted', layer: 0, unit: null, by: 0.25 },
  { kind: 'shifted', layer: 0, unit: 1, by: -1 },
  { kind: 'unit', layer: 0, unit: 3, held: 'zero' },
]
const WIPED: readonly KeepableTouch[] = [
  { kind: 'shifted', layer: 0, unit: null, by: 9 },
  { kind: 'wiped' },
  ...TOUCHES,
]

const CONFIGS = [
  ['the lesson', lesson()],
  ['an LSTM of two layers', lesson({ cell: 'lstm', layers: 2, optimizer: 'rmsprop', clipNorm: 0.5 })],
  ['a GRU', lesson({ cell: 'gru' })],
  ['windows of random lengths', lesson({ span: 'random' })],
  ['a series, batches in order', smallRun('sunspots', { updates: UPDATES })],
  ['windows from anywhere', smallRun('lorenz', { updates: UPDATES, order: 'random', batch: 1 })],
] as const

/** What a touched window would be, as the page is told of it. */
async function seen(bench: Bench, update: number, touches: readonly Touch[]) {
  const asks = [{ kind: 'touched', touches }] as const
  const question = { runId: idOf(bench), update, asks, lane: 'live' as const }
  const [found] = good(await answered(bench, bench.trainer.inside(question))).told
  if (!found || !('value' in found) || found.value.kind !== 'touched') throw new Error('nothing was touched')
  return found.value
}

async function kept(bench: Bench, update: number, touches: readonly KeepableTouch[]) {
  const runId = idOf(bench)
  good(await answered(bench, bench.trainer.keepTouches({ runId, update }, touches)))
  return runId
}

async function goOn(bench: Bench) {
  good(await bench.trainer.startRun())
  bench.runUntilIdle()
}

/** Where it stands, without what tells it apart from another one with the same numbers. */
function stand(bench: Bench) {
  const { id: _id, branch: _branch, ...rest } = standing(bench)
  return rest
}

function files(bench: Bench) {
  const all = bench.payloads('checkpointTaken')
  const { runId, present } = all.at(-1) as CheckpointTaken
  const initial = all.findLast((each) => each.runId === runId && each.initial)?.initial ?? null
  return { present, initial }
}

describe('touches that are kept', () => {
  it.each(CONFIGS)('begin a branch whose next update is the touched window: %s', async (_, config) => {
    for (const touches of [TOUCHES, WIPED]) {
      const bench = await trained(config)
      const told = await seen(bench, 30, touches)
      const runId = await kept(bench, 30, touches)
      expect(bench.payloads('runOpened').at(-1)).toMatchObject({ branch: { runId, update: 29 } })
      expect(bench.state()).toMatchObject({ phase: 'paused', updatesDone: 29, goal: UPDATES, planned: [] })
      const events = bench.state()?.events ?? []
      expect(events).toHaveLength(1)
      expect(events[0]).toMatchObject({ update: 30, before: {}, after: {} })
      expect(events[0]?.wiped).toBe(touches === WIPED ? true : undefined)
      // What was shifted before it was wiped is gone.
      expect(events[0]?.touches).toMatchObject(TOUCHES)
      good(await bench.trainer.stepRun())
      const batch = bench.payloads('updates').at(-1)
      if (config.training.batch === 1) expect(batch?.losses[0]).toBeCloseTo(told.loss, 5)
      const { targets, outputs } = batch ?? { targets: new Float32Array(), outputs: 1 }
      const scale = Math.max(1, ...targets.map(Math.abs))
      for (const [column, values] of told.predictions.entries())
        for (const [t, value] of values.entries()) {
          const made = batch?.predictions[t * outputs + column] ?? Number.NaN
          expect(Math.abs(made - value) / scale).toBeLessThan(1e-5)
        }
      // The look at the update that was made is the touched window, with nothing touched.
      const look = await seen(bench, 30, [])
      expect(look.loss).toBeCloseTo(told.loss, 5)
    }
  })

  it('note what each weight was before', async () => {
    const bench = await trained(lesson({ updates: 20 }))
    await kept(bench, 12, TOUCHES)
    const { parameters } = standing(bench).present
    const [first, second] = bench.state()?.events[0]?.touches ?? []
    expect(first).toMatchObject({ was: parameters.get('out.weight')?.values[2] })
    expect(second).toMatchObject({ was: parameters.get('rnn.weight_hh_l0')?.values[9] })
  })

  const SOME = isLong ? CONFIGS : [CONFIGS[0], CONFIGS[1], CONFIGS[4]]
  it.each(SOME)(
    'are made again to the last bit at every update, whatever makes them: %s',
    async (_, config) => {
      const bench = await trained(config)
      await kept(bench, 20, WIPED)
      const before = bench.losses().length
      await goOn(bench)
      expect(bench.state()).toMatchObject({ phase: 'finished', updatesDone: UPDATES })
      const losses = bench.losses().slice(before)
      expect(losses).toHaveLength(UPDATES - 19)
      for (let update = 20; update <= UPDATES; update += 1) {
        const moment = good(await answered(bench, bench.trainer.momentAt({ runId: idOf(bench), update })))
        expect(Math.fround(moment.loss ?? 0)).toBe(losses[update - 20])
      }
      // Eagerly and one by one.
      const slow = await trained(config)
      await kept(slow, 20, WIPED)
      await slow.trainer.setEngine('eager')
      while ((slow.state()?.updatesDone ?? 0) < UPDATES) good(await slow.trainer.stepRun())
      expect(stand(slow).present).toEqual(stand(bench).present)
      // A branch of it begins with the same.
      const runId = idOf(slow)
      good(await answered(slow, slow.trainer.branchAt({ runId, update: 25 })))
      expect(slow.state()?.events).toEqual(bench.state()?.events)
      await goOn(slow)
      expect(stand(slow)).toEqual(stand(bench))
    },
  )

  it('go on after a restart, before and after their update', async () => {
    const config = lesson({ cell: 'lstm' })
    const whole = await trained(config)
    await kept(whole, 31, WIPED)
    const waiting = files(whole)
    good(await whole.trainer.stepRun())
    const made = files(whole)
    await goOn(whole)
    for (const checkpoint of [waiting, made]) {
      const next = createJudgedBench()
      good(await next.trainer.restoreCheckpoint(checkpoint))
      expect(next.state()?.events).toEqual(whole.state()?.events)
      await next.trainer.setPace('max')
      await goOn(next)
      expect(stand(next)).toEqual(stand(whole))
    }
  })

  it('go on after a restart to the same bits where a weight was set to a negative zero', async () => {
    const bench = await trained(lesson({ cell: 'rnn-relu', optimizer: 'sgd' }))
    // The unit is dead, so that its weight is never moved from the zero that it is set to.
    await kept(bench, 20, [
      { kind: 'weight', name: 'rnn.bias_ih_l0', index: 2, value: -1000 },
      { kind: 'weight', name: 'out.weight', index: 2, value: -0 },
    ])
    const waiting = files(bench)
    await goOn(bench)
    const next = createJudgedBench()
    good(await next.trainer.restoreCheckpoint(waiting))
    await next.trainer.setPace('max')
    await goOn(next)
    expect(stand(next)).toEqual(stand(bench))
    expect(standing(bench).present.parameters.get('out.weight')?.values[2]).toBe(0)
  })

  it('come on top of what is changed before the same update', async () => {
    const changes = [[19, { learningRate: 0.005, clipNorm: 1 }]] as const
    const bench = await trained(lesson(), changes)
    await kept(bench, 20, [{ kind: 'wiped' }])
    const [event] = bench.state()?.events ?? []
    expect(event).toMatchObject({ update: 20, after: { learningRate: 0.005, clipNorm: 1 }, wiped: true })
    expect(bench.state()?.config.training.learningRate).toBe(0.005)
    // Once more, before it is made.
    await kept(bench, 20, [{ kind: 'weight', name: 'out.bias', index: 0, value: 1 }])
    expect(bench.state()?.events).toMatchObject([{ ...event, touches: [{ name: 'out.bias', value: 1 }] }])
    good(await bench.trainer.wipeState(false))
    expect(bench.state()?.events[0]).toMatchObject({ touches: [{ name: 'out.bias' }] })
    expect(bench.state()?.events[0]?.wiped).toBeUndefined()
    good(await bench.trainer.changeSettings({ ...settingsOf(lesson()) }))
    expect(bench.state()?.events).toMatchObject([{ update: 20, after: {}, touches: [{ name: 'out.bias' }] }])
  })

  it('are computed again off and elsewhere as if that had been done by hand', async () => {
    const bench = await trained(lesson())
    const plain = stand(bench)
    await kept(bench, 20, WIPED)
    await goOn(bench)
    const touched = stand(bench)
    const runId = idOf(bench)
    const again = async (of: string, update: number, change: 'off' | { movedTo: number }) => {
      good(await answered(bench, bench.trainer.recomputeWith({ runId: of, update, change })))
      bench.runUntilIdle()
    }
    await again(runId, 20, { movedTo: 33 })
    const hand = await trained(lesson())
    await kept(hand, 33, WIPED)
    await goOn(hand)
    // What the weights were before is noted anew.
    expect(stand(bench)).toEqual(stand(hand))
    expect(stand(bench).present).not.toEqual(touched.present)
    await again(idOf(bench), 33, { movedTo: 20 })
    expect(stand(bench)).toEqual(touched)
    await again(idOf(bench), 20, 'off')
    expect(stand(bench)).toEqual(plain)
  })

  it('are what futures begin with while their update is to come', async () => {
    const bench = await trained(lesson())
    await kept(bench, 30, TOUCHES)
    const asked = { runId: idOf(bench), update: null, choices: [{ settings: {}, wiped: false }], updates: 8 }
    const told = good(await answered(bench, bench.trainer.futuresOf(asked)))
    const before = bench.losses().length
    for (let i = 0; i < 8; i += 1) good(await bench.trainer.stepRun())
    expect([...(told.futures[0]?.losses ?? [])]).toEqual(bench.losses().slice(before))
  })

  it('can be kept at the update that comes next, and at the first', async () => {
    const bench = await trained(lesson({ updates: 20 }))
    await kept(bench, 21, TOUCHES)
    expect(bench.state()).toMatchObject({ phase: 'finished', updatesDone: 20 })
    good(await bench.trainer.stepRun())
    expect(bench.state()?.updatesDone).toBe(21)
    await kept(bench, 1, TOUCHES)
    expect(bench.state()).toMatchObject({ updatesDone: 0, events: [{ update: 1 }] })
  })

  it('are refused in a sentence where they cannot be, and the run stays as it is', async () => {
    const bench = await trained(lesson({ updates: 20 }), [[10, { carryState: false }]])
    const runId = idOf(bench)
    const before = stand(bench)
    const ask = async (update: number, touches: readonly KeepableTouch[], of = runId) =>
      refusal(await answered(bench, bench.trainer.keepTouches({ runId: of, update }, touches)))
    const [weight, , shift] = TOUCHES as [KeepableTouch, KeepableTouch, KeepableTouch]
    for (const update of [0, 22])
      expect(await ask(update, TOUCHES)).toBe(
        `Touches can be kept at an update that this run has made or makes next, from 1 to 21; update ${update} is none of them.`,
      )
    expect(await ask(5, [weight, { kind: 'unit', layer: 1, unit: 0, held: 'zero' }])).toMatch(
      /unit 1 of layer 2 is none of them\.$/,
    )
    expect(await ask(5, [{ kind: 'shifted', layer: 0, unit: 8, by: 1 }])).toMatch(/unit 9 of layer 1 is none/)
    expect(await ask(5, [{ kind: 'weight', name: 'out.bias', index: 1, value: 1 }])).toMatch(
      /"out\.bias" of this network has 1 number; number 2 is none of them\.$/,
    )
    expect(await ask(5, [{ kind: 'weight', name: 'rnn.kernel', index: 0, value: 1 }])).toMatch(
      /has 0 numbers/,
    )
    for (const touch of [shift, { kind: 'wiped' } as const])
      expect(await ask(15, [weight, touch])).toMatch(
        /^With the settings at update 15 its window starts from zeros/,
      )
    expect(await ask(5, TOUCHES, 'other')).toMatch(/not open any more/)
    expect([idOf(bench), stand(bench)]).toEqual([runId, before])
    // A shift is not moved to where nothing is carried.
    await kept(bench, 5, [shift])
    await goOn(bench)
    const branch = idOf(bench)
    good(await bench.trainer.changeSettings({ ...settingsOf(lesson()), carryState: false }))
    for (let i = 0; i < 3; i += 1) good(await bench.trainer.stepRun())
    const moved = bench.trainer.recomputeWith({ runId: branch, update: 5, change: { movedTo: 23 } })
    expect(refusal(await answered(bench, moved))).toMatch(/^With the settings at update 23 its window starts/)
    expect(idOf(bench)).toBe(branch)
  })
})
