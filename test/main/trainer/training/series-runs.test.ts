import { describe, expect, it, onTestFinished } from 'vitest'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import {
  createCompiledEngine,
  type Engine,
  eagerEngine,
} from '../../../../main/trainer/training/engine/engine'
import { createPatientEngine } from '../../../../main/trainer/training/engine/patient-engine'
import { createLearner, type Learner } from '../../../../main/trainer/training/learner'
import { freshSnapshot } from '../../../../main/trainer/training/snapshot/fresh-snapshot'
import type { UpdateResult } from '../../../../main/trainer/training/update-result'
import { LESSON_SETTINGS } from '../../../helpers/lesson-settings'
import { greatestDifference, NORM_TOLERANCE } from '../../../helpers/reference'
import { tensorCount } from '../../../helpers/tensor-count'
import { SERIES, type SeriesRun, seriesWindow } from './series-windows'

const { inputs, outputs, batch, hiddenUnits, learningRate } = SERIES
const [FREE, GAPPY] = [false, true].map((gaps) => SERIES.runs.filter((run) => run.gaps === gaps))

function open({ cell, seed, layers }: SeriesRun, engine: Engine): Learner {
  const settings = { ...LESSON_SETTINGS, inputs, outputs, batch, hiddenUnits, cell, seed, layers }
  const learner = createLearner(freshSnapshot(initialWeights(settings), settings), () => engine)
  onTestFinished(learner.dispose)
  return learner
}

function engineCalled(name: string): Engine {
  if (name === 'eager') return eagerEngine
  const engine = name === 'compiled' ? createCompiledEngine() : createPatientEngine(() => {})
  onTestFinished(engine.dispose)
  return engine
}

/** Makes all updates of a run, as many in a call as are admitted of those that are wanted. */
function train(learner: Learner, run: SeriesRun, perCall: number) {
  const settings = { ...LESSON_SETTINGS, learningRate }
  const results: Extract<UpdateResult, { kind: 'updated' }>[] = []
  const calls: number[] = []
  while (results.length < run.losses.length) {
    const left = run.losses.length - results.length
    const wanted = Array.from({ length: Math.min(perCall, left) }, (_, i) =>
      seriesWindow(results.length + i, run.gaps),
    )
    const admitted = wanted.slice(0, learner.admitted(wanted, settings, left))
    calls.push(admitted.length)
    for (const result of learner.updateAll(admitted, settings)) {
      if (result.kind !== 'updated') throw new Error(`update ${results.length + 1} ${result.kind}`)
      results.push(result)
    }
  }
  return { results, calls }
}

describe.each(['eager', 'compiled'])(
  'runs of PyTorch on three inputs and two outputs, followed by the %s engine',
  (name) => {
    it.each(SERIES.runs)('$cell, seed $seed, $layers layers, gaps: $gaps', (run) => {
      const { results } = train(open(run, engineCalled(name)), run, 3)
      expect(results).toHaveLength(30)
      expect(
        greatestDifference(
          results.map(({ loss }) => loss),
          run.losses,
        ),
      ).toBeLessThan(1e-4)
      const norms = results.map(({ gradientNorm }) => gradientNorm)
      expect(greatestDifference(norms, run.gradientNorms)).toBeLessThan(NORM_TOLERANCE)
      expect(greatestDifference(results.at(-1)?.predictions ?? [], run.lastPrediction)).toBeLessThan(1e-4)
    })
  },
)

describe('a series with gaps', () => {
  it.each(GAPPY ?? [])(
    'is the same to the last bit in every engine, however updates are shared out: $cell',
    (run) => {
      const before = tensorCount()
      // Registered first, so run last.
      onTestFinished(() => expect(tensorCount()).toEqual(before))
      const eager = open(run, eagerEngine)
      const expected = train(eager, run, 1).results
      for (const [name, perCall] of [
        ['eager', 4],
        ['compiled', 1],
        ['compiled', 4],
        ['patient', 4],
      ] as const) {
        const learner = open(run, engineCalled(name))
        expect(train(learner, run, perCall).results).toEqual(expected)
        expect(learner.snapshot()).toEqual(eager.snapshot())
        expect(learner.statesIntoLast()).toEqual(eager.statesIntoLast())
      }
    },
  )

  it('has no target at all in one update, which then has no loss and no gradient', () => {
    const [run] = GAPPY ?? []
    if (!run) throw new Error('no run')
    const { loss, gradientNorm } = train(open(run, eagerEngine), run, 1).results[9] ?? {}
    expect([loss, gradientNorm]).toEqual([0, 0])
  })

  it('ends a call before the next window in which a sequence starts anew', () => {
    const [run] = FREE ?? []
    if (!run) throw new Error('no run')
    const learner = open(run, eagerEngine)
    const continues = (...all: number[]) =>
      all.map((each, i) => ({ ...seriesWindow(i, false), continues: new Uint8Array(batch).fill(each) }))
    const settings = { ...LESSON_SETTINGS, learningRate }
    expect(learner.admitted(continues(0, 1, 1, 0, 1), settings, 5)).toBe(3)
    expect(learner.admitted(continues(1, 1, 1), settings, 5)).toBe(3)
    expect(learner.admitted(continues(0, 0), { ...settings, carryState: false }, 5)).toBe(2)
    expect(() => learner.updateAll(continues(0, 1, 0), settings)).toThrow('started anew')
    expect(learner.updatesDone()).toBe(0)
  })

  it('tells the states that were really used where a sequence starts anew', () => {
    const [run] = FREE ?? []
    if (!run) throw new Error('no run')
    const learner = open(run, eagerEngine)
    const settings = { ...LESSON_SETTINGS, learningRate }
    learner.update(seriesWindow(0, false), settings)
    const carried = learner.snapshot().states[0]?.values ?? []
    const continues = Uint8Array.from({ length: batch }, (_, sequence) => Number(sequence !== 5))
    learner.update({ ...seriesWindow(1, false), continues }, settings)
    const used = learner.statesIntoLast()?.[0]?.values ?? []
    const expected = Array.from(carried, (value, i) => (Math.floor(i / hiddenUnits) === 5 ? 0 : value))
    expect(Array.from(used, (value) => value + 0)).toEqual(expected)
    expect(expected).not.toEqual([...carried])
  })

  it('counts every target to the last bit as without a mask where all of them are there', () => {
    const [run] = FREE ?? []
    if (!run) throw new Error('no run')
    const [masked, unmasked] = [open(run, eagerEngine), open(run, eagerEngine)]
    const settings = { ...LESSON_SETTINGS, learningRate }
    for (let update = 0; update < 5; update += 1) {
      const window = seriesWindow(update, false)
      const mask = new Uint8Array(window.targets.length).fill(1)
      expect(masked.update({ ...window, mask }, settings)).toEqual(unmasked.update(window, settings))
    }
    expect(masked.snapshot()).toEqual(unmasked.snapshot())
  })
})
