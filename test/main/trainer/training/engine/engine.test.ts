import { afterEach, describe, expect, it, vi } from 'vitest'
import { windowAt } from '../../../../../main/trainer/data/lesson/sine-to-cosine'
import { compile } from '../../../../../main/trainer/graph/compile'
import { initialWeights } from '../../../../../main/trainer/network/initial-weights'
import { tf } from '../../../../../main/trainer/tensorflow'
import {
  createCompiledEngine,
  type Engine,
  eagerEngine,
  formOf,
  toCompile,
} from '../../../../../main/trainer/training/engine/engine'
import type { UpdateArguments } from '../../../../../main/trainer/training/engine/recordings'
import { createLearner, type Learner } from '../../../../../main/trainer/training/learner'
import { freshSnapshot } from '../../../../../main/trainer/training/snapshot/fresh-snapshot'
import type { ConsecutiveUpdates } from '../../../../../main/trainer/training/update/consecutive-updates'
import type { UpdateResult } from '../../../../../main/trainer/training/update-result'
import { LESSON_SETTINGS, type MathSettings } from '../../../../helpers/lesson-settings'
import { greatestDifference, referenceRun } from '../../../../helpers/reference'
import { tensorCount } from '../../../../helpers/tensor-count'
import { graphCount } from '../../graph/graph-count'

function fresh(changes: Partial<MathSettings> = {}) {
  const config = { ...LESSON_SETTINGS, ...changes }
  return freshSnapshot(initialWeights(config), config)
}

/** The next `count` windows of a learner, in one call. */
function train(learner: Learner, count: number, changes: Partial<MathSettings> = {}) {
  const settings = { ...LESSON_SETTINGS, ...changes }
  const [position, first] = [learner.position(), learner.updatesDone()]
  const windows = Array.from({ length: count }, (_, i) =>
    windowAt({ position: position + i, update: first + i, settings }),
  )
  return learner.updateAll(windows, settings)
}

function normsOf(results: readonly UpdateResult[]) {
  return results.map((result) => (result.kind === 'updated' ? result.gradientNorm : Number.NaN))
}

function lossesOf(results: readonly UpdateResult[]) {
  return results.map((result) => (result.kind === 'updated' ? result.loss : Number.NaN))
}

function predictionsOf(results: readonly UpdateResult[]) {
  return results.flatMap((result) => (result.kind === 'updated' ? [...result.predictions] : []))
}

/** All numbers of a snapshot, one after another. */
function numbersIn(learner: Learner) {
  const { parameters, slots, states } = learner.snapshot()
  const all = [parameters, ...slots.values()].flatMap((arrays) => [...arrays.values()])
  return [...all, ...states].flatMap(({ values }) => [...values])
}

