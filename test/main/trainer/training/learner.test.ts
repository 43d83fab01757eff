import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { windowAt } from '../../../../main/trainer/data/lesson/sine-to-cosine'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { describeNetwork } from '../../../../main/trainer/network/shape/describe-network'
import { packArrays } from '../../../../main/trainer/network/shape/packed-arrays'
import type { UpdateSettings } from '../../../../main/trainer/training/call'
import { createLearner, type Learner } from '../../../../main/trainer/training/learner'
import { freshSnapshot } from '../../../../main/trainer/training/snapshot/fresh-snapshot'
import type { Snapshot } from '../../../../main/trainer/training/snapshot/snapshot'
import { LESSON_SETTINGS, type MathSettings } from '../../../helpers/lesson-settings'
import { greatestDifference } from '../../../helpers/reference'
import { tensorCount } from '../../../helpers/tensor-count'
import { type PlainStates, plainForward, plainZeros } from './plain-network'

const UNITS = 8
const CONFIG: MathSettings = { ...LESSON_SETTINGS, hiddenUnits: UNITS }

function fresh(changes: Partial<MathSettings> = {}) {
  const config = { ...CONFIG, ...changes }
  return freshSnapshot(initialWeights(config), config)
}

function nextWindow(learner: Learner, config: MathSettings = CONFIG) {
  return windowAt({ position: learner.position(), update: learner.updatesDone(), settings: config })
}

/** Makes updates on the windows that are next, and tells what each one said. */
function train(learner: Learner, updates: number, config: MathSettings = CONFIG) {
  return Array.from({ length: updates }, () => {
    const result = learner.update(nextWindow(learner, config), config)
    if (result.kind !== 'updated') throw new Error(result.kind)
    return result
  })
}

function packed({ network, parameters }: Snapshot): Float32Array {
  return packArrays(parameters, describeNetwork(network).parameters)
}

