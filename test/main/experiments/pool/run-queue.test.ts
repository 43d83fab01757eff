import type { ExperimentRun, ExperimentRunEnd } from '@contract/experiment/experiment'
import { SKIPPED_AFTER } from '@contract/experiment/limits'
import { configOfRun } from '@contract/experiment/plan-runs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Job } from '../../../../main/experiments/pool/job'
import { createRunQueue, type RunQueue, unmadeRun } from '../../../../main/experiments/pool/run-queue'
import { anyRun } from '../any-run'
import { SMALL, seedsPlan, sweepPlan } from '../plans'

function allOf(queue: RunQueue): readonly Job[] {
  const jobs: Job[] = []
  for (let job = queue.next(); job; job = queue.next()) jobs.push(job)
  return jobs
}

/** Makes runs, so many at a time, and ends one of those under way as `pick` says. */
function makeAll(
  queue: RunQueue,
  {
    atATime,
    pick,
    endOf,
  }: { atATime: number; pick: (most: number) => number; endOf: (index: number) => ExperimentRunEnd },
): readonly ExperimentRun[] {
  const ended = [...queue.unmade]
  let made = 0
  let under: readonly Job[] = []
  for (;;) {
    while (under.length < atATime) {
      const job = queue.next()
      if (!job) break
      under = [...under, job]
    }
    if (under.length === 0) break
    const one = under[pick(under.length)] as Job
    under = under.filter((other) => other !== one)
    made += 1
    // Every fifth worker dies of it, and it is made again.
    if (made % 5 === 0) queue.back(one)
    else ended.push(...queue.take(anyRun(one.index, { end: endOf(one.index) })))
  }
  return ended
}

const endsOf = (runs: readonly ExperimentRun[]) =>
  Object.fromEntries(runs.map(({ index, end }) => [index, end]))

describe('the queue of a plan', () => {
  it('takes the seeds in turn, and for each of them cell after cell', () => {
    const plan = sweepPlan(2)
    const jobs = allOf(createRunQueue(plan, new Map()))
    expect(jobs.map(({ index }) => index)).toEqual([0, 2, 4, 1, 3, 5])
    for (const { index, config, shown } of jobs)
      expect({ config, shown }).toEqual({ config: configOfRun(plan, index), shown: 'last' })
  })

  it('asks for what is missing alone, and again for what came back', () => {
    const queue = createRunQueue(
      seedsPlan(4),
      new Map([
        [0, 'goal'],
        [2, 'diverged'],
      ]),
    )
    expect([queue.left(), queue.waiting()]).toEqual([2, 2])
    const [one, three] = allOf(queue) as [Job, Job]
    queue.back(one)
    expect(allOf(queue)).toEqual([one])
    queue.take(anyRun(three.index))
    queue.take(unmadeRun(one.index, 'failed'))
    expect([one.index, three.index, queue.left()]).toEqual([1, 3, 0])
  })

  it('makes the lanes of a race one after the other, as their times are compared', () => {
    const queue = createRunQueue({ kind: 'race', lanes: [SMALL, SMALL, SMALL] }, new Map())
    const first = queue.next()
    expect([first?.index, first?.shown, queue.next(), queue.waiting(), queue.left()]).toEqual([
      ...[0, 'all', null, 0, 3],
    ])
    if (first) queue.back(first)
    expect([queue.waiting(), queue.next()?.index, queue.next()]).toEqual([3, 0, null])
    queue.take(unmadeRun(0, 'failed'))
    expect([queue.waiting(), queue.next()?.index, queue.next()]).toEqual([2, 1, null])
  })

  it('leaves a cell out whose first runs have all diverged, and no other', () => {
    const count = SKIPPED_AFTER + 3
    // The second cell breaks always, the third but once.
    const endOf = (index: number) =>
      index < count || index === 2 * count + 1 ? 'goal' : ('diverged' as ExperimentRunEnd)
    const queue = createRunQueue(sweepPlan(count), new Map())
    const ended = makeAll(queue, { atATime: 1, pick: () => 0, endOf })
    const skipped = ended.filter(({ end }) => end === 'skipped').map(({ index }) => index)
    expect(skipped).toEqual([count + 5, count + 6, count + 7])
    expect([ended.length, queue.left()]).toEqual([3 * count, 0])
  })

  it('comes to the same ends whoever makes the runs, however many at a time, and over any restart', () => {
    const count = SKIPPED_AFTER + 4
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 3 * count, maxLength: 3 * count }),
        fc.integer({ min: 1, max: 12 }),
        fc.infiniteStream(fc.nat(1000)),
        fc.nat(3 * count),
        (breaks, atATime, draws, killedAfter) => {
          const endOf = (index: number) => (breaks[index] ? 'diverged' : 'goal')
          const pick = (most: number) => (draws.next().value ?? 0) % most
          const plan = sweepPlan(count)
          const alone = makeAll(createRunQueue(plan, new Map()), { atATime: 1, pick: () => 0, endOf })
          const many = makeAll(createRunQueue(plan, new Map()), { atATime, pick, endOf })
          expect(endsOf(many)).toEqual(endsOf(alone))
          expect(many).toHaveLength(3 * count)
          const kept = many.slice(0, killedAfter)
          const rest = makeAll(createRunQueue(plan, new Map(kept.map(({ index, end }) => [index, end]))), {
            ...{ atATime, pick, endOf },
          })
          expect(endsOf([...kept, ...rest])).toEqual(endsOf(alone))
          expect(kept.length + rest.length).toBe(3 * count)
        },
      ),
    )
  })
})
