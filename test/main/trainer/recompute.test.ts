import { settingsOf } from '@contract/settings/settings'
import type { EventEdit } from '@contract/timeline/planned-changes'
import type { CheckpointTaken } from '@contract/wire/trainer-wire'
import { describe, expect, it } from 'vitest'
import { isLong } from '../../helpers/long'
import { createJudgedBench, good, refusal, smallRun } from './judged-bench'
import { answered, type Bench, type ChangeBefore, idOf, lesson, standing, trained } from './moment-bench'

type Changes = readonly (readonly [after: number, ChangeBefore])[]

const CONFIGS = [
  ['the lesson', lesson()],
  [
    'an LSTM with RMSprop and a clipped gradient',
    lesson({ cell: 'lstm', optimizer: 'rmsprop', clipNorm: 0.5 }),
  ],
  ['windows of random lengths', lesson({ span: 'random' })],
  [
    'a series with a validation part',
    smallRun('sunspots', { updates: 60, patience: 500, learningRate: 0.004 }),
  ],
] as const

/** The first update with each is the one after it. */
const RATE = [11, { learningRate: 0.01 }] as const
const STATE = [23, { carryState: false, shown: 'after-update' }] as const
const BOTH = [41, { learningRate: 0.003, carryState: true, freezeState: true }] as const
/** The state that goes into update 18. */
const WIPE = [17, 'wiped'] as const
const ALL = [RATE, WIPE, STATE, BOTH] as const

const EDITS: readonly (readonly [
  name: string,
  update: number,
  change: EventEdit,
  by: Changes,
  from: number,
])[] = [
  ['the first off', 12, 'off', [WIPE, STATE, BOTH], 11],
  ['the second off', 18, 'off', [RATE, STATE, BOTH], 17],
  ['the last off', 42, 'off', [RATE, WIPE, STATE], 41],
  ['one earlier', 24, { movedTo: 6 }, [[5, STATE[1]], RATE, WIPE, BOTH], 5],
  ['one later, over the others', 12, { movedTo: 51 }, [WIPE, STATE, BOTH, [50, RATE[1]]], 11],
  ['one to the next but one', 12, { movedTo: 24 }, [WIPE, [23, { ...STATE[1], ...RATE[1] }], BOTH], 11],
  ['the wipe to a change', 18, { movedTo: 12 }, [RATE, [11, 'wiped'], STATE, BOTH], 11],
  ['one to the first update', 42, { movedTo: 1 }, [[0, BOTH[1]], RATE, WIPE, STATE], 0],
]

/** All of the lesson; of the others one of each kind in a long run, and in a short one another one for each. */
const CASES = CONFIGS.flatMap(([name, config], kind) =>
  EDITS.filter((_, i) => kind === 0 || (isLong ? i % 3 === 0 : i === (kind - 1) * 3)).map(
    (edit) => [name, edit[0], config, edit] as const,
  ),
)

/** Makes a run again with one of its events off or moved, and lets it train to its end. */
async function recomputed(bench: Bench, update: number, change: EventEdit) {
  const runId = idOf(bench)
  good(await answered(bench, bench.trainer.recomputeWith({ runId, update, change })))
  bench.runUntilIdle()
  return runId
}

/** Where it stands, without what tells it apart from a run that never was another. */
function stand(bench: Bench) {
  const { id: _id, branch: _branch, ...rest } = standing(bench)
  return rest
}

