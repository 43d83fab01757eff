import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { createJudgedBench, good, smallRun } from './judged-bench'

const config = withSettings(LESSON, { updates: 60, hiddenUnits: 4, points: 3 })

/** Seconds from one update to the next, at the pace that is chosen. */
const APART = 100

async function createdTo(update: number, of = config) {
  const bench = createJudgedBench()
  await bench.trainer.setEngine('eager')
  await bench.trainer.setPace(1 / APART)
  good(await bench.trainer.byId.createRunTo(of, update))
  bench.runUntilIdle()
  return bench
}

describe('a run that is made up to an update', () => {
  it('pauses there at full speed, and has the curves of any run', async () => {
    const bench = await createdTo(40)
    expect(bench.state()).toMatchObject({ phase: 'paused', updatesDone: 40, goal: 60, pausedBy: null })
    const other = createJudgedBench()
    await other.trainer.setPace('max')
    await other.trainer.setEngine('eager')
    good(await other.trainer.createRun(config))
    await other.trainer.startRun()
    other.runUntilIdle()
    expect(bench.now()).toBeLessThan(1000 * APART)
    expect(bench.losses()).toEqual(other.losses().slice(0, 40))
  })

  it('keeps the pace from there on, and the pause rules', async () => {
    const bench = await createdTo(40)
    await bench.trainer.setPauseRules([{ kind: 'update', update: 43 }])
    const before = bench.now()
    await bench.trainer.startRun()
    bench.runUntilIdle()
    expect(bench.state()).toMatchObject({ phase: 'paused', updatesDone: 43 })
    // The first of the three is due at once.
    expect(bench.now() - before).toBeGreaterThanOrEqual(2000 * APART)
  })

  it('is held up by no pause rule on its way', async () => {
    const bench = createJudgedBench()
    await bench.trainer.setEngine('eager')
    await bench.trainer.setPauseRules([{ kind: 'update', update: 10 }])
    good(await bench.trainer.byId.createRunTo(config, 20))
    bench.runUntilIdle()
    expect(bench.state()).toMatchObject({ phase: 'paused', updatesDone: 20, pausedBy: null })
  })

  it('goes no further than its goal, its patience or the update that breaks it', async () => {
    expect((await createdTo(1000)).state()).toMatchObject({ phase: 'finished', updatesDone: 60, goal: 60 })
    const broken = withSettings(config, { learningRate: 10, optimizer: 'sgd', cell: 'rnn-relu', clipNorm: 0 })
    expect((await createdTo(60, broken)).state()).toMatchObject({ phase: 'diverged' })
    const impatient = smallRun('sunspots', { updates: 500, patience: 1, learningRate: 0.05, window: 4 })
    expect((await createdTo(500, impatient)).state()).toMatchObject({
      phase: 'finished',
      endedBy: 'patience',
    })
  })

  it('rests at once at update 0', async () => {
    const bench = await createdTo(0)
    expect(bench.state()).toMatchObject({ phase: 'ready', updatesDone: 0 })
    expect(bench.payloads('runChanged').map(({ phase }) => phase)).toEqual(['ready'])
  })
})
