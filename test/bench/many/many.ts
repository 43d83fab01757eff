import { join } from 'node:path'
import type { ExperimentPlan } from '@contract/experiment/experiment'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { makeRuns } from '../../../main/experiments/pool/make-runs'
import { startNodeWorker } from '../../../main/experiments/pool/node-worker'
import { createWorkerPool, type WorkerPool } from '../../../main/experiments/pool/worker-pool'
import { atLeast, below, type Figure, told } from '../figure'
import { median } from '../statistics'
import { tell } from '../tell'
import { besideLesson } from './beside'
import { listed } from './listed'

/*
 * A process of its own: `node many.js` says how long experiments of many runs take, from the order to the last run, in one worker
 * and in two, and how long the real app takes to list a thousand runs and to scroll them.
 */

const ROUNDS = 5
/** Of the larger networks, which take seconds. */
const LARGER_ROUNDS = 3

const lesson = seedsOf(LESSON, 50)
const larger = seedsOf(
  withSettings(LESSON, { hiddenUnits: 64, points: 50, batch: 16, updates: 500, learningRate: 0.002 }),
  20,
)
tell(await measured('50 seeds of the lesson', lesson, 1))
tell(await ratioed())
tell(await listed(1000, 500, 20))
tell(await besideLesson(20))

function seedsOf(base: RunConfig, count: number): ExperimentPlan {
  return { kind: 'seeds', base, seeds: { first: 1, count } }
}

/** The first time, as workers start with it, and the usual one, when they are there and have recorded what they need. */
async function measured(name: string, plan: ExperimentPlan, most: number): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const workers of [1, 2]) {
    const pool = openPool(workers)
    const first = await secondsOf(plan, pool)
    const again: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) again.push(await secondsOf(plan, pool))
    pool.end()
    const what = `${name}, ${workers} ${workers === 1 ? 'worker' : 'workers'}`
    figures.push(told(`${what}, the first time`, first, 's'))
    figures.push(workers === 1 ? told(what, median(again), 's') : below(most, what, median(again), 's'))
  }
  return figures
}

/** Two workers against one, turn about, when all of them are warm. */
async function ratioed(): Promise<Figure[]> {
  const pools = [openPool(1), openPool(2)] as const
  for (const pool of pools) await secondsOf(larger, pool)
  const rounds: [number, number][] = []
  for (let round = 0; round < LARGER_ROUNDS; round += 1)
    rounds.push([await secondsOf(larger, pools[0]), await secondsOf(larger, pools[1])])
  for (const pool of pools) pool.end()
  const what = '20 seeds × 500 updates of 64 units, 50 time steps, batch 16'
  return [
    told(`${what}, 1 worker`, median(rounds.map(([one]) => one)), 's'),
    told(`${what}, 2 workers`, median(rounds.map(([, two]) => two)), 's'),
    atLeast(1.6, 'times as fast with two of them', median(rounds.map(([one, two]) => one / two)), ''),
  ]
}

function openPool(size: number): WorkerPool {
  const program = join(import.meta.dirname, 'runsWorker.js')
  return createWorkerPool({
    make: () => startNodeWorker(program, [], process.env),
    size,
    later: (action, milliseconds) => void setTimeout(action, milliseconds).unref(),
    log: { error: (what) => console.error(what) },
  })
}

/** Seconds from the order of a plan to its last run. */
async function secondsOf(plan: ExperimentPlan, pool: WorkerPool): Promise<number> {
  const began = performance.now()
  const { ended } = makeRuns({ plan, ended: new Map(), pool, onRuns: () => {} })
  const end = await ended
  if (end.kind !== 'made') throw new Error(`the runs were not made: ${JSON.stringify(end)}`)
  return (performance.now() - began) / 1000
}