describe('the compiled engine', () => {
  const open: { dispose: () => void }[] = []
  const keep = <T extends { dispose: () => void }>(thing: T): T => {
    open.push(thing)
    return thing
  }
  const compiledLearner = (changes: Partial<MathSettings> = {}) => {
    const engine = keep(createCompiledEngine())
    return keep(createLearner(fresh(changes), () => engine))
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
    { cell: 'rnn-relu', hiddenUnits: 5, perCall: 3, optimizer: 'rmsprop', learningRate: 0.001 },
    { cell: 'rnn-tanh', layers: 4, hiddenUnits: 4, perCall: 2, optimizer: 'sgd', momentum: 0.9 },
    { cell: 'gru', hiddenUnits: 8, perCall: 3, batch: 3, clipNorm: 0.1 },
    { cell: 'gru', layers: 2, hiddenUnits: 4, perCall: 1, shown: 'after-update', readout: 'batched' },
    { cell: 'lstm', hiddenUnits: 8, perCall: 3, optimizer: 'sgd', momentum: 0.5, carryState: false },
    { cell: 'lstm', layers: 3, hiddenUnits: 4, perCall: 2, batch: 2, shown: 'after-update' },
    { family: 'tensorflow', optimizer: 'adam-tensorflow', hiddenUnits: 8, perCall: 4, clipNorm: 1 },
  ] as const)('gives what eager gives: %o', (form) => {
    const { perCall, ...changes } = form
    const settings = { learningRate: 0.01, ...changes }
    const compiled = compiledLearner(settings)
    const eager = keep(createLearner(fresh(settings)))
    for (let call = 0; call < 3; call += 1) {
      const [a, b] = [compiled, eager].map((learner) => train(learner, perCall, settings))
      expect(greatestDifference(lossesOf(a ?? []), lossesOf(b ?? []))).toBeLessThan(2e-6)
      expect(greatestDifference(normsOf(a ?? []), normsOf(b ?? []))).toBeLessThan(1e-5)
      expect(greatestDifference(predictionsOf(a ?? []), predictionsOf(b ?? []))).toBeLessThan(5e-6)
    }
    expect(greatestDifference(numbersIn(compiled), numbersIn(eager))).toBeLessThan(1e-5)
  })

  it('takes every live setting over at the next update', () => {
    const compiled = compiledLearner()
    const eager = keep(createLearner(fresh()))
    const changes = [
      {},
      { learningRate: 0.005 },
      { learningRate: 0.005, clipNorm: 0.1 },
      { learningRate: 0.005, points: 25 },
      { learningRate: 0.005, points: 25, carryState: false },
      { endpoint: false, readout: 'batched' },
      { shown: 'after-update' },
      {},
    ] as const
    for (const settings of changes) {
      const [a, b] = [compiled, eager].map((learner) => train(learner, 2, settings))
      expect(greatestDifference(predictionsOf(a ?? []), predictionsOf(b ?? []))).toBeLessThan(1e-5)
    }
    expect(greatestDifference(numbersIn(compiled), numbersIn(eager))).toBeLessThan(1e-5)
  })

  it('needs no new recording for settings that are numbers', () => {
    const learner = compiledLearner({ optimizer: 'sgd' })
    train(learner, 2)
    // A recording makes every call of the update; a replay makes none.
    const backend = tf.backend() as unknown as { binding: { executeOp: () => never } }
    const { binding } = backend
    const executeOp = () => {
      throw new Error('a native call')
    }
    backend.binding = Object.create(binding, { executeOp: { value: executeOp } })
    for (const change of [{ learningRate: 0.001 }, { momentum: 0.9 }, { clipNorm: 0.01 }, { clipNorm: 0 }])
      expect(train(learner, 2, change).at(-1)?.kind).toBe('updated')
    expect(() => train(learner, 3)).toThrow('a native call')
    backend.binding = binding
  })

  it('goes on eagerly where no graph can be written, if somebody is told', () => {
    vi.stubEnv('TMPDIR', '/nowhere')
    vi.spyOn(process, 'platform', 'get').mockReturnValue('darwin')
    const codes: string[] = []
    const engines = [createCompiledEngine((code) => codes.push(code)), createCompiledEngine()].map(keep)
    const [told, untold] = engines.map((engine) => keep(createLearner(fresh(), () => engine)))
    const eager = keep(createLearner(fresh()))
    for (let i = 0; i < 2; i += 1) expect(told && train(told, 3)).toEqual(train(eager, 3))
    expect(codes).toEqual(['ENOENT'])
    expect(() => untold && train(untold, 3)).toThrow('ENOENT')
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
  })

  it('serves one learner after another, of any size, and forgets the recordings it used least', () => {
    const engine = keep(createCompiledEngine())
    const { sessions } = graphCount()
    const kept: number[] = []
    for (const hiddenUnits of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1]) {
      const learner = createLearner(fresh({ hiddenUnits }), () => engine)
      const reference = createLearner(fresh({ hiddenUnits }))
      expect(greatestDifference(lossesOf(train(learner, 1)), lossesOf(train(reference, 1)))).toBeLessThan(
        1e-6,
      )
      learner.dispose()
      reference.dispose()
      kept.push(graphCount().sessions - sessions)
    }
    expect(kept).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8])
  })

  it('gives the same numbers to the last bit, twice', () => {
    const [one, two] = [1, 2].map(() => compiledLearner())
    if (!one || !two) throw new Error('two learners')
    for (let call = 0; call < 4; call += 1) expect(train(one, 5)).toEqual(train(two, 5))
    expect(one.snapshot()).toEqual(two.snapshot())
  })

  // Some products of each are oneDNN's; all from the sixth on have their batch in halves.
  it.each([
    { cell: 'rnn-tanh', hiddenUnits: 64, batch: 16 },
    { cell: 'rnn-relu', hiddenUnits: 64, batch: 16 },
    { cell: 'gru', hiddenUnits: 64, batch: 16 },
    { cell: 'lstm', hiddenUnits: 64, batch: 16 },
    { cell: 'rnn-tanh', hiddenUnits: 64, batch: 28 },
    { cell: 'rnn-tanh', hiddenUnits: 160, batch: 13 },
    { cell: 'rnn-relu', hiddenUnits: 128, batch: 16, shown: 'after-update' },
    { cell: 'gru', hiddenUnits: 80, batch: 16, layers: 2 },
    { cell: 'lstm', hiddenUnits: 96, batch: 17, carryState: false },
  ] as const)('gives eager to the last bit, however updates are shared out to calls, at %o', (form) => {
    const settings = { ...form, points: 10, learningRate: 0.001 }
    const numbersAfter = (learner: Learner, perCall: number) => {
      const results = Array.from({ length: 6 / perCall }, () => train(learner, perCall, settings)).flat()
      return [lossesOf(results), normsOf(results), predictionsOf(results), numbersIn(learner)]
    }
    const eager = numbersAfter(keep(createLearner(fresh(settings))), 1)
    for (const perCall of [1, 2, 6]) expect(numbersAfter(compiledLearner(settings), perCall)).toEqual(eager)
  })

  it.each<Partial<MathSettings>>([
    { cell: 'rnn-tanh', shown: 'after-update' },
    { cell: 'rnn-relu', optimizer: 'sgd', carryState: false },
    { cell: 'gru', layers: 2, batch: 3, optimizer: 'rmsprop', readout: 'batched' },
    { cell: 'lstm', freezeState: true, optimizer: 'adam-tensorflow' },
    { cell: 'lstm', hiddenUnits: 64, batch: 17 },
  ])('records a pure function of its tensors, as it takes for granted: %o', (changes) => {
    const settings = { ...LESSON_SETTINGS, ...changes }
    const once: Engine = {
      ...eagerEngine,
      update: (plan, ...args) => {
        const [updates, threads] = toCompile(formOf(plan, args[0], args[1]))
        const { run } = keep(compile<UpdateArguments, ConsecutiveUpdates>(updates, args, threads, 'tried'))
        return run(...args)
      },
    }
    expect(lossesOf(train(keep(createLearner(fresh(settings), () => once)), 2, settings))).toHaveLength(2)
  })

  it('counts the updates before the one at which the loss diverges, and ends there', () => {
    const learners = [compiledLearner({ hiddenUnits: 4 }), keep(createLearner(fresh({ hiddenUnits: 4 })))]
    // A first update that throws the weights far away: the second loss is beyond float32.
    const settings = { learningRate: 1e30 }
    for (const learner of learners) {
      const results = train(learner, 6, settings)
      expect(results.map(({ kind }) => kind)).toEqual(['updated', 'diverged'])
      expect(learner.updatesDone()).toBe(1)
      expect(train(learner, 1, settings)).toMatchObject([{ kind: 'diverged' }])
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
