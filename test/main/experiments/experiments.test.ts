import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExperimentRun } from '@contract/experiment/experiment'
import type { Text } from '@contract/language/text'
import { fail, ok } from '@contract/result'
import { withSettings } from '@contract/settings/settings'
import type { ExperimentEvents } from '@contract/wire/experiment-requests'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createExperiments, type Experiments, workersFor } from '../../../main/experiments/experiments'
import { createWorkerPool } from '../../../main/experiments/pool/worker-pool'
import { namedBy, openExperimentStore } from '../../../main/experiments/store/experiment-store'
import type { Ask } from '../../../main/host/trainer-host'
import { madeUp, saying } from '../../helpers/saying'
import { SMALL, seedsPlan, sweepPlan } from './plans'
import { createStillClock, createWorkshop, settled } from './scripted-worker'

let folder: string
let apps: Experiments[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-experiments-'))
  apps = []
})

afterEach(async () => {
  for (const app of apps) await app.end()
  rmSync(folder, { recursive: true, force: true })
})

/** The app's experiments, with workers that do what a test says. */
function open({ cores = 2 } = {}) {
  const shop = createWorkshop()
  shop.readyAtOnce()
  const clock = createStillClock()
  const told: Text[] = []
  const lists: ExperimentEvents['experimentsChanged'][] = []
  const made: ExperimentEvents['experimentRunsMade'][] = []
  const toldAt: number[] = []
  const log = { info: () => {}, error: () => {} }
  const store = openExperimentStore(join(folder, 'experiments'), { log, tell: (text) => told.push(text) })
  const pool = createWorkerPool({ make: shop.make, size: cores, later: clock.later, log })
  const experiments = createExperiments({
    ...{ store, pool, cores, now: clock.now, later: clock.later, date: () => 1234, log },
    onChanged: (list) => lists.push(list),
    onMade: (runs) => {
      made.push(runs)
      toldAt.push(clock.now())
    },
    onFailure: (why) => told.push(why),
  })
  /** Ends so many runs, whoever has them. */
  const finish = async (count: number, change: Partial<ExperimentRun> = {}) => {
    for (let run = 0; run < count; run += 1) {
      shop
        .alive()
        .find((worker) => worker.has().length > 0)
        ?.finish(change)
      await settled()
      clock.pass(1)
    }
  }
  const toldRuns = () => made.flatMap(({ runs }) => runs.map(({ index }) => index))
  apps.push(experiments)
  return { toldAt, shop, clock, store, experiments, told, lists, made, finish, toldRuns }
}

