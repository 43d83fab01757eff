import { afterEach, describe, expect, it } from 'vitest'
import { windowAt } from '../../../../main/trainer/dataset/sine-to-cosine'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { tf } from '../../../../main/trainer/tensorflow'
import { freshSnapshot } from '../../../../main/trainer/training/fresh-snapshot'
import { createLearner } from '../../../../main/trainer/training/learner'
import { tensorCount } from '../../../helpers/tensor-count'

const SETTINGS = { learningRate: 0.02, carryState: true }
const WINDOW = windowAt(0, 4)

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

function open() {
  return createLearner(freshSnapshot(initialWeights({ hiddenUnits: 3, seed: 1 }), 3))
}

describe('the tensors of a learner', () => {
  afterEach(() => restore())

  it('are as many after 1,000 updates as after 10, and none when it is disposed', () => {
    const before = tensorCount()
    const learner = open()
    const train = (updates: number) => {
      for (let i = 0; i < updates; i += 1) learner.update(windowAt(learner.updatesDone(), 4), SETTINGS)
      return tensorCount()
    }
    const afterTen = train(10)
    expect(afterTen.tensors - before.tensors).toBe(4)
    expect(train(990)).toEqual(afterTen)
    expect(learner.updatesDone()).toBe(1_000)
    learner.dispose()
    expect(tensorCount()).toEqual(before)
  })

  it('are as many after an update that fails, wherever it fails, and so is everything else', () => {
    const learner = open()
    const twin = open()
    for (const each of [learner, twin]) each.update(WINDOW, SETTINGS)
    const calls = failNativeCall(0)
    twin.update(WINDOW, SETTINGS)
    const all = calls()
    restore()
    expect(all).toBeGreaterThan(60)
    const [snapshot, held] = [learner.snapshot(), tensorCount()]
    for (let failAt = 1; failAt <= all; failAt += 1) {
      failNativeCall(failAt)
      expect(() => learner.update(WINDOW, SETTINGS)).toThrow(`native call ${failAt} fails`)
      restore()
      expect(tensorCount()).toEqual(held)
    }
    expect(learner.snapshot()).toEqual(snapshot)
    learner.update(WINDOW, SETTINGS)
    expect(learner.snapshot()).toEqual(twin.snapshot())
    for (const each of [learner, twin]) each.dispose()
  })

  it('are as many after a window that does not fit', () => {
    const learner = open()
    const held = tensorCount()
    const uneven = { ...WINDOW, targets: WINDOW.targets.slice(1) }
    expect(() => learner.update(uneven, SETTINGS)).toThrow('should have 4 numbers, but one has 3')
    expect(tensorCount()).toEqual(held)
    learner.dispose()
  })
})
