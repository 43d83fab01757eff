import { type Course, courseAfter, type RunEvent } from '@contract/run/phases'
import type { RunPhase } from '@contract/run/run'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const GOAL = 60
const BROKE = { update: 31, what: 'loss', tensor: null } as const

function at(phase: RunPhase, goal = GOAL): Course {
  return {
    phase,
    goal,
    broke: phase === 'diverged' ? BROKE : null,
    endedBy: phase === 'finished' ? 'goal' : null,
  }
}

describe('the course of a run', () => {
  it.each<[from: RunPhase, event: RunEvent, done: number, to: Course]>([
    ['ready', { kind: 'started', updates: 60 }, 0, at('training')],
    ['paused', { kind: 'started', updates: 60 }, 7, at('training')],
    ['training', { kind: 'started', updates: 60 }, 7, at('training')],
    ['finished', { kind: 'started', updates: 25 }, 60, at('training', 85)],
    ['diverged', { kind: 'started', updates: 60 }, 30, at('diverged')],
    ['training', { kind: 'paused' }, 7, at('paused')],
    ['training', { kind: 'paused' }, 0, at('paused')],
    ['ready', { kind: 'paused' }, 0, at('ready')],
    ['finished', { kind: 'paused' }, 60, at('finished')],
    ['training', { kind: 'updated' }, 59, at('training')],
    ['training', { kind: 'updated' }, 60, at('finished')],
    ['ready', { kind: 'stepped' }, 1, at('paused')],
    ['paused', { kind: 'stepped' }, 60, at('finished')],
    ['finished', { kind: 'stepped' }, 61, at('finished', 61)],
    ['training', { kind: 'stepped' }, 8, at('paused')],
    ['training', { kind: 'broke', why: { what: 'loss', tensor: null } }, 30, at('diverged')],
    [
      'finished',
      { kind: 'broke', why: { what: 'weights', tensor: null } },
      60,
      { phase: 'diverged', goal: 60, broke: { update: 61, what: 'weights', tensor: null }, endedBy: null },
    ],
    ['training', { kind: 'outOfPatience' }, 37, { ...at('finished', 37), endedBy: 'patience' }],
    ['diverged', { kind: 'outOfPatience' }, 30, at('diverged')],
    ['training', { kind: 'updatesChanged', from: 60, to: 100 }, 7, at('training', 100)],
    ['training', { kind: 'updatesChanged', from: 60, to: 5 }, 7, at('finished', 7)],
    ['finished', { kind: 'updatesChanged', from: 60, to: 100 }, 60, at('paused', 100)],
    ['diverged', { kind: 'updatesChanged', from: 60, to: 100 }, 30, at('diverged', 100)],
    ['ready', { kind: 'opened' }, 0, at('ready')],
    ['ready', { kind: 'opened' }, 30, at('paused')],
    ['ready', { kind: 'opened' }, 60, at('finished')],
  ])('%s, %o at update %i', (from, event, done, to) => {
    expect(courseAfter(at(from), event, { before: 0, done })).toEqual(to)
  })

  it('counts the updates of a weight file as made before', () => {
    const place = { before: 500, done: 500 }
    expect(courseAfter(at('paused', 560), { kind: 'opened' }, place)).toEqual(at('ready', 560))
  })

  /** What can happen, and how many updates it makes. */
  const happening = fc.oneof(
    fc.record({ kind: fc.constant('started' as const), updates: fc.integer({ min: 1, max: 1000 }) }),
    fc.constant({ kind: 'paused' as const }),
    fc.constant({ kind: 'updated' as const }),
    fc.constant({ kind: 'stepped' as const }),
    fc.record({
      kind: fc.constant('broke' as const),
      why: fc.record({
        what: fc.constantFrom('loss' as const, 'gradient' as const, 'weights' as const),
        tensor: fc.constantFrom(null, 'out.bias'),
      }),
    }),
    fc.record({
      kind: fc.constant('updatesChanged' as const),
      from: fc.integer({ min: 1, max: 1000 }),
      to: fc.integer({ min: 1, max: 1000 }),
    }),
  )

  /** Every course of a run that does what it may: it makes updates only where its phase allows them. */
  function coursesOf(before: number, events: readonly RunEvent[]) {
    let done = before
    let updates = 60
    let course = courseAfter(at('ready', before + updates), { kind: 'opened' }, { before, done })
    const all = [{ course, done, event: null as RunEvent | null }]
    for (const event of events) {
      const { phase } = course
      if ((event.kind === 'updated' || event.kind === 'broke') && phase !== 'training') continue
      if (event.kind === 'stepped' && phase === 'diverged') continue
      if (event.kind === 'updated' || event.kind === 'stepped') done += 1
      // The settings say from what: a run cannot be told otherwise.
      const told = event.kind === 'updatesChanged' ? { ...event, from: updates } : event
      if (told.kind === 'updatesChanged') updates = told.to
      course = courseAfter(course, told, { before, done })
      all.push({ course, done, event: told })
    }
    return all
  }

  const lives = fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.array(happening, { maxLength: 60 }))

  it('keeps what holds in every phase, whatever happens', () => {
    fc.assert(
      fc.property(lives, ([before, events]) => {
        for (const { course, done } of coursesOf(before, events)) {
          const { phase, goal, broke } = course
          expect(goal).toBeGreaterThanOrEqual(done)
          if (phase === 'training' || phase === 'paused') expect(goal).toBeGreaterThan(done)
          if (phase === 'finished') expect(goal).toBe(done)
          if (phase === 'ready') expect(done).toBe(before)
          expect(broke === null).toBe(phase !== 'diverged')
        }
      }),
    )
  })

  it('ends in diverged, and stays where it broke', () => {
    fc.assert(
      fc.property(lives, ([before, events]) => {
        const courses = coursesOf(before, events)
        const first = courses.findIndex(({ course }) => course.phase === 'diverged')
        for (const { course } of first < 0 ? [] : courses.slice(first)) {
          expect(course.phase).toBe('diverged')
          expect(course.broke).toEqual(courses[first]?.course.broke)
        }
      }),
    )
  })

  it('trains only when it was asked to', () => {
    fc.assert(
      fc.property(lives, ([before, events]) => {
        const courses = coursesOf(before, events)
        for (const [i, { course, event }] of courses.entries())
          if (course.phase === 'training' && courses[i - 1]?.course.phase !== 'training')
            expect(event?.kind).toBe('started')
      }),
    )
  })
})
