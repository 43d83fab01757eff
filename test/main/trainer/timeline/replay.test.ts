import { LESSON } from '@contract/settings/lesson'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it, onTestFinished } from 'vitest'
import { LESSON_SOURCE } from '../../../../main/trainer/data/lesson/lesson-source'
import { nextWindows } from '../../../../main/trainer/data/source/next-windows'
import type { Window } from '../../../../main/trainer/data/source/window'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { networkOf } from '../../../../main/trainer/network/shape/network-of'
import {
  type ReplayedMoment,
  type ReplayedUpdate,
  type ReplayQuestion,
  replay,
} from '../../../../main/trainer/timeline/replay'
import { createPatientEngine, eagerAtOnce } from '../../../../main/trainer/training/engine/patient-engine'
import { createLearner } from '../../../../main/trainer/training/learner'
import { freshSnapshot, trainingOf } from '../../../../main/trainer/training/snapshot/fresh-snapshot'
import { tensorCount } from '../../../helpers/tensor-count'
import { graphCount } from '../graph/graph-count'

/** The update at which settings change, where they do. */
const CHANGE = 20
const SMALL: Partial<Settings> = { hiddenUnits: 3, points: 4, batch: 2 }

/** A run as its first time was, update by update, and what a replay of it is asked for. */
function firstTime(changes: Partial<Settings>, updates: number, changed: Partial<Settings> = {}) {
  const begin = withSettings(LESSON, { ...SMALL, ...changes })
  const later = withSettings(begin, changed)
  const settingsAt = (update: number): RunConfig => (update < CHANGE ? begin : later)
  const from = freshSnapshot(initialWeights(networkOf(begin)), trainingOf(begin))
  const learner = createLearner(from)
  onTestFinished(learner.dispose)
  const shown: ReplayedUpdate[] = []
  let broke: ReplayedMoment['broke'] = null
  for (let update = 1; update <= updates && broke === null; update += 1) {
    const settings = settingsAt(update)
    const [window] = nextWindows(learner, LESSON_SOURCE, settings, 1) as [Window]
    const result = learner.update(window, settings.training)
    if (result.kind === 'diverged') {
      broke = result.what
    } else {
      const { kind: _, ...numbers } = result
      shown.push({ ...numbers, update, window, validationLoss: Number.NaN })
    }
  }
  const question: ReplayQuestion = {
    ...{ from, to: updates, source: LESSON_SOURCE, settingsAt, engine: () => eagerAtOnce },
  }
  return { learner, shown, broke, question }
}

function toEnd(pieces: ReturnType<typeof replay>) {
  const made: unknown[] = []
  const calls: number[] = []
  for (;;) {
    const piece = pieces.next()
    if (piece.done) return { made, calls, moment: piece.value }
    made.push(...piece.value)
    if (piece.value.length > 0) calls.push(piece.value.length)
  }
}

describe('a replay', () => {
  it('shows every update again, and ends where the run stood', () => {
    const { learner, shown, question } = firstTime({ cell: 'lstm', span: 'random' }, 7)
    const { made, moment } = toEnd(replay(question))
    expect(made).toEqual(shown)
    expect(moment).toEqual({
      snapshot: learner.snapshot(),
      last: { ...shown[6], states: learner.statesIntoLast() },
      broke: null,
    })
  })

  it('of no update stands where it began and has nothing to show', () => {
    const { question } = firstTime({}, 3)
    const { made, moment } = toEnd(replay({ ...question, to: 0 }))
    expect(made).toEqual([])
    expect(moment).toEqual({ snapshot: question.from, last: null, broke: null })
    expect(() => replay({ ...question, to: -1 }).next()).toThrow('update -1 comes before update 0')
  })

  it('takes a setting over at its very update, within what would have been one call', () => {
    const { question, shown, learner } = firstTime({}, 40, { learningRate: 0.5, readout: 'batched' })
    const engine = { ...eagerAtOnce, updatesPerCall: () => 16 }
    const { made, calls, moment } = toEnd(replay({ ...question, engine: () => engine }))
    // Sixteen, those before the change one by one, sixteen, and the last one by one.
    expect(calls).toEqual([16, 1, 1, 1, 16, 1, 1, 1, 1, 1])
    expect(made).toEqual(shown)
    expect(moment.snapshot).toEqual(learner.snapshot())
  })

  it('makes many updates in a call only with a recording that is there, or that pays off', () => {
    const { question, learner } = firstTime({}, 60)
    const engine = createPatientEngine(() => {})
    onTestFinished(engine.dispose)
    const begun = toEnd(replay({ ...question, engine: () => engine }))
    expect(new Set(begun.calls)).toEqual(new Set([1]))
    // Who is waited for does not wait for one so soon.
    const soon = toEnd(replay({ ...question, to: 300, worthRecording: 301, engine: () => engine }))
    expect(new Set(soon.calls)).toEqual(new Set([1]))
    const many = toEnd(replay({ ...question, to: 300, worthRecording: 300, engine: () => engine }))
    expect(many.calls).toContain(16)
    const again = toEnd(replay({ ...question, engine: () => engine }))
    expect(again.calls).toEqual([16, 16, 16, ...Array.from({ length: 12 }, () => 1)])
    expect(again.moment.snapshot).toEqual(learner.snapshot())
  })

  it.each([1, 16])(
    'ends before the update that is not finite, also in the midst of %i in a call',
    (perCall) => {
      const breaking = { cell: 'rnn-relu', optimizer: 'sgd', hiddenUnits: 8 } as const
      const { shown, broke, question, learner } = firstTime(breaking, 60, { learningRate: 10 })
      const engine = { ...eagerAtOnce, updatesPerCall: () => perCall }
      const { made, moment } = toEnd(replay({ ...question, engine: () => engine }))
      expect(broke).not.toBeNull()
      expect(made.length).toBeGreaterThan(CHANGE)
      expect(made).toEqual(shown)
      expect(moment.broke).toBe(broke)
      expect(moment.snapshot).toEqual(learner.snapshot())
      expect(moment.last?.states).toEqual(learner.statesIntoLast())
    },
  )

  it('leaves nothing behind, abandoned or at its end', () => {
    const { question } = firstTime({ cell: 'gru' }, 12)
    const before = [tensorCount(), graphCount()]
    for (const pieces of [0, 1, 2, 7, 13, 60]) {
      const engine = createPatientEngine(() => {})
      const made = replay({ ...question, engine: () => engine })
      for (let i = 0; i < pieces; i += 1) made.next()
      made.return(undefined as never)
      engine.dispose()
      expect([tensorCount(), graphCount()]).toEqual(before)
    }
  })
})