describe('a run that is computed again', () => {
  it.each(CASES)('is to the last bit the one that was trained so by hand: %s, %s', async (...args) => {
    const [, , config, [, update, change, changes, from]] = args
    const bench = await trained(config, ALL)
    const before = [bench.losses().length, bench.evaluations().length] as const
    const runId = await recomputed(bench, update, change)
    expect(bench.payloads('runOpened').at(-1)).toMatchObject({ branch: { runId, update: from } })
    expect(bench.state()).toMatchObject({ phase: 'finished', updatesDone: 60, goal: 60, planned: [] })
    const hand = await trained(config, changes)
    expect(stand(bench)).toEqual(stand(hand))
    expect(bench.losses().slice(before[0])).toEqual(hand.losses().slice(from))
    expect(bench.evaluations().slice(before[1])).toEqual(
      hand.evaluations().filter(([update]) => update > from),
    )
    expect(bench.state()?.events).toEqual(hand.state()?.events)
    // What was changed on the way is made again too.
    const moment = { runId: idOf(bench), update: 47 }
    const made = good(await answered(bench, bench.trainer.momentAt(moment)))
    expect(Math.fround(made.loss ?? 0)).toBe(hand.losses()[46])
  })

  it('pauses where the other run stands, and goes on from there to its goal', async () => {
    const bench = await trained(lesson({ updates: 40 }), [RATE])
    good(await bench.trainer.changeSettings({ ...settingsOf(lesson({ learningRate: 0.01 })), updates: 90 }))
    await recomputed(bench, 12, 'off')
    expect(bench.state()).toMatchObject({ phase: 'paused', updatesDone: 40, goal: 90, pausedBy: null })
    await bench.trainer.startRun()
    bench.runUntilIdle()
    expect(bench.state()).toMatchObject({ phase: 'finished', updatesDone: 90 })
    expect(stand(bench).present).toEqual(stand(await trained(lesson({ updates: 90 }))).present)
  })

  /** A run that is computed again without its first change, and was paused before the second. */
  async function pausedOnTheWay() {
    const bench = await trained(lesson(), ALL)
    await bench.trainer.setPace(60)
    const runId = idOf(bench)
    const asked = bench.trainer.recomputeWith({ runId, update: 12, change: 'off' })
    while (bench.state()?.id === runId || (bench.state()?.updatesDone ?? 0) < 16) {
      if (bench.payloads('updates').at(-1)?.firstUpdate === 15) break
      bench.turn()
      await Promise.resolve()
    }
    good(await asked)
    await bench.trainer.pauseRun()
    return bench
  }

  it('keeps what is planned over a pause and a restart', async () => {
    const bench = await pausedOnTheWay()
    const { present } = bench.payloads('checkpointTaken').at(-1) as CheckpointTaken
    const initial = bench.payloads('checkpointTaken').findLast((each) => each.initial)?.initial ?? null
    const done = bench.state()?.updatesDone ?? 0
    expect([done >= 12, done < 18]).toEqual([true, true])
    const next = createJudgedBench()
    good(await next.trainer.restoreCheckpoint({ present, initial }))
    expect(next.state()?.planned.map(({ update }) => update)).toEqual([18, 24, 42])
    expect(next.state()?.planned).toEqual(bench.state()?.planned)
    await next.trainer.setPace('max')
    await next.trainer.startRun()
    next.runUntilIdle()
    expect(stand(next)).toEqual(stand(await trained(lesson(), [WIPE, STATE, BOTH])))
  })

  it('goes on without one planned change as if that had never been, the others at their updates', async () => {
    const bench = await pausedOnTheWay()
    const planned = () => bench.state()?.planned.map(({ update }) => update)
    const told = bench.state()?.planned
    good(await bench.trainer.changePlanned(24, false))
    expect(planned()).toEqual([18, 42])
    // Taken back, and cancelled again; the checkpoint has what is in force.
    good(await bench.trainer.changePlanned(24, true))
    expect(bench.state()?.planned).toEqual(told)
    good(await bench.trainer.changePlanned(24, false))
    expect(standing(bench).planned?.map(({ update }) => update)).toEqual([18, 42])
    await bench.trainer.setPace('max')
    await bench.trainer.startRun()
    bench.runUntilIdle()
    expect(stand(bench)).toEqual(stand(await trained(lesson(), [WIPE, BOTH])))
  })

  it('has nothing to cancel where nothing is to come, and nothing back once its update is made', async () => {
    const bench = await pausedOnTheWay()
    for (const [update, planned] of [
      [12, false],
      [23, false],
      [24, true],
    ] as const)
      expect(refusal(await bench.trainer.changePlanned(update, planned))).toBe(
        `This run has no change to come at update ${update}, or has made that update by now; choose one of the hollow flags.`,
      )
    good(await bench.trainer.changePlanned(18, false))
    while ((bench.state()?.updatesDone ?? 0) < 18) await bench.trainer.stepRun()
    expect(refusal(await bench.trainer.changePlanned(18, true))).toMatch(/has made that update by now/)
    expect(bench.state()?.planned.map(({ update }) => update)).toEqual([24, 42])
    expect(bench.state()?.events).toEqual([])
  })

  it('is refused in a sentence where there is nothing to compute again, and the run stays as it is', async () => {
    const bench = await trained(lesson(), [RATE])
    const runId = idOf(bench)
    const ask = async (update: number, change: EventEdit, of = runId) =>
      refusal(await answered(bench, bench.trainer.recomputeWith({ runId: of, update, change })))
    const before = stand(bench)
    expect(await ask(13, 'off')).toMatch(/^Nothing was changed in this run at update 13/)
    expect(await ask(12, { movedTo: 12 })).toMatch(/or it would stay as it is/)
    for (const movedTo of [0, 61])
      expect(await ask(12, { movedTo })).toBe(
        'A change can be moved to one of the updates that the run has made, from 1 to 60; choose one of them.',
      )
    expect(await ask(12, 'off', 'other')).toMatch(/not open any more/)
    expect([idOf(bench), stand(bench)]).toEqual([runId, before])
  })
})