/** The states of one sequence, from the lowest layer to the highest. */
function plainStates({ states }: Snapshot, sequence = 0): PlainStates {
  const [layers = 0, batch = 0, units = 0] = states[0]?.shape ?? []
  return Array.from({ length: layers }, (_, layer) =>
    states.map(({ values }) => {
      const start = (layer * batch + sequence) * units
      return [...values.subarray(start, start + units)]
    }),
  )
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

  it.each([
    {},
    { cell: 'gru', layers: 3, batch: 2, optimizer: 'sgd' },
    { cell: 'lstm', layers: 2, batch: 4, optimizer: 'rmsprop' },
    { family: 'tensorflow', optimizer: 'adam-tensorflow' },
  ] as const)('starts with the snapshot it was given: %o', (changes) => {
    const snapshot = fresh(changes)
    expect(open(snapshot).snapshot()).toEqual(snapshot)
    const { layers, batch } = { ...CONFIG, ...changes }
    expect(snapshot.states).toEqual(
      snapshot.states.map(() => ({
        shape: [layers, batch, UNITS],
        values: new Float32Array(layers * batch * UNITS),
      })),
    )
    for (const arrays of snapshot.slots.values())
      for (const { values } of arrays.values()) expect(values.every((value) => value === 0)).toBe(true)
  })

  it('gives the same losses to the last bit for the same seed, and others for another', () => {
    expect(train(open(), 20)).toEqual(train(open(), 20))
    expect(train(open(fresh({ seed: 2 })), 1)).not.toEqual(train(open(), 1))
  })

  it.each([
    {},
    { cell: 'gru', optimizer: 'sgd', momentum: 0.9, learningRate: 0.01, batch: 2 },
    { cell: 'lstm', layers: 2, optimizer: 'rmsprop', clipNorm: 0.1, learningRate: 0.001 },
    { span: 'random', shown: 'after-update' },
  ] as const)('goes on from a snapshot as if it had never stopped: %o', (changes) => {
    const config: MathSettings = { ...CONFIG, ...changes }
    const steady = open(fresh(config))
    train(steady, 7, config)
    const snapshot = steady.snapshot()
    const copy = structuredClone(snapshot)
    const expected = train(steady, 10, config)
    const resumed = open(snapshot)
    expect(resumed.updatesDone()).toBe(7)
    expect(train(resumed, 10, config)).toEqual(expected)
    expect(resumed.snapshot()).toEqual(steady.snapshot())
    expect(snapshot).toEqual(copy)
  })

  it.each([0, 3])(
    'goes back to its mark after %i updates, as if it had made none since, and shows it meanwhile',
    (first) => {
      const learner = open()
      train(learner, first)
      const told = () => [learner.snapshot(), learner.statesIntoLast()]
      const expected = told()
      const tensors = tensorCount()
      const { goBack } = learner.mark()
      train(learner, 2)
      expect([learner.updatesDone(), learner.marked.updatesDone()]).toEqual([first + 2, first])
      expect(learner.marked.snapshot()).toEqual(expected[0])
      const { snapshot, release } = learner.marked.hold()
      expect([...snapshot.parameters]).toEqual([...(expected[0] as Snapshot).parameters])
      release()
      goBack()
      expect(told()).toEqual(expected)
      expect(learner.marked.snapshot()).toEqual(expected[0])
      expect(tensorCount()).toEqual(tensors)
      const other = learner.mark()
      const [result] = train(learner, 1)
      other.release()
      expect(learner.marked.updatesDone()).toBe(first + 1)
      const straight = open()
      train(straight, first)
      expect(train(straight, 1)[0]).toEqual(result)
      expect(learner.snapshot()).toEqual(straight.snapshot())
    },
  )

  it('shows to be written down what a snapshot copies, to the last bit, and makes no array for each parameter', () => {
    const learner = open(fresh({ cell: 'lstm', layers: 2 }))
    train(learner, 2, { ...CONFIG, cell: 'lstm', layers: 2 })
    const [seen, copied] = [learner.view(), learner.snapshot()]
    expect(seen).toEqual(copied)
    const buffers = ({ parameters }: Snapshot) =>
      new Set([...parameters.values()].map(({ values }) => values.buffer)).size
    expect(buffers(seen)).toBe(1)
    expect(buffers(copied)).toBe(copied.parameters.size)
  })

  it.each([
    { optimizer: 'adam' },
    { cell: 'lstm', layers: 2, batch: 2, optimizer: 'sgd', momentum: 0.9, learningRate: 0.01 },
  ] as const)(
    'is held as it stands while it goes on, to the last bit, until it is released: %o',
    (changes) => {
      const config = { ...CONFIG, ...changes }
      const learner = open(fresh(config))
      train(learner, 3, config)
      const copied = learner.snapshot()
      const count = tensorCount()
      const { snapshot, release } = learner.hold()
      train(learner, 4, config)
      const read = structuredClone({ ...snapshot, parameters: [...snapshot.parameters] })
      expect(read).toEqual({ ...copied, parameters: [...copied.parameters] })
      for (const [name, slot] of copied.slots)
        for (const [parameter, { values }] of slot)
          expect(snapshot.slots.get(name)?.get(parameter)?.values).toEqual(values)
      expect(learner.snapshot().parameters).not.toEqual(copied.parameters)
      release()
      expect(tensorCount()).toEqual(count)
    },
  )

  it.each(['rnn-tanh', 'rnn-relu', 'gru', 'lstm'] as const)(
    'starts a window of %s from the states the last one ended with, each sequence from its own',
    (cell) => {
      const config: MathSettings = { ...CONFIG, cell, layers: 2, batch: 2 }
      const learner = open(fresh(config))
      const start = learner.snapshot()
      const { network } = start
      train(learner, 1, config)
      const window = windowAt({ position: 0, update: 0, settings: config })
      const after = learner.snapshot()
      for (const sequence of [0, 1]) {
        const one = (series: Float32Array) => series.slice(sequence * 10, sequence * 10 + 10)
        const seen = { inputs: one(window.inputs), targets: one(window.targets) }
        const { states } = plainForward(network, packed(start), seen, plainZeros(network))
        expect(greatestDifference(plainStates(after, sequence).flat(2), states.flat(2))).toBeLessThan(1e-6)
      }
      const { inputs, targets } = nextWindow(learner, config)
      const first = { inputs: inputs.slice(0, 10), targets: targets.slice(0, 10) }
      const expected = plainForward(network, packed(after), first, plainStates(after)).predictions
      const [second] = train(learner, 1, config)
      expect(greatestDifference(second?.predictions ?? [], expected)).toBeLessThan(2e-6)
    },
  )

  it('starts it from zero when the state is not carried, and carries again when it is', () => {
    const learner = open()
    train(learner, 3)
    const { network } = learner.snapshot()
    const fromZero = plainForward(
      network,
      packed(learner.snapshot()),
      nextWindow(learner),
      plainZeros(network),
    )
    const [third] = train(learner, 1, { ...CONFIG, carryState: false })
    expect(greatestDifference(third?.predictions ?? [], fromZero.predictions)).toBeLessThan(1e-6)
    const carried = plainForward(network, packed(learner.snapshot()), nextWindow(learner), fromZero.states)
    const [fourth] = train(learner, 1)
    expect(greatestDifference(fourth?.predictions ?? [], carried.predictions)).toBeLessThan(1e-5)
  })

  it('takes a new learning rate over at the very next update', () => {
    const [slow, fast] = [open(), open()]
    train(slow, 5)
    train(fast, 5)
    const start = packed(slow.snapshot())
    const [a] = train(slow, 1)
    const [b] = train(fast, 1, { ...CONFIG, learningRate: 0.2 })
    expect(b).toEqual(a)
    const moved = (learner: Learner) =>
      packed(learner.snapshot()).map((value, i) => value - (start[i] as number))
    const tenfold = moved(slow).map((change) => change * 10)
    expect(greatestDifference(moved(fast), tenfold)).toBeLessThan(2e-6)
    expect(Math.max(...tenfold)).toBeGreaterThan(0.05)
  })

  it('takes windows of other lengths at any time, and counts the half periods it has seen', () => {
    const learner = open()
    for (const points of [10, 2, 200, 1 + 10]) {
      const [result] = train(learner, 1, { ...CONFIG, points })
      expect(result?.predictions.length).toBe(points)
    }
    const config: MathSettings = { ...CONFIG, span: 'random' }
    const [lengths] = [train(learner, 5, config).map(({ predictions }) => predictions.length)]
    expect(learner.snapshot().position).toBe(4 + lengths.reduce((sum, length) => sum + length / 10, 0))
  })

  it('corrects by the updates that the slots have seen, not those that the weights have', () => {
    const [fromFile, new_] = [open({ ...fresh(), updatesDone: 500, position: 500 }), open()]
    const window = windowAt({ position: 500, update: 500, settings: CONFIG })
    const results = [fromFile, new_].map((learner) => learner.update(window, CONFIG))
    expect(results[0]).toEqual(results[1])
    expect(packed(fromFile.snapshot())).toEqual(packed(new_.snapshot()))
    expect(fromFile.snapshot()).toMatchObject({ updatesDone: 501, position: 501, slotUpdates: 1 })
  })

  describe('stays where it was', () => {
    const staysPut = (learner: Learner, settings: UpdateSettings = CONFIG) => {
      const [held, snapshot] = [tensorCount(), learner.snapshot()]
      for (let i = 0; i < 3; i += 1)
        expect(learner.update(nextWindow(learner), settings)).toMatchObject({ kind: 'diverged' })
      expect(learner.snapshot()).toEqual(snapshot)
      expect(tensorCount()).toEqual(held)
    }

    it.each([Number.NaN, 1e30])('when a weight of %d makes the loss infinite', (weight) => {
      const snapshot = fresh()
      snapshot.parameters.get('out.weight')?.values.fill(weight)
      staysPut(open(snapshot))
    })

    it('when the squares of the gradient are beyond float32 though the loss is not', () => {
      const snapshot = fresh()
      snapshot.parameters.get('out.weight')?.values.fill(1e15)
      staysPut(open(snapshot))
    })

    it('when a new parameter is beyond float32 though loss and gradient are not', () => {
      const snapshot = fresh({ optimizer: 'sgd' })
      staysPut(open(snapshot), { ...CONFIG, learningRate: 3e38 * 10 })
      const buffer = snapshot.slots.get('momentum')?.get('out.bias')
      buffer?.values.fill(3e38)
      staysPut(open(snapshot), { ...CONFIG, learningRate: 10, momentum: 0.9 })
    })
  })

  it('refuses a snapshot whose arrays are not those of its network and optimiser', () => {
    const snapshot = fresh()
    const network = { ...snapshot.network, hiddenUnits: 3 }
    expect(() => createLearner({ ...snapshot, network })).toThrow('expected an array rnn.weight_ih_l0')
    expect(() => createLearner({ ...snapshot, optimizer: 'sgd' })).toThrow(
      'expected the slot momentum of sgd',
    )
    const slots = new Map(snapshot.slots).set('second-moment', new Map())
    expect(() => createLearner({ ...snapshot, slots })).toThrow('but found 0')
    const states = [{ shape: [1, 1, UNITS], values: new Float32Array(3) }]
    expect(() => createLearner({ ...snapshot, states })).toThrow()
  })

  it('refuses a window that its sequences cannot share', () => {
    const learner = open(fresh({ batch: 3 }))
    expect(() => learner.update(nextWindow(learner), CONFIG)).toThrow(
      '10 inputs cannot be shared out to a batch of 3',
    )
  })
})
