import type { ExperimentRun } from '@contract/experiment/experiment'
import { describe, expect, it } from 'vitest'
import { DROP_LIMIT } from '../../../../main/experiments/pool/hand'
import { type Making, makeRuns } from '../../../../main/experiments/pool/make-runs'
import { createWorkerPool, IDLE_LIMIT } from '../../../../main/experiments/pool/worker-pool'
import { madeUp, saying } from '../../../helpers/saying'
import { SMALL, seedsPlan } from '../plans'
import { createStillClock, createWorkshop, settled } from '../scripted-worker'

function setUp({ size = 2, runs = 6, isReady = true } = {}) {
  const shop = createWorkshop()
  if (isReady) shop.readyAtOnce()
  const clock = createStillClock()
  const faults: string[] = []
  const pool = createWorkerPool({
    ...{ make: shop.make, size, later: clock.later },
    log: { error: (fault) => faults.push(fault) },
  })
  const ended: ExperimentRun[] = []
  const begin = (count = runs): Making =>
    makeRuns({ plan: seedsPlan(count), ended: new Map(), pool, onRuns: (some) => ended.push(...some) })
  const has = () => shop.alive().map((worker) => worker.has())
  /** Ends one run after the other, until nobody has one. */
  const finishAll = () => {
    for (;;) {
      const busy = shop.alive().find((worker) => worker.has().length > 0)
      if (!busy) return
      busy.finish()
    }
  }
  const ends = () => ended.map(({ index, end }) => [index, end])
  return { shop, clock, pool, faults, begin, has, ends, finishAll }
}