/** Files are written when they are: until something has come of it. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}

async function started(experiments: Experiments, plan = seedsPlan(4)): Promise<string> {
  const id = await experiments.start(plan)
  if (!id.ok) throw new Error('it was not started')
  await settled()
  return id.value
}

const phaseOf = (experiments: Experiments, id: string) =>
  experiments.list().find((one) => one.id === id)?.phase

async function allRuns(experiments: Experiments, id: string) {
  const runs: ExperimentRun[] = []
  for (;;) {
    const some = await experiments.runs(id, runs.length)
    if (!some.ok) throw new Error('they cannot be read')
    if (some.value.length === 0) return runs.map(({ index, end }) => [index, end])
    runs.push(...some.value)
  }
}

describe('an experiment', () => {
  it('is kept, made, and told as it is made; and is there at the next start', async () => {
    const app = open()
    expect([app.experiments.list(), app.shop.workers]).toEqual([[], []])
    const id = await started(app.experiments)
    expect(app.lists.at(-1)).toMatchObject([{ id, phase: 'running', made: 0, failed: 0, begunAt: 1234 }])
    await app.finish(4)
    await until(() => phaseOf(app.experiments, id) === 'finished')
    expect(app.lists.at(-1)).toMatchObject([{ id, phase: 'finished', made: 4, plan: seedsPlan(4) }])
    expect(app.toldRuns().sort()).toEqual([0, 1, 2, 3])
    expect(app.made.at(-1)).toMatchObject({ id, made: 4 })
    const runs = await allRuns(app.experiments, id)
    const next = open()
    await next.experiments.opened
    expect(next.experiments.list()).toEqual(app.experiments.list())
    expect(await allRuns(next.experiments, id)).toEqual(runs)
    expect([next.told, next.shop.workers]).toEqual([[], []])
  })

  it('is stopped when the app ends in the midst of it, and goes on where it is resumed with what is missing', async () => {
    const app = open()
    const id = await started(app.experiments)
    await app.finish(2)
    await until(() => app.experiments.list()[0]?.made === 2)
    const next = open()
    await next.experiments.opened
    expect(next.experiments.list()).toMatchObject([{ id, phase: 'stopped', made: 2 }])
    const before = await allRuns(next.experiments, id)
    expect(next.experiments.resume(id)).toEqual(ok())
    expect(phaseOf(next.experiments, id)).toBe('running')
    await settled()
    await next.finish(2)
    await until(() => phaseOf(next.experiments, id) === 'finished')
    const after = await allRuns(next.experiments, id)
    expect(after.slice(0, 2)).toEqual(before)
    expect(after.map(([index]) => index).sort()).toEqual([0, 1, 2, 3])
    expect(next.toldRuns()).toHaveLength(2)
    expect(next.experiments.resume(id)).toEqual(ok())
    expect(phaseOf(next.experiments, id)).toBe('finished')
  })

  it('is stopped by a person: what is made stays, and no worker is at it', async () => {
    const { experiments, shop, finish } = open()
    const id = await started(experiments)
    await finish(1)
    await until(() => experiments.list()[0]?.made === 1)
    expect(await experiments.stop(id)).toEqual(ok())
    expect(experiments.list()).toMatchObject([{ phase: 'stopped', made: 1 }])
    expect(shop.workers.map((worker) => worker.has())).toEqual([[], []])
  })

  it('waits until the one before it is made or stopped', async () => {
    const { experiments, shop } = open()
    const first = await started(experiments)
    const second = await started(experiments, seedsPlan(1, withSettings(SMALL, { hiddenUnits: 5 })))
    expect(experiments.list().map(({ id, phase }) => [id, phase])).toEqual([
      [second, 'running'],
      [first, 'running'],
    ])
    const sizes = () =>
      shop.workers.flatMap(({ heard }) =>
        heard.flatMap((message) => (message.kind === 'run' ? [message.config.network.hiddenUnits] : [])),
      )
    expect(sizes()).toEqual([4, 4])
    await experiments.stop(first)
    await until(() => sizes().includes(5))
    expect(phaseOf(experiments, second)).toBe('running')
  })

  it('is listed no more once it is deleted, can be had back, and is gone when it is forgotten', async () => {
    const app = open()
    const id = await started(app.experiments)
    expect(await app.experiments.remove(id)).toEqual(ok())
    expect([app.experiments.list(), app.lists.at(-1)]).toEqual([[], []])
    const gone = fail('no-run', saying('This experiment is no longer there; choose another one.'))
    expect(await app.experiments.runs(id, 0)).toEqual(gone)
    expect(app.experiments.restore(id)).toEqual(ok())
    expect(app.experiments.list()).toMatchObject([{ id, phase: 'stopped' }])
    await app.experiments.remove(id)
    await app.experiments.forgetDeleted()
    expect(app.experiments.restore(id)).toEqual(gone)
    expect(readdirSync(join(folder, 'experiments'))).toEqual([])
    for (const what of ['stop', 'remove', 'resume'] as const)
      expect(await app.experiments[what](id)).toEqual(gone)
  })

  it('stops with one sentence where its runs cannot be written, and tells none that is not', async () => {
    const { experiments, told, made, finish } = open()
    const id = await started(experiments)
    mkdirSync(join(folder, 'experiments', id, 'made.runs'))
    await finish(1)
    await until(() => phaseOf(experiments, id) === 'stopped')
    expect([made, experiments.list()[0]?.made]).toEqual([[], 0])
    expect(told).toEqual([
      saying(expect.stringMatching(/^The experiment has stopped, as its runs cannot be kept: /)),
    ])
  })

  it('is listed, and nothing of it is written over, where its runs cannot be read', async () => {
    const app = open()
    const id = await started(app.experiments)
    await app.experiments.stop(id)
    mkdirSync(join(folder, 'experiments', id, 'made.runs'))
    const next = open()
    await next.experiments.opened
    expect(next.experiments.list()).toMatchObject([{ id, made: 0, phase: 'stopped' }])
    expect(await next.experiments.runs(id, 0)).toMatchObject({ ok: false })
    next.experiments.resume(id)
    await settled()
    await next.finish(1)
    await until(() => phaseOf(next.experiments, id) === 'stopped')
    expect(next.told).toHaveLength(1)
  })

  it('is not begun where its plan cannot be written', async () => {
    const { experiments } = open()
    rmSync(join(folder, 'experiments'), { recursive: true })
    writeFileSync(join(folder, 'experiments'), '')
    expect(await experiments.start(seedsPlan(1))).toEqual(
      fail('file-not-written', saying(expect.stringMatching(/^The experiment cannot be kept: /))),
    )
    expect(experiments.list()).toEqual([])
  })

  it('stops where a run cannot be made by anybody, and says why', async () => {
    const { experiments, told, shop } = open()
    const id = await started(experiments)
    shop.workers[0]?.refuse(madeUp('The series is gone.'))
    await until(() => phaseOf(experiments, id) === 'stopped')
    expect(told).toEqual([saying('The experiment has stopped, and what is made stays: The series is gone.')])
  })

  it('has those made again on demand that failed, each in its place', async () => {
    const { experiments, shop, finish } = open({ cores: 1 })
    const id = await started(experiments, seedsPlan(2))
    for (let death = 0; death < 3; death += 1) {
      shop.alive()[0]?.die()
      await settled()
    }
    await finish(1)
    await until(() => phaseOf(experiments, id) === 'finished')
    expect(experiments.list()).toMatchObject([{ made: 2, failed: 1 }])
    expect(await allRuns(experiments, id)).toEqual([
      [0, 'failed'],
      [1, 'goal'],
    ])
    experiments.resume(id)
    await settled()
    expect(experiments.list()).toMatchObject([{ made: 2, failed: 1, phase: 'running' }])
    await finish(1)
    await until(() => phaseOf(experiments, id) === 'finished')
    expect(experiments.list()).toMatchObject([{ made: 2, failed: 0 }])
    expect(await allRuns(experiments, id)).toEqual([
      [0, 'goal'],
      [1, 'goal'],
    ])
  })

  it('tells runs at most ten times a second, and all of them at the end', async () => {
    const { experiments, clock, made, toldAt, finish } = open()
    const id = await started(experiments, seedsPlan(40))
    for (let run = 0; run < 40; run += 1) {
      await finish(1)
      // However slow the disk is.
      await until(() => experiments.list()[0]?.made === run + 1)
      clock.pass(9)
    }
    await until(() => phaseOf(experiments, id) === 'finished')
    // The last are told at once.
    const gaps = toldAt.slice(1, -1).map((at, i) => at - (toldAt[i] ?? 0))
    expect(gaps.length).toBeGreaterThan(1)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100)
    expect(made.flatMap(({ runs }) => runs)).toHaveLength(40)
    expect(made.map((one) => one.made).at(-1)).toBe(40)
  })

  it('opens one of its runs in the trainer, at an update that it can have', async () => {
    const { experiments } = open()
    const plan = sweepPlan(2)
    const id = await started(experiments, plan)
    const asked: unknown[] = []
    const ask = (async (...request: unknown[]) => {
      asked.push(request)
      return ok()
    }) as Ask
    expect(await experiments.open(id, 3, 7, ask)).toEqual(ok())
    expect(asked).toEqual([['createRunTo', withSettings(SMALL, { learningRate: 0.1, seed: 2 }), 7]])
    expect(await experiments.open(id, 6, 7, ask)).toEqual(
      fail('no-run', saying('This experiment has 6 runs, but run 7 was asked for; choose one that it has.')),
    )
    expect(await experiments.open(id, 0, 21, ask)).toMatchObject({ ok: false })
    expect(asked).toHaveLength(1)
  })
})

describe('an estimate', () => {
  it('is made of the first run, which the experiment has then already', async () => {
    const { experiments, shop, toldRuns } = open()
    const plan = seedsPlan(10)
    const asked = experiments.estimate(plan)
    await settled()
    expect(shop.workers.map((worker) => worker.has())).toEqual([[0]])
    shop.workers[0]?.finish({ seconds: 3 })
    const bytes = expect.any(Number)
    expect(await asked).toEqual(ok({ runs: 10, secondsPerRun: 3, workers: 2, seconds: 15, bytes }))
    const id = await started(experiments, plan)
    await until(() => toldRuns().length === 1)
    expect([toldRuns(), shop.workers.map((worker) => worker.has())]).toEqual([[0], [[1], [2]]])
    expect(await allRuns(experiments, id)).toEqual([[0, 'goal']])
    // Another plan with the same first run needs no worker.
    expect(await experiments.estimate(seedsPlan(4))).toMatchObject({ ok: true, value: { seconds: 6 } })
  })

  it('comes before the runs of an experiment that is being made', async () => {
    const { experiments, shop } = open({ cores: 1 })
    await started(experiments, seedsPlan(10))
    const asked = experiments.estimate(seedsPlan(3, withSettings(SMALL, { hiddenUnits: 5 })))
    shop.workers[0]?.finish({ seconds: 1 })
    shop.workers[0]?.finish({ seconds: 2 })
    expect(await asked).toMatchObject({ ok: true, value: { secondsPerRun: 2, seconds: 6 } })
  })

  it('is called off by a newer one and by the start of an experiment', async () => {
    const { experiments, shop } = open()
    const calledOff = fail('no-run', saying('This estimate was called off, as something else was asked for.'))
    const first = experiments.estimate(seedsPlan(10))
    await settled()
    const second = experiments.estimate(seedsPlan(10, withSettings(SMALL, { hiddenUnits: 5 })))
    expect(await first).toEqual(calledOff)
    await settled()
    expect(shop.workers.flatMap((worker) => worker.has())).toEqual([0])
    await started(experiments)
    expect(await second).toEqual(calledOff)
    expect(shop.workers.map((worker) => worker.has())).toEqual([[0], [1]])
  })
})

describe('the folder of experiments', () => {
  it('leaves a damaged plan out, tells it, and names the series of the others', async () => {
    const app = open()
    const id = await started(app.experiments)
    const other = await started(app.experiments)
    const plan = join(folder, 'experiments', id, 'plan.json')
    writeFileSync(plan, readFileSync(plan, 'utf8').replace('"count":4', '"count":4000'))
    mkdirSync(join(folder, 'experiments', 'f0000000-0000-4000-8000-000000000000'))
    const next = open()
    expect(next.experiments.list().map((one) => one.id)).toEqual([other])
    expect(next.told).toEqual([
      saying(
        expect.stringMatching(
          /^An experiment cannot be opened: An experiment has 1 to 200 seeds, but 4,000 was given\. It has been set aside as damaged-/,
        ),
      ),
    ])
    expect([namedBy(next.store).plans(), namedBy(next.store).isComplete]).toEqual([[seedsPlan(4)], false])
    await until(() => readdirSync(join(folder, 'experiments')).length === 2)
  })
})

describe('workers', () => {
  it('have a core each, but one where a run trains', () => {
    expect([1, 2, 4].map((cores) => workersFor(cores, false))).toEqual([1, 2, 4])
    expect([1, 2, 4].map((cores) => workersFor(cores, true))).toEqual([1, 1, 3])
  })
})
