import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Window } from '../../../../main/trainer/dataset/sine-to-cosine'
import { numbersOf, tf } from '../../../../main/trainer/tensorflow'
import { adamSchedule } from '../../../../main/trainer/training/adam'
import { update } from '../../../../main/trainer/training/update'
import { greatestDifference } from '../../../helpers/reference'
import { tensorCount } from '../../../helpers/tensor-count'
import { finiteDifferences, plainForward } from './plain-network'
import { PARAMETERS, randomNumbers, randomWindow, TIME_STEPS, UNITS } from './small-training'

const ZERO = Array.from({ length: UNITS }, () => 0)

/** Makes the first update of a network with these parameters, and reads everything back. */
function firstUpdate(parameters: Float32Array, window: Window, hidden: readonly number[]) {
  return tf.tidy(() => {
    const tensors = {
      inputs: tf.tensor3d(window.inputs, [1, window.inputs.length, 1]),
      targets: tf.tensor3d(window.targets, [1, window.targets.length, 1]),
    }
    const state = {
      parameters: tf.tensor1d(parameters),
      firstMoments: tf.zerosLike(tf.tensor1d(parameters)),
      secondMoments: tf.zerosLike(tf.tensor1d(parameters)),
      hidden: tf.tensor3d([...hidden], [1, 1, UNITS]),
    }
    const result = update(state, tensors, tf.tensor1d(adamSchedule(0.02, 1)))
    return {
      loss: numbersOf(result.loss)[0] as number,
      predictions: numbersOf(result.predictions),
      parameters: numbersOf(result.state.parameters),
      hidden: numbersOf(result.state.hidden),
      // With no moments before it, the first moment is a tenth of the gradient.
      gradient: numbersOf(result.state.firstMoments).map((moment) => moment * 10),
    }
  })
}

describe('one update', () => {
  const parameters = randomNumbers(1, PARAMETERS)
  const window = randomWindow(10)
  const hidden = [...randomNumbers(20, UNITS)]
  const before = tensorCount()
  beforeAll(() => expect(before.tensors).toBe(0))
  afterAll(() => expect(tensorCount()).toEqual(before))

  it('tells predictions, loss and hidden state from before the update', () => {
    const ours = firstUpdate(parameters, window, hidden)
    const plain = plainForward(parameters, window, hidden)
    expect(greatestDifference(ours.predictions, plain.predictions)).toBeLessThan(1e-6)
    expect(Math.abs(ours.loss - plain.loss)).toBeLessThan(1e-6)
    expect(greatestDifference(ours.hidden, plain.hidden)).toBeLessThan(1e-6)
    const after = plainForward(ours.parameters, window, hidden)
    expect(greatestDifference(ours.hidden, after.hidden)).toBeGreaterThan(1e-3)
  })

  it.each([1, 2, TIME_STEPS, 25])(
    'has the gradient of finite differences over %i time steps',
    (timeSteps) => {
      for (const seed of [100, 200, 300]) {
        const numbers = randomNumbers(seed, PARAMETERS)
        const series = randomWindow(seed + 1, timeSteps)
        const ours = firstUpdate(numbers, series, hidden)
        const expected = finiteDifferences(numbers, (packed) => plainForward(packed, series, hidden).loss)
        expect(Math.max(...expected.map(Math.abs))).toBeGreaterThan(0.1)
        expect(greatestDifference(ours.gradient, expected)).toBeLessThan(3e-6)
      }
    },
  )

  it('lets the state that comes in decide the predictions', () => {
    const [one, other] = [hidden, ZERO].map((state) => firstUpdate(parameters, window, state).predictions)
    expect(greatestDifference(one ?? [], other ?? [])).toBeGreaterThan(0.01)
  })

  it('cuts the gradient at the start of the window', () => {
    const earlier = randomWindow(30)
    const carried = plainForward(parameters, earlier, ZERO).hidden
    const ours = firstUpdate(parameters, window, carried)
    const cut = finiteDifferences(parameters, (packed) => plainForward(packed, window, carried).loss)
    const throughBoth = finiteDifferences(
      parameters,
      (packed) => plainForward(packed, window, plainForward(packed, earlier, ZERO).hidden).loss,
    )
    expect(greatestDifference(ours.gradient, cut)).toBeLessThan(3e-6)
    // Without the cut it would be another gradient by far more than the tolerance.
    expect(greatestDifference(cut, throughBoth)).toBeGreaterThan(0.01)
  })

  it('leaves its arguments alone and gives the same again', () => {
    expect(firstUpdate(parameters, window, hidden)).toEqual(firstUpdate(parameters, window, hidden))
    expect(parameters).toEqual(randomNumbers(1, PARAMETERS))
  })
})
