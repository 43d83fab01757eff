import type { CellName } from '@contract/settings/run-config'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NetworkSpec } from '../../../../../main/trainer/network/shape/network-spec'
import { numbersOf, type Scalar, tf } from '../../../../../main/trainer/tensorflow'
import { scheduleOf, type UpdatePlan, update } from '../../../../../main/trainer/training/update/update'
import { greatestDifference } from '../../../../helpers/reference'
import { tensorCount } from '../../../../helpers/tensor-count'
import {
  finiteDifferences,
  type PlainStates,
  plainForward,
  plainZeros,
  type Sequence,
} from '../plain-network'
import { randomParameters, randomSequence, randomStates, rowsOf, stateTensors } from '../small-training'

const UNITS = 3
const CELLS: readonly CellName[] = ['rnn-tanh', 'rnn-relu', 'gru', 'lstm']
const RATE = 0.02

function spec(changes: Partial<NetworkSpec> = {}): NetworkSpec {
  return {
    cell: 'rnn-tanh',
    layers: 1,
    hiddenUnits: UNITS,
    family: 'pytorch',
    inputs: 1,
    outputs: 1,
    ...changes,
  }
}

/** Makes the first update of a network with these parameters by plain SGD, and reads everything back. */
function firstUpdate(
  network: NetworkSpec,
  parameters: Float32Array,
  sequences: readonly Sequence[],
  states: readonly PlainStates[],
  changes: Partial<UpdatePlan> & { clipNorm?: number } = {},
) {
  const { clipNorm = 0, ...plan } = changes
  return tf.tidy(() => {
    const before = {
      parameters: tf.tensor1d(parameters),
      slots: [tf.zerosLike(tf.tensor1d(parameters))],
      states: stateTensors(states),
    }
    const window = {
      inputs: rowsOf(sequences.map(({ inputs }) => inputs)),
      targets: rowsOf(sequences.map(({ targets }) => targets)),
    }
    const numbers = scheduleOf('sgd', 'pytorch', { learningRate: RATE, momentum: 0, clipNorm }, 1)
    const result = update(
      { network, optimizer: 'sgd', readout: 'batched', shown: 'before-update', masked: false, ...plan },
      before,
      window,
      tf.unstack(tf.tensor1d(numbers)) as Scalar[],
    )
    const predictions = [...numbersOf(result.predictions)]
    const one = (index: number) => predictions.filter((_, row) => row % sequences.length === index)
    return {
      loss: numbersOf(result.loss)[0] as number,
      gradientNorm: numbersOf(result.gradientNorm)[0] as number,
      predictions: sequences.map((_, index) => one(index)),
      parameters: numbersOf(result.state.parameters),
      states: result.state.states.map((layers) => layers.map((each) => [...numbersOf(each)])),
      // A buffer of zeros takes in the gradient as it is.
      gradient: numbersOf(result.state.slots[0] as never),
    }
  })
}

function plainLoss(
  network: NetworkSpec,
  packed: ArrayLike<number>,
  sequences: readonly Sequence[],
  states: readonly PlainStates[],
) {
  const losses = sequences.map((each, i) => plainForward(network, packed, each, states[i] ?? []).loss)
  return losses.reduce((sum, loss) => sum + loss) / losses.length
}

function normOf(numbers: ArrayLike<number>) {
  return Math.sqrt(Array.from(numbers, (x) => x * x).reduce((sum, square) => sum + square))
}

