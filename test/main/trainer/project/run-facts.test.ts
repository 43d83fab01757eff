import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LESSON } from '@contract/settings/lesson'
import type { Settings } from '@contract/settings/run-config'
import { settingsOf, withSettings } from '@contract/settings/settings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createJudgedBench, good, refusal, smallRun } from '../judged-bench'
import { answered, idOf, trained } from '../moment-bench'
import { archiveOf, fileOf, json, type Members, membersIn, withHashes } from './members-of'
import { opened, saved } from './saved-project'

let folder: string
let bench: ReturnType<typeof createJudgedBench>
let whole: Members
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-facts-'))
  bench = await trained(withSettings(LESSON, { hiddenUnits: 2, updates: 8 }))
  whole = membersIn((await saved(bench, folder)).path)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A project whose `run.json` says something else, with hashes that fit. @returns its path */
async function saying(facts: object): Promise<string> {
  const run = JSON.parse(new TextDecoder().decode(whole.get('run.json')))
  const members = new Map(whole).set('run.json', json({ ...run, ...facts }))
  return fileOf(await archiveOf(withHashes(members)), folder)
}

/** A change of the learning rate, with the first update that is made with it. */
function changeAt(update: number) {
  return { update, before: { learningRate: 0.01 }, after: { learningRate: 0.02 } }
}

function plannedAt(update: number) {
  return { update, after: { learningRate: 0.01 } }
}

/** Where the saved run stands, as its file says. */
function present() {
  return {
    ...{ updatesDone: 8, halfPeriods: 8, slotUpdates: 8 },
    slots: ['first-moment', 'second-moment'],
  }
}

describe('what a project says of its run', () => {
  it.each<[string, object]>([
    ['a goal that it has gone beyond', { goal: 7 }],
    ["a beginning that is no seed's", { origin: { kind: 'best', update: 3 } }],
    ['a branch behind its end', { branch: { runId: 'a', update: 9 } }],
    ['no patience before its goal', { goal: 9, endedBy: 'patience' }],
    ['a break of a run that had ended', { endedBy: 'patience', broke: 'loss' }],
    ['changes out of order', { events: [changeAt(5), changeAt(4)] }],
    ['two changes at one update', { events: [changeAt(5), changeAt(5)] }],
    ['a change beyond its next update', { events: [changeAt(10)] }],
    ['a plan for an update that was made', { planned: [plannedAt(8)] }],
    ['a best update that was not made', { best: { update: 9, loss: 1, position: 9 } }],
    ['a best update before the first', { best: { update: 0, loss: 1, position: 0 } }],
    ['a best that was not made', { bests: [{ update: 9, loss: 1 }] }],
    ['bests of another best', { bests: [{ update: 3, loss: 1 }], best: { update: 4, loss: 1, position: 4 } }],
    [
      'bests that become worse',
      {
        bests: [1, 2].map((update) => ({ update, loss: update })),
        best: { update: 2, loss: 2, position: 2 },
      },
    ],
    ['bests without the best', { bests: [{ update: 3, loss: 1 }] }],
    ['another count of what its slots have seen', { present: { ...present(), slotUpdates: 7 } }],
  ])('has no facts that contradict each other: %s', async (_, facts) => {
    const path = await saying(facts)
    const { answer, record } = await opened(bench, path, folder)
    expect(refusal(answer)).toContain(
      '"run.json" in it does not say what it should; choose the file that Unroll saved.',
    )
    expect(existsSync(record)).toBe(false)
    for (const scope of ['all', 'last'] as const)
      expect(refusal(await answered(bench, bench.trainer.proveProject(path, scope)))).toBe(refusal(answer))
  })

  it('may say all that a run can be', async () => {
    for (const facts of [
      { goal: 9, events: [changeAt(1), changeAt(9)], planned: [plannedAt(9), plannedAt(30)] },
      { endedBy: 'patience', branch: { runId: 'a', update: 8 } },
      { broke: 'loss', goal: 20, branch: { runId: 'a', update: 0 } },
    ]) {
      const { answer } = await opened(bench, await saying(facts), folder)
      expect(answer).toMatchObject({ ok: true, value: { updatesDone: 8 } })
    }
  })

  it('is possible whatever was done with it', async () => {
    const config = smallRun('sunspots', { updates: 40, patience: 3, learningRate: 0.05 })
    const run = await trained(config, [[12, { learningRate: 0.02 }]])
    const { trainer } = run
    const done = () => run.state()?.updatesDone ?? 0
    const to = async (change: Partial<Settings>) => {
      const now = run.state()?.config
      if (now) good(await trainer.changeSettings(settingsOf(withSettings(now, change))))
    }
    const ways: readonly [string, () => unknown][] = [
      ['out of patience, or at its goal', () => {}],
      ['a step beyond its goal', async () => good(await trainer.stepRun())],
      ['a change before its next update', () => to({ learningRate: 0.01 })],
      ['fewer updates than it has made', () => to({ updates: 1 })],
      ['more updates', () => to({ updates: 90, patience: 0 })],
      ['a wiped state', async () => good(await trainer.byId.wipeState(trainer.present(), true))],
      ['a step with all of that', async () => good(await trainer.stepRun())],
      [
        'a branch',
        async () => good(await answered(run, trainer.branchAt({ runId: idOf(run), update: done() - 2 }))),
      ],
      [
        'the run computed again from an update before, with plans',
        async () => {
          const change = { movedTo: 5 }
          good(await answered(run, trainer.recomputeWith({ runId: idOf(run), update: 13, change })))
          good(await trainer.pauseRun())
          expect(run.state()?.planned).toHaveLength(1)
        },
      ],
      ['its end', () => run.runUntilIdle()],
      ['the weights of its best update', async () => good(await trainer.loadBest())],
      ['a step from there', async () => good(await trainer.stepRun())],
      ['its beginning again', async () => good(await trainer.resetRun())],
    ]
    for (const [name, act] of ways) {
      await act()
      const { path } = await saved(run, folder)
      const other = createJudgedBench()
      const { answer } = await opened(other, path, folder)
      expect([name, answer]).toMatchObject([name, { ok: true, value: { updatesDone: done() } }])
      expect([name, other.state()?.goal]).toEqual([name, run.state()?.goal])
    }
  })

  it('is possible of one that broke', async () => {
    const run = await trained(
      withSettings(LESSON, {
        hiddenUnits: 2,
        updates: 50,
        optimizer: 'sgd',
        cell: 'rnn-relu',
        learningRate: 10,
      }),
    )
    expect(run.state()?.phase).toBe('diverged')
    const { path } = await saved(run, folder)
    expect((await opened(createJudgedBench(), path, folder)).answer.ok).toBe(true)
  })

  it('has nothing damaged that no run needs, where all of it is proven', async () => {
    const members = withHashes(new Map([['best.safetensors', json({})], ...whole]))
    const prove = async () => {
      const path = fileOf(await archiveOf(members), folder)
      return refusal(await answered(bench, bench.trainer.proveProject(path, 'all')))
    }
    expect(await prove()).toBe('nothing was refused')
    members.set('best.safetensors', json([]))
    expect(await prove()).toContain('"best.safetensors" in it is not what was saved')
  })
})
