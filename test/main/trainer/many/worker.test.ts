import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import type { FromWorker } from '@contract/wire/worker-wire'
import { describe, expect, it } from 'vitest'
import { createWorker } from '../../../../main/trainer/many/worker'
import { tensorCount } from '../../../helpers/tensor-count'
import { graphCount } from '../graph/graph-count'
import { findOf } from './run-in-app'

/** A worker whose clock goes on by so much with each look at it: by a millisecond a turn is of some pieces, by a hundred of one. */
function createBench(milliseconds = 1) {
  const told: FromWorker[] = []
  const turns: (() => void)[] = []
  let now = 0
  const clock = {
    now: () => {
      now += milliseconds
      return now
    },
    soon: (action: () => void) => {
      turns.push(action)
      return () => {}
    },
  }
  const hear = createWorker({ clock, find: findOf(null), post: (message) => told.push(message) })
  const turn = () => {
    const next = turns.shift()
    next?.()
    return next !== undefined
  }
  let jobs = 0
  const before = graphCount().sessions
  return {
    told,
    hear,
    turn,
    run: (config: RunConfig) => {
      hear({ kind: 'run', job: jobs, index: jobs, config, shown: 'last' })
      jobs += 1
    },
    untilIdle: () => {
      while (turn());
    },
    /** Recordings that it has. */
    recordings: () => graphCount().sessions - before,
    made: () => told.flatMap((message) => (message.kind === 'made' ? [message.run] : [])),
  }
}

const SMALL = withSettings(LESSON, { hiddenUnits: 3, points: 2, updates: 30 })

describe('a worker', () => {
  it('records updates once for all runs that differ in their numbers alone', () => {
    const bench = createBench()
    for (const [seed, learningRate] of [0.1, 0.02, 0.003].entries()) {
      bench.run(withSettings(SMALL, { seed, learningRate, clipNorm: seed }))
      bench.untilIdle()
      expect(bench.recordings()).toBe(1)
    }
    expect(bench.made().map(({ updates }) => updates)).toEqual([30, 30, 30])
  })

  it('records many in a call when runs have made so many that it pays, or when nobody waits', () => {
    const bench = createBench()
    bench.run(withSettings(SMALL, { updates: 1200 }))
    bench.untilIdle()
    expect(bench.recordings()).toBe(1)
    bench.run(withSettings(SMALL, { updates: 1200, seed: 2 }))
    bench.untilIdle()
    expect(bench.recordings()).toBe(2)
    bench.hear({ kind: 'warm', config: withSettings(SMALL, { hiddenUnits: 4 }) })
    bench.untilIdle()
    expect(bench.recordings()).toBe(4)
  })

  it('makes the same numbers whatever it has recorded', () => {
    const config = withSettings(SMALL, { updates: 50 })
    const bench = createBench()
    bench.run(config)
    bench.hear({ kind: 'warm', config })
    bench.untilIdle()
    bench.run(config)
    bench.untilIdle()
    const [first, second] = bench.made()
    expect(second).toEqual({ ...first, index: 1, seconds: expect.any(Number), shown: expect.any(Array) })
    expect(second?.shown.map(({ predictions }) => predictions)).toEqual(
      first?.shown.map(({ predictions }) => predictions),
    )
  })

  it('hears within some pieces that it is to drop its runs, leaves nothing of them, and makes the next ones', () => {
    const bench = createBench()
    bench.run(SMALL)
    bench.untilIdle()
    const before = tensorCount()
    for (let i = 0; i < 3; i += 1) bench.run(withSettings(SMALL, { updates: 1000 }))
    for (let i = 0; i < 3; i += 1) expect(bench.turn()).toBe(true)
    expect(tensorCount()).not.toEqual(before)
    bench.hear({ kind: 'drop' })
    bench.untilIdle()
    expect(tensorCount()).toEqual(before)
    bench.run(SMALL)
    bench.untilIdle()
    expect(bench.told.map(({ kind }) => kind)).toEqual(['made', 'dropped', 'made'])
    expect(bench.made().map(({ index }) => index)).toEqual([0, 4])
  })

  it('lets a run go before what it is being made ready for', () => {
    const bench = createBench(100)
    bench.hear({ kind: 'warm', config: withSettings(SMALL, { points: 20, cell: 'lstm' }) })
    while (bench.recordings() === 0) bench.turn()
    // The session is open, and this is its first run.
    bench.turn()
    bench.run(SMALL)
    bench.untilIdle()
    expect(bench.made()).toHaveLength(1)
    // The run's own, and the first of two that it was being made ready for: the second is given up.
    expect(bench.recordings()).toBe(2)
  })
})
