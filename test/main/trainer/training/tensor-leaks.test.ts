import { afterEach, describe, expect, it } from 'vitest'
import { windowAt } from '../../../../main/trainer/data/lesson/sine-to-cosine'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { tf } from '../../../../main/trainer/tensorflow'
import { createLearner, type Learner } from '../../../../main/trainer/training/learner'
import { freshSnapshot } from '../../../../main/trainer/training/snapshot/fresh-snapshot'
import { LESSON_SETTINGS, type MathSettings } from '../../../helpers/lesson-settings'
import { tensorCount } from '../../../helpers/tensor-count'

const SMALL: MathSettings = { ...LESSON_SETTINGS, hiddenUnits: 3, points: 4 }
const WINDOW = windowAt({ position: 0, update: 0, settings: SMALL })

/** Everything that makes other tensors than the lesson does. */
const VARIANTS: readonly Partial<MathSettings>[] = [
  { readout: 'batched' },
  { cell: 'rnn-relu', layers: 2, optimizer: 'sgd', momentum: 0.9 },
  { cell: 'gru', layers: 3, batch: 2, clipNorm: 0.1 },
  { cell: 'lstm', layers: 2, optimizer: 'rmsprop', shown: 'after-update' },
  { cell: 'lstm', carryState: false, batch: 3 },
  { family: 'tensorflow', optimizer: 'adam-tensorflow', readout: 'batched', shown: 'after-update' },
]

type Call = (...args: unknown[]) => unknown
type Backend = { binding: { executeOp: Call } }

/** Makes the native calls from number `failAt` on fail, counted from 1; returns how many were made so far. */
function failNativeCall(failAt: number): () => number {
  const backend = tf.backend() as unknown as Backend
  const { binding } = backend
  let calls = 0
  backend.binding = Object.create(binding, {
    executeOp: {
      value: (...args: unknown[]) => {
        calls += 1
        if (calls === failAt) throw new Error(`native call ${failAt} fails`)
        return Reflect.apply(binding.executeOp, binding, args)
      },
    },
  })
  restore = () => {
    backend.binding = binding
  }
  return () => calls
}

let restore = () => {}

function open(config: MathSettings = SMALL) {
  return createLearner(freshSnapshot(initialWeights(config), config))
}

function updateNext(learner: Learner, config: MathSettings = SMALL) {
  const place = { position: learner.position(), update: learner.updatesDone(), settings: config }
  learner.update(windowAt(place), config)
}

describe('the tensors of a learner', () => {
  afterEach(() => restore())

  it('are as many after 1,000 updates as after 10, and none when it is disposed', () => {
    const before = tensorCount()
    const learner = open()
    const train = (updates: number) => {
      for (let i = 0; i < updates; i += 1) updateNext(learner)
      return tensorCount()
    }
    const afterTen = train(10)
    // Parameters, two moments and the state, now and from before the last update.
    expect(afterTen.tensors - before.tensors).toBe(8)
    expect(train(990)).toEqual(afterTen)
    expect(learner.updatesDone()).toBe(1_000)
    learner.dispose()
    expect(tensorCount()).toEqual(before)
  })

  it.each(VARIANTS)('are as many after 20 updates as after one: %o', (changes) => {
    const config = { ...SMALL, ...changes }
    const before = tensorCount()
    const learner = open(config)
    updateNext(learner, config)
    const held = tensorCount()
    for (let i = 1; i < 20; i += 1) updateNext(learner, config)
    expect(tensorCount()).toEqual(held)
    learner.dispose()
    expect(tensorCount()).toEqual(before)
  })

  it.each([{}, ...VARIANTS])(
    'are as many after an update that fails, and so is everything else: %o',
    (changes) => {
      const config = { ...SMALL, ...changes }
      const window = windowAt({ position: 1, update: 1, settings: config })
      const learner = open(config)
      updateNext(learner, config)
      const calls = failNativeCall(0)
      learner.update(window, config)
      const all = calls()
      restore()
      const [snapshot, held] = [learner.snapshot(), tensorCount()]
      // Every call of a long update would take long; the last ones are always among them.
      const every = Math.ceil(all / 40)
      for (let failAt = all; failAt > 0; failAt -= every) {
        failNativeCall(failAt)
        expect(() => learner.update(window, config)).toThrow(`native call ${failAt} fails`)
        restore()
        expect(tensorCount()).toEqual(held)
      }
      expect(learner.snapshot()).toEqual(snapshot)
      learner.dispose()
    },
  )

  it('are as many after an update that fails, wherever it fails, and so is everything else', () => {
    const learner = open()
    const twin = open()
    for (const each of [learner, twin]) each.update(WINDOW, SMALL)
    const calls = failNativeCall(0)
    twin.update(WINDOW, SMALL)
    const all = calls()
    restore()
    expect(all).toBeGreaterThan(60)
    const [snapshot, held] = [learner.snapshot(), tensorCount()]
    for (let failAt = 1; failAt <= all; failAt += 1) {
      failNativeCall(failAt)
      expect(() => learner.update(WINDOW, SMALL)).toThrow(`native call ${failAt} fails`)
      restore()
      expect(tensorCount()).toEqual(held)
    }
    expect(learner.snapshot()).toEqual(snapshot)
    learner.update(WINDOW, SMALL)
    expect(learner.snapshot()).toEqual(twin.snapshot())
    for (const each of [learner, twin]) each.dispose()
  })

  it('are as many after a window that does not fit', () => {
    const learner = open()
    const held = tensorCount()
    const uneven = { ...WINDOW, targets: WINDOW.targets.slice(1) }
    expect(() => learner.update(uneven, SMALL)).toThrow('should have 4 numbers, but one has 3')
    expect(tensorCount()).toEqual(held)
    learner.dispose()
  })
})
