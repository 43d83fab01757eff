import { afterEach, describe, expect, it } from 'vitest'
import { windowAt } from '../../../../main/trainer/dataset/sine-to-cosine'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { createCompiledEngine } from '../../../../main/trainer/training/engine'
import { freshSnapshot } from '../../../../main/trainer/training/fresh-snapshot'
import { createLearner, type Learner, type UpdateResult } from '../../../../main/trainer/training/learner'
import { greatestDifference, referenceRun } from '../../../helpers/reference'
import { tensorCount } from '../../../helpers/tensor-count'

const SETTINGS = { learningRate: 0.02, carryState: true }

function fresh(hiddenUnits = 32, seed = 1) {
  return freshSnapshot(initialWeights({ hiddenUnits, seed }), hiddenUnits)
}

/** The next `count` windows of a learner, in one call. */
function train(learner: Learner, count: number, settings = SETTINGS, points = 10) {
  const first = learner.updatesDone()
  return learner.updateAll(
    Array.from({ length: count }, (_, i) => windowAt(first + i, points)),
    settings,
  )
}

function lossesOf(results: readonly UpdateResult[]) {
  return results.map((result) => (result.kind === 'updated' ? result.loss : Number.NaN))
}

function predictionsOf(results: readonly UpdateResult[]) {
  return results.flatMap((result) => (result.kind === 'updated' ? [...result.predictions] : []))
}

/** All numbers of a snapshot, one after another. */
function numbersIn(learner: Learner) {
  const { parameters, firstMoments, secondMoments, hidden } = learner.snapshot()
  const all = [parameters, firstMoments, secondMoments].flatMap((arrays) => [...arrays.values()])
  return [...all, hidden].flatMap(({ values }) => [...values])
}

describe('the compiled engine', () => {
  const open: { dispose: () => void }[] = []
  const keep = <T extends { dispose: () => void }>(thing: T): T => {
    open.push(thing)
    return thing
  }
  const compiledLearner = (hiddenUnits = 32) => {
    const engine = keep(createCompiledEngine())
    return keep(createLearner(fresh(hiddenUnits), () => engine))
  }
  const before = tensorCount()
  afterEach(() => {
    for (const thing of open.splice(0)) thing.dispose()
    expect(tensorCount()).toEqual(before)
  })

  it.each([1, 4, 16])('follows PyTorch through the lesson with %d updates in a call', (perCall) => {
    const learner = compiledLearner()
    const { updates } = referenceRun('torch-rnn-seed1')
    const results: UpdateResult[] = []
    while (results.length < 60) results.push(...train(learner, Math.min(perCall, 60 - results.length)))
    const expected = updates.flatMap(({ prediction }) => prediction)
    expect(greatestDifference(predictionsOf(results), expected)).toBeLessThan(1e-4)
    const losses = updates.map(({ loss }) => loss)
    expect(greatestDifference(lossesOf(results), losses)).toBeLessThan(1e-4)
  })

  it.each([
    { hiddenUnits: 1, points: 2, perCall: 3, carryState: true },
    { hiddenUnits: 7, points: 5, perCall: 1, carryState: false },
    { hiddenUnits: 32, points: 10, perCall: 8, carryState: false },
    { hiddenUnits: 64, points: 50, perCall: 2, carryState: true },
  ])('gives what eager gives: $hiddenUnits units, $points points, $perCall a call', (form) => {
    const { hiddenUnits, points, perCall, carryState } = form
    const compiled = compiledLearner(hiddenUnits)
    const eager = keep(createLearner(fresh(hiddenUnits)))
    const settings = { learningRate: 0.01, carryState }
    for (let call = 0; call < 3; call += 1) {
      const [a, b] = [compiled, eager].map((learner) => train(learner, perCall, settings, points))
      expect(greatestDifference(lossesOf(a ?? []), lossesOf(b ?? []))).toBeLessThan(2e-6)
      expect(greatestDifference(predictionsOf(a ?? []), predictionsOf(b ?? []))).toBeLessThan(5e-6)
    }
    expect(greatestDifference(numbersIn(compiled), numbersIn(eager))).toBeLessThan(1e-5)
  })

  it('takes a new learning rate, window length or carried state over at the next update', () => {
    const compiled = compiledLearner()
    const eager = keep(createLearner(fresh()))
    const changes = [
      { settings: SETTINGS, points: 10 },
      { settings: { learningRate: 0.005, carryState: true }, points: 10 },
      { settings: { learningRate: 0.005, carryState: true }, points: 25 },
      { settings: { learningRate: 0.005, carryState: false }, points: 25 },
      { settings: SETTINGS, points: 10 },
    ]
    for (const { settings, points } of changes) {
      const [a, b] = [compiled, eager].map((learner) => train(learner, 2, settings, points))
      expect(greatestDifference(predictionsOf(a ?? []), predictionsOf(b ?? []))).toBeLessThan(1e-5)
    }
    expect(greatestDifference(numbersIn(compiled), numbersIn(eager))).toBeLessThan(1e-5)
  })

  it('serves one learner after another, of any size, and forgets the recordings it used least', () => {
    const engine = keep(createCompiledEngine())
    for (const hiddenUnits of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1]) {
      const learner = createLearner(fresh(hiddenUnits), () => engine)
      const reference = createLearner(fresh(hiddenUnits))
      expect(greatestDifference(lossesOf(train(learner, 1)), lossesOf(train(reference, 1)))).toBeLessThan(
        1e-6,
      )
      learner.dispose()
      reference.dispose()
    }
  })

  it('gives the same numbers to the last bit, twice', () => {
    const [one, two] = [1, 2].map(() => compiledLearner())
    if (!one || !two) throw new Error('two learners')
    for (let call = 0; call < 4; call += 1) expect(train(one, 5)).toEqual(train(two, 5))
    expect(one.snapshot()).toEqual(two.snapshot())
  })

  it('counts the updates before the one at which the loss diverges, and ends there', () => {
    const learners = [compiledLearner(4), keep(createLearner(fresh(4)))]
    // A first update that throws the weights far away: the second loss is beyond float32.
    const settings = { learningRate: 1e30, carryState: true }
    for (const learner of learners) {
      const results = train(learner, 6, settings)
      expect(results.map(({ kind }) => kind)).toEqual(['updated', 'diverged'])
      expect(learner.updatesDone()).toBe(1)
      expect(train(learner, 1, settings)).toEqual([{ kind: 'diverged' }])
    }
  })

  it('holds as many tensors after 1,000 updates as after 10', () => {
    const learner = compiledLearner()
    train(learner, 10)
    const held = tensorCount()
    for (let call = 0; call < 100; call += 1) train(learner, 10)
    expect(tensorCount()).toEqual(held)
  })
})
