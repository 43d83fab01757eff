import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { windowAt } from '../../../../main/trainer/dataset/sine-to-cosine'
import { describeNetwork } from '../../../../main/trainer/network/describe-network'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { packArrays } from '../../../../main/trainer/network/packed-arrays'
import { freshSnapshot } from '../../../../main/trainer/training/fresh-snapshot'
import { createLearner, type Learner } from '../../../../main/trainer/training/learner'
import { greatestDifference } from '../../../helpers/reference'
import { tensorCount } from '../../../helpers/tensor-count'
import { plainForward } from './plain-network'

const UNITS = 8
const SETTINGS = { learningRate: 0.02, carryState: true }

function fresh(seed = 1) {
  return freshSnapshot(initialWeights({ hiddenUnits: UNITS, seed }), UNITS)
}

/** Makes updates on the windows that are next, and tells each one's loss and predictions. */
function train(learner: Learner, updates: number, settings = SETTINGS) {
  return Array.from({ length: updates }, () => {
    const result = learner.update(windowAt(learner.updatesDone(), 10), settings)
    if (result.kind !== 'updated') throw new Error(result.kind)
    return result
  })
}

function packed(learner: Learner): Float32Array {
  return packArrays(learner.snapshot().parameters, describeNetwork(UNITS).parameters)
}

describe('a learner', () => {
  const learners: Learner[] = []
  const open = (snapshot = fresh()) => {
    const learner = createLearner(snapshot)
    learners.push(learner)
    return learner
  }
  let before = tensorCount()
  beforeEach(() => {
    before = tensorCount()
  })
  afterEach(() => {
    for (const learner of learners.splice(0)) learner.dispose()
    expect(tensorCount()).toEqual(before)
  })

  it('starts with the snapshot it was given', () => {
    const snapshot = fresh()
    expect(open(snapshot).snapshot()).toEqual(snapshot)
    expect(snapshot.hidden).toEqual({ shape: [1, 1, UNITS], values: new Float32Array(UNITS) })
    for (const { values } of snapshot.firstMoments.values()) expect(values.every((m) => m === 0)).toBe(true)
  })

  it('gives the same losses to the last bit for the same seed, and others for another', () => {
    expect(train(open(), 20)).toEqual(train(open(), 20))
    expect(train(open(fresh(2)), 1)).not.toEqual(train(open(), 1))
  })

  it('goes on from a snapshot as if it had never stopped', () => {
    const steady = open()
    train(steady, 7)
    const snapshot = steady.snapshot()
    const copy = structuredClone(snapshot)
    const expected = train(steady, 10)
    const resumed = open(snapshot)
    expect(resumed.updatesDone()).toBe(7)
    expect(train(resumed, 10)).toEqual(expected)
    expect(resumed.snapshot()).toEqual(steady.snapshot())
    expect(snapshot).toEqual(copy)
  })

  it('starts a window from the state the last one ended with', () => {
    const learner = open()
    const start = packed(learner)
    train(learner, 1)
    const after = plainForward(start, windowAt(0, 10), Array(UNITS).fill(0)).hidden
    const { hidden } = learner.snapshot()
    expect(greatestDifference(hidden.values, after)).toBeLessThan(1e-6)
    const expected = plainForward(packed(learner), windowAt(1, 10), [...hidden.values]).predictions
    const [second] = train(learner, 1)
    expect(greatestDifference(second?.predictions ?? [], expected)).toBeLessThan(1e-6)
  })

  it('starts it from zero when the state is not carried, and carries again when it is', () => {
    const learner = open()
    train(learner, 3)
    const zeros = Array(UNITS).fill(0)
    const fromZero = plainForward(packed(learner), windowAt(3, 10), zeros)
    const [third] = train(learner, 1, { ...SETTINGS, carryState: false })
    expect(greatestDifference(third?.predictions ?? [], fromZero.predictions)).toBeLessThan(1e-6)
    const carried = plainForward(packed(learner), windowAt(4, 10), fromZero.hidden)
    const [fourth] = train(learner, 1)
    expect(greatestDifference(fourth?.predictions ?? [], carried.predictions)).toBeLessThan(1e-5)
  })

  it('takes a new learning rate over at the very next update', () => {
    const [slow, fast] = [open(), open()]
    train(slow, 5)
    train(fast, 5)
    const start = packed(slow)
    const [a] = train(slow, 1)
    const [b] = train(fast, 1, { ...SETTINGS, learningRate: 0.2 })
    expect(b).toEqual(a)
    const moved = (learner: Learner) => packed(learner).map((value, i) => value - (start[i] as number))
    const tenfold = moved(slow).map((change) => change * 10)
    expect(greatestDifference(moved(fast), tenfold)).toBeLessThan(2e-6)
    expect(Math.max(...tenfold)).toBeGreaterThan(0.05)
  })

  it('takes windows of other lengths at any time', () => {
    const learner = open()
    for (const points of [10, 2, 200, 1 + 10]) {
      const result = learner.update(windowAt(learner.updatesDone(), points), SETTINGS)
      expect(result.kind === 'updated' && result.predictions.length).toBe(points)
    }
  })

  it('corrects by the updates that the moments have seen, not those that the weights have', () => {
    const [fromFile, new_] = [open({ ...fresh(), updatesDone: 500 }), open()]
    const results = [fromFile, new_].map((learner) => learner.update(windowAt(500, 10), SETTINGS))
    expect(results[0]).toEqual(results[1])
    expect(packed(fromFile)).toEqual(packed(new_))
    expect(fromFile.snapshot()).toMatchObject({ updatesDone: 501, momentUpdates: 1 })
  })

  it.each([Number.NaN, 1e30])('stays where it was when a weight of %d makes the loss infinite', (weight) => {
    const snapshot = fresh()
    snapshot.parameters.get('out.weight')?.values.fill(weight)
    const learner = open(snapshot)
    const held = tensorCount()
    for (let i = 0; i < 3; i += 1)
      expect(learner.update(windowAt(0, 10), SETTINGS)).toEqual({ kind: 'diverged' })
    expect(learner.snapshot()).toEqual(snapshot)
    expect(tensorCount()).toEqual(held)
  })

  it('refuses a snapshot whose arrays are not those of one network', () => {
    const snapshot = fresh()
    const hidden = { shape: [1, 1, 3], values: new Float32Array(3) }
    expect(() => createLearner({ ...snapshot, hidden })).toThrow('expected an array rnn.weight_ih_l0')
    expect(() => createLearner({ ...snapshot, secondMoments: new Map() })).toThrow('but found 0')
    const short = { shape: [1, 1, UNITS], values: new Float32Array(3) }
    expect(() => createLearner({ ...snapshot, hidden: short })).toThrow()
  })
})
