import type { Settings } from '@contract/settings/run-config'
import { settingsOf } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { decodeCheckpoint } from '../../../main/trainer/weights/checkpoint/checkpoint'
import { createJudgedBench, good, smallRun } from './judged-bench'

/** Several passes that are short, and a pass of so many time steps that another thread makes it. */
const SHORT: Partial<Settings> = { cell: 'lstm', hiddenUnits: 48, layers: 2, batch: 48, updates: 44 }
const LONG: Partial<Settings> = {
  cell: 'rnn-tanh',
  hiddenUnits: 6,
  layers: 3,
  window: 90,
  stride: 90,
  batch: 32,
  updates: 18,
}

type Bench = ReturnType<typeof createJudgedBench>

async function opened(changes: Partial<Settings>): Promise<Bench> {
  const bench = createJudgedBench()
  good(await bench.trainer.createRun(smallRun('lorenz', { ...changes, learningRate: 0.01 })))
  await bench.trainer.setPace('max')
  bench.runUntilIdle()
  return bench
}

/** Starts it, and does so many turns, or those until an update is told. @returns how many it did */
async function turnsOf(bench: Bench, most: number): Promise<number> {
  await bench.trainer.startRun()
  for (let turns = 0; turns < most; turns += 1) {
    if (bench.losses().length > 0) return turns
    bench.advance()
  }
  return most
}

function told(bench: Bench) {
  const present = bench.payloads('checkpointTaken').at(-1)?.present ?? new Uint8Array()
  const initial = bench.payloads('checkpointTaken')[0]?.initial ?? null
  const { present: snapshot, bests } = good(decodeCheckpoint({ present, initial }))
  return { losses: bench.losses(), evaluations: bench.evaluations(), bests, snapshot }
}

async function undisturbed(changes: Partial<Settings>) {
  const bench = await opened(changes)
  await bench.trainer.startRun()
  bench.runUntilIdle()
  return told(bench)
}

describe('an evaluation that takes a while', () => {
  it('is made in turns, between which a run is heard', async () => {
    const judged = await turnsOf(await opened(SHORT), Number.POSITIVE_INFINITY)
    const free = await turnsOf(await opened({ ...SHORT, validationPercent: 0 }), Number.POSITIVE_INFINITY)
    expect(judged).toBeGreaterThanOrEqual(free + 3)
  })

  it.each([
    ['by this thread', SHORT],
    ['by another one', LONG],
  ])(
    'ends at a pause as if the updates before it had not been made, and they are made again: %s',
    async (_, changes) => {
      const expected = await undisturbed(changes)
      expect(expected.evaluations.length).toBeGreaterThan(1)
      const bench = await opened(changes)
      for (let most = 1; bench.losses().length === 0; most = Math.ceil(most * 1.5)) {
        await turnsOf(bench, most)
        await bench.trainer.pauseRun()
        expect(bench.state()).toMatchObject({ phase: 'paused', updatesDone: bench.losses().length })
        expect(told(bench).snapshot.updatesDone).toBe(bench.losses().length)
        bench.runUntilIdle()
      }
      await bench.trainer.startRun()
      bench.runUntilIdle()
      expect(told(bench)).toEqual(expected)
    },
  )

  it('ends at a change, which is in force from the update on that nobody has seen', async () => {
    const turns = await turnsOf(await opened(SHORT), Number.POSITIVE_INFINITY)
    const [before, within] = [await opened(SHORT), await opened(SHORT)]
    await turnsOf(within, turns - 1)
    for (const bench of [before, within])
      good(
        await bench.trainer.changeSettings({ ...settingsOf(smallRun('lorenz', SHORT)), learningRate: 0.002 }),
      )
    await before.trainer.startRun()
    for (const bench of [before, within]) bench.runUntilIdle()
    expect(within.state()?.events).toMatchObject([{ update: 1, after: { learningRate: 0.002 } }])
    expect(told(within)).toEqual(told(before))
  })

  it('lets a rule that held at one of these updates hold again', async () => {
    const turns = await turnsOf(await opened(SHORT), Number.POSITIVE_INFINITY)
    const bench = await opened(SHORT)
    const rule = { kind: 'update', update: 1 } as const
    await bench.trainer.setPauseRules([rule])
    await turnsOf(bench, turns - 1)
    await bench.trainer.pauseRun()
    expect(bench.state()).toMatchObject({ phase: 'paused', updatesDone: 0, pausedBy: null })
    await bench.trainer.startRun()
    bench.runUntilIdle()
    expect(bench.state()).toMatchObject({ phase: 'paused', updatesDone: 1, pausedBy: { rule, update: 1 } })
  })

  it('shows the run as the page knows it, whatever is looked at meanwhile', async () => {
    const turns = await turnsOf(await opened(SHORT), Number.POSITIVE_INFINITY)
    const ask = (bench: Bench) =>
      bench.trainer.partPredictions({
        ...{ runId: bench.state()?.id ?? '', part: 'validation', update: null },
        ...{ from: 0, count: 10_000 },
      })
    const answered = async (bench: Bench, question: ReturnType<typeof ask>) => {
      bench.runUntilIdle()
      return good(await question)
    }
    const resting = await opened(SHORT)
    const expected = await answered(resting, ask(resting))
    expect(expected.update).toBe(0)
    for (const before of [1, 2, 3]) {
      const bench = await opened(SHORT)
      await turnsOf(bench, turns - 1 - before)
      const question = ask(bench)
      await Promise.resolve()
      for (let i = 0; i < before; i += 1) bench.advance()
      expect(bench.losses()).toEqual([])
      await bench.trainer.pauseRun()
      expect({ ...(await answered(bench, question)), runId: '' }).toEqual({ ...expected, runId: '' })
    }
  })
})
