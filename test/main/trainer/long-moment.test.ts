import type { CheckpointTaken } from '@contract/wire/trainer-wire'
import { describe, expect, it } from 'vitest'
import { graphCount } from './graph/graph-count'
import { createJudgedBench, good, refusal } from './judged-bench'
import { answered, idOf, lesson, trained } from './moment-bench'

describe('a moment that takes long', () => {
  /** A run that is opened again without its keyframes, whose updates are made one by one in a millisecond each. */
  async function reopened(updates: number) {
    const { payloads } = await trained(lesson({ updates }))
    const initial = payloads('checkpointTaken').find((each) => each.initial)?.initial ?? null
    const { present } = payloads('checkpointTaken').at(-1) as CheckpointTaken
    const bench = createJudgedBench()
    good(await bench.trainer.setEngine('eager'))
    good(await bench.trainer.restoreCheckpoint({ present, initial }))
    bench.runUntilIdle()
    return { bench, runId: idOf(bench) }
  }

  it('tells how far it is, after a while and not too often', async () => {
    const { bench, runId } = await reopened(600)
    const asked = { runId, update: 599 }
    good(await answered(bench, bench.trainer.momentAt(asked)))
    const told = bench.payloads('momentProgress')
    expect(told.map(({ done }) => Math.round(done / 10) * 10)).toEqual([300, 400, 500])
    for (const each of told) expect(each).toMatchObject({ ...asked, total: 599 })
    good(await answered(bench, bench.trainer.momentAt({ runId, update: 250 })))
    expect(bench.payloads('momentProgress')).toHaveLength(3)
  })

  it('is called off by its name, and leaves the run as it is', async () => {
    const { bench, runId } = await reopened(40)
    const asked = { runId, update: 39 }
    const answer = bench.trainer.momentAt(asked)
    bench.turn()
    bench.turn()
    bench.trainer.cancelMoment({ runId, update: 38 })
    bench.trainer.cancelMoment({ runId: 'other', update: 39 })
    bench.turn()
    bench.trainer.cancelMoment(asked)
    expect(refusal(await answer)).toMatch(/called off/)
    bench.runUntilIdle()
    expect(bench.state()).toMatchObject({ phase: 'finished', updatesDone: 40 })
    expect(good(await answered(bench, bench.trainer.momentAt(asked))).replayed).toBe(39)
  })

  it('is made once for whoever looks at it and goes on from there', async () => {
    const { bench, runId } = await reopened(40)
    const seen = bench.trainer.momentAt({ runId, update: 39 })
    bench.turn()
    const branch = bench.trainer.branchAt({ runId, update: 39 })
    good(await answered(bench, branch))
    expect(good(await seen)).toMatchObject({ update: 39, replayed: 39 })
    expect(bench.state()).toMatchObject({ phase: 'paused', updatesDone: 39 })
  })

  it('is not waited for by recordings, which a rest makes', async () => {
    const { sessions } = graphCount()
    const bench = createJudgedBench()
    good(await bench.trainer.createRun(lesson({ updates: 10_000 })))
    await bench.trainer.setPace('max')
    await bench.trainer.setPauseRules([{ kind: 'update', update: 600 }])
    await bench.trainer.startRun()
    while (bench.state()?.phase !== 'paused') bench.advance()
    expect(graphCount().sessions - sessions).toBe(1)
    bench.runUntilIdle()
    // Many updates in a call, and the single ones before a moment.
    expect(graphCount().sessions - sessions).toBe(2)
    for (const update of [300, 17, 555])
      good(await answered(bench, bench.trainer.momentAt({ runId: idOf(bench), update })))
    expect(graphCount().sessions - sessions).toBe(2)
  })
})

describe('a run that nobody goes back in', () => {
  it('keeps, tells and records nothing for it, and can be gone back in all the same', async () => {
    const { sessions } = graphCount()
    const train = async (bench = createJudgedBench()) => {
      await bench.trainer.setPauseRules([{ kind: 'update', update: 600 }])
      return trained(lesson({ updates: 10_000 }), [], bench)
    }
    const bench = await train(createJudgedBench(undefined, { goesBack: false }))
    expect(bench.state()).toMatchObject({ phase: 'paused', updatesDone: 600 })
    // Many updates in a call, and no single ones.
    expect(graphCount().sessions - sessions).toBe(1)
    expect(bench.payloads('keyframesTaken')).toEqual([])
    const { replayed } = good(
      await answered(bench, bench.trainer.momentAt({ runId: idOf(bench), update: 599 })),
    )
    expect(replayed).toBe(599)
    const other = await train()
    expect(other.payloads('keyframesTaken')).not.toEqual([])
    expect(bench.losses()).toEqual(other.losses())
  })
})