describe('the pool of workers', () => {
  it('starts no worker before there is something to do, and no more than have something', async () => {
    const { shop, begin, has } = setUp({ size: 4 })
    expect(shop.workers).toEqual([])
    const making = begin(3)
    await settled()
    expect(has()).toEqual([[0], [1], [2]])
    for (const worker of shop.workers) worker.finish()
    expect(await making.ended).toEqual({ kind: 'made' })
  })

  it('gives each a run, and of short ones the next as well', async () => {
    const { shop, begin, has, ends, finishAll } = setUp({ runs: 8 })
    const making = begin()
    await settled()
    expect(has()).toEqual([[0], [1]])
    shop.workers[1]?.finish({ seconds: 1 })
    expect(has()).toEqual([[0], [2]])
    shop.workers[1]?.finish({ seconds: 0.1 })
    expect(has()).toEqual([
      [0, 4],
      [3, 5],
    ])
    finishAll()
    expect(await making.ended).toEqual({ kind: 'made' })
    expect(ends()).toHaveLength(8)
  })

  it('leaves a run to a worker that is being started rather than give it ahead', async () => {
    const { shop, begin, has } = setUp({ isReady: false })
    begin(3)
    shop.workers[0]?.ready()
    shop.workers[0]?.finish({ seconds: 0.1 })
    expect(has()).toEqual([[1], []])
    shop.workers[1]?.ready()
    expect(has()).toEqual([[1], [2]])
  })

  it('has a run made elsewhere whose worker died, and what waited there as well', async () => {
    const { shop, begin, has, ends, finishAll } = setUp()
    const making = begin()
    await settled()
    shop.workers[0]?.finish()
    expect(has()).toEqual([
      [2, 3],
      [1, 4],
    ])
    shop.workers[0]?.die()
    await settled()
    expect(shop.workers).toHaveLength(3)
    expect(has()).toEqual([
      [1, 4],
      [2, 3],
    ])
    finishAll()
    await making.ended
    expect(ends().sort()).toEqual([0, 1, 2, 3, 4, 5].map((index) => [index, 'goal']))
  })

  it('gives up a run of which three workers died, and goes on with the others', async () => {
    const { shop, begin, ends, faults } = setUp({ size: 1, runs: 3 })
    const making = begin()
    for (let death = 1; death <= 3; death += 1) {
      await settled()
      expect([shop.workers.length, ends()]).toEqual([death, []])
      expect(shop.alive()[0]?.has()[0]).toBe(0)
      shop.alive()[0]?.die()
    }
    await settled()
    shop.alive()[0]?.finish()
    shop.alive()[0]?.finish()
    expect(await making.ended).toEqual({ kind: 'made' })
    expect(ends()).toEqual([
      [0, 'failed'],
      [1, 'goal'],
      [2, 'goal'],
    ])
    expect(faults).toHaveLength(3)
  })

  it('starts no more workers when they end at once, says so, and tries again when asked anew', async () => {
    const { shop, begin } = setUp({ isReady: false, size: 1 })
    const making = begin()
    for (let start = 1; start <= 3; start += 1) {
      expect(shop.workers).toHaveLength(start)
      shop.workers.at(-1)?.die()
      await settled()
    }
    const { ended } = making
    expect(await ended).toEqual({
      kind: 'failed',
      why: saying(
        'No process can be started that makes the runs of experiments; Help > Open logs folder has the reason.',
      ),
    })
    expect(shop.workers).toHaveLength(3)
    shop.readyAtOnce()
    const again = begin(1)
    await settled()
    shop.alive()[0]?.finish()
    expect(await again.ended).toEqual({ kind: 'made' })
  })

  it('ends when no process can be made at all', async () => {
    const pool = createWorkerPool({
      make: () => {
        throw new Error('EAGAIN')
      },
      ...{ size: 2, later: createStillClock().later, log: { error: () => {} } },
    })
    const making = makeRuns({ plan: seedsPlan(2), ended: new Map(), pool, onRuns: () => {} })
    expect(await making.ended).toMatchObject({ kind: 'failed' })
  })

  it('lets go of a run that nobody can make, and says why', async () => {
    const { shop, begin } = setUp({ size: 1 })
    const making = begin()
    await settled()
    const why = madeUp('the series is gone')
    shop.workers[0]?.refuse(why)
    expect(await making.ended).toEqual({ kind: 'failed', why })
    await settled()
    expect(shop.workers[0]?.has()).toEqual([])
  })

  it('gives up what is under way when it is stopped, and uses the workers again', async () => {
    const { shop, begin, has, ends } = setUp()
    const making = begin()
    await settled()
    const stopped = making.stop()
    await stopped
    expect(has()).toEqual([[], []])
    expect([await making.ended, ends()]).toEqual([{ kind: 'stopped' }, []])
    begin(2)
    await settled()
    expect([shop.workers.length, has()]).toEqual([2, [[0], [1]]])
  })

  it('kills a worker that does not say in time that it has given up', async () => {
    const { shop, clock, begin, has } = setUp()
    const making = begin()
    await settled()
    shop.workers[0]?.beDeaf()
    let isStopped = false
    const stopped = making.stop().then(() => {
      isStopped = true
    })
    await settled()
    clock.pass(DROP_LIMIT - 1)
    await settled()
    expect([isStopped, shop.alive().length]).toEqual([false, 2])
    clock.pass(1)
    await stopped
    expect(shop.alive()).toHaveLength(1)
    begin(4)
    await settled()
    expect(has()).toEqual([[0], [1]])
  })

  it('leaves a worker without work when there are to be fewer, and uses it again when there may be more', async () => {
    const { shop, pool, begin, has } = setUp({ runs: 20 })
    begin()
    await settled()
    pool.setSize(1)
    for (const worker of shop.workers) worker.finish({ seconds: 1 })
    expect(has()).toEqual([[2], []])
    pool.setSize(2)
    expect(has()).toEqual([[2], [3]])
  })

  it('ends workers that had nothing to do for some minutes', async () => {
    const { shop, clock, begin } = setUp()
    const making = begin(2)
    await settled()
    clock.pass(IDLE_LIMIT)
    expect(shop.alive()).toHaveLength(2)
    for (const worker of shop.workers) worker.finish()
    await making.ended
    clock.pass(IDLE_LIMIT - 1)
    expect(shop.alive()).toHaveLength(2)
    clock.pass(1)
    expect(shop.alive()).toEqual([])
    await settled()
    begin(1)
    expect(shop.workers).toHaveLength(3)
  })

  it('starts workers before there is work, and lets each record once what it will need', async () => {
    const { shop, pool, begin, has } = setUp()
    pool.warm(SMALL)
    await settled()
    pool.warm({ ...SMALL })
    const warm = { kind: 'warm', config: SMALL }
    expect(shop.workers.map(({ heard }) => heard)).toEqual([[warm], [warm]])
    begin()
    expect(has()).toEqual([[0], [1]])
  })
})