describe('one update', () => {
  const before = tensorCount()
  beforeAll(() => expect(before.tensors).toBe(0))
  afterAll(() => expect(tensorCount()).toEqual(before))

  describe.each(CELLS)('of %s', (cell) => {
    const network = spec({ cell })
    const parameters = randomParameters(1, network)
    const sequence = randomSequence(10, 4)
    const states = randomStates(20, network)

    it('tells predictions, loss and states from before the update', () => {
      const ours = firstUpdate(network, parameters, [sequence], [states])
      const plain = plainForward(network, parameters, sequence, states)
      expect(greatestDifference(ours.predictions[0] ?? [], plain.predictions)).toBeLessThan(1e-6)
      expect(Math.abs(ours.loss - plain.loss)).toBeLessThan(1e-6)
      expect(greatestDifference(ours.states.flat(2), plain.states.flat(2))).toBeLessThan(1e-6)
      const after = plainForward(network, ours.parameters, sequence, states)
      expect(greatestDifference(ours.states.flat(2), after.states.flat(2))).toBeGreaterThan(1e-5)
    })

    it.each([
      { layers: 1, timeSteps: 1, batch: 1, tolerance: 3e-6 },
      { layers: 1, timeSteps: 25, batch: 1, tolerance: 1e-5 },
      { layers: 1, timeSteps: 4, batch: 3, tolerance: 3e-6 },
      { layers: 2, timeSteps: 5, batch: 1, tolerance: 3e-6 },
      { layers: 4, timeSteps: 3, batch: 2, tolerance: 3e-6 },
    ])('has the gradient of finite differences: %o', ({ layers, timeSteps, batch, tolerance }) => {
      const deep = spec({ cell, layers })
      for (const seed of [100, 200]) {
        // Relu's states would grow without bounds from parameters as large as those of the others.
        const share = cell === 'rnn-relu' ? 0.5 : 1
        const numbers = randomParameters(seed, deep).map((value) => value * share)
        const sequences = Array.from({ length: batch }, (_, i) => randomSequence(seed + 7 * i + 1, timeSteps))
        const from = sequences.map((_, i) => randomStates(seed + 40 + i, deep))
        const ours = firstUpdate(deep, numbers, sequences, from)
        const expected = finiteDifferences(numbers, (packed) => plainLoss(deep, packed, sequences, from))
        const size = Math.max(1, ...expected.map(Math.abs))
        expect(greatestDifference(ours.gradient, expected) / size).toBeLessThan(tolerance)
        expect(Math.abs(ours.gradientNorm - normOf(expected)) / size).toBeLessThan(tolerance)
      }
    })

    it('cuts the gradient at the start of the window', () => {
      const earlier = randomSequence(30, 4)
      const zeros = plainZeros(network)
      const carried = plainForward(network, parameters, earlier, zeros).states
      const ours = firstUpdate(network, parameters, [sequence], [carried])
      const lossFrom = (packed: number[], from: PlainStates) =>
        plainForward(network, packed, sequence, from).loss
      const cut = finiteDifferences(parameters, (packed) => lossFrom(packed, carried))
      const throughBoth = finiteDifferences(parameters, (packed) =>
        lossFrom(packed, plainForward(network, packed, earlier, zeros).states),
      )
      expect(greatestDifference(ours.gradient, cut)).toBeLessThan(1e-5)
      // Without the cut it would be another gradient by far more than the tolerance.
      expect(greatestDifference(cut, throughBoth)).toBeGreaterThan(1e-3)
    })

    it('shows the predictions of the new parameters from the states that came in, when asked', () => {
      const ours = firstUpdate(network, parameters, [sequence], [states], { shown: 'after-update' })
      const plain = plainForward(network, ours.parameters, sequence, states)
      expect(greatestDifference(ours.predictions[0] ?? [], plain.predictions)).toBeLessThan(1e-6)
      // Everything else is as without.
      const { predictions, ...rest } = firstUpdate(network, parameters, [sequence], [states])
      expect(ours).toEqual({ ...rest, predictions: ours.predictions })
      expect(predictions).not.toEqual(ours.predictions)
    })
  })

  const network = spec()
  const parameters = randomParameters(1, network)
  const sequence = randomSequence(10, 4)
  const states = randomStates(20, network)

  it.each(CELLS)("has the gradient of one bias in TensorFlow's family: %s", (cell) => {
    const single = spec({ cell, family: 'tensorflow' })
    const numbers = randomParameters(5, single)
    const states = randomStates(20, single)
    const ours = firstUpdate(single, numbers, [sequence], [states])
    const expected = finiteDifferences(numbers, (packed) => plainLoss(single, packed, [sequence], [states]))
    expect(greatestDifference(ours.gradient, expected)).toBeLessThan(3e-6)
  })

  it('lets the states that come in decide the predictions', () => {
    const [one, other] = [states, plainZeros(network)].map(
      (from) => firstUpdate(network, parameters, [sequence], [from]).predictions[0],
    )
    expect(greatestDifference(one ?? [], other ?? [])).toBeGreaterThan(0.01)
  })

  it('clips a gradient that is longer than the norm, and tells how long it was', () => {
    const free = firstUpdate(network, parameters, [sequence], [states])
    const clipNorm = free.gradientNorm / 4
    const clipped = firstUpdate(network, parameters, [sequence], [states], { clipNorm })
    expect(clipped.gradientNorm).toBe(free.gradientNorm)
    expect(Math.abs(normOf(clipped.gradient) - clipNorm)).toBeLessThan(1e-6)
    const loose = firstUpdate(network, parameters, [sequence], [states], { clipNorm: free.gradientNorm * 2 })
    expect(loose).toEqual(free)
  })

  it('leaves its arguments alone and gives the same again', () => {
    const once = () => firstUpdate(network, parameters, [sequence], [states])
    expect(once()).toEqual(once())
    expect(parameters).toEqual(randomParameters(1, network))
  })
})
