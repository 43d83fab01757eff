import type { CellName } from '@contract/settings/run-config'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forwardInHalves, isInHalves } from '../../../../main/trainer/network/halves'
import { forward } from '../../../../main/trainer/network/network'
import type { NetworkSpec } from '../../../../main/trainer/network/shape/network-spec'
import { numbersOf, type Tensor2D, tf } from '../../../../main/trainer/tensorflow'
import { greatestDifference } from '../../../helpers/reference'
import { tensorCount } from '../../../helpers/tensor-count'
import { plainForward } from '../training/plain-network'
import {
  randomNumbers,
  randomParameters,
  randomSequence,
  randomStates,
  rowsOf,
  stateTensors,
} from '../training/small-training'

const STEPS = 3
/** An odd number, so that the halves are not alike. */
const BATCH = 5

/** Sizes at which a batch of five is computed in halves. */
const LARGE: readonly NetworkSpec[] = (
  [
    ['rnn-tanh', 224],
    ['rnn-relu', 224],
    ['gru', 130],
    ['lstm', 160],
  ] as const
).map(([cell, hiddenUnits]) => ({ cell, hiddenUnits, layers: 2, family: 'pytorch', inputs: 1, outputs: 1 }))

describe('the batch in halves', () => {
  const before = tensorCount()
  beforeAll(() => tf.engine().startScope())
  afterAll(() => {
    tf.engine().endScope()
    expect(tensorCount()).toEqual(before)
  })

  it.each(LARGE)('is the same network, sequence by sequence: $cell', (network) => {
    const { packed, sequences, before, tensors } = example(network)
    const pass = forwardInHalves({ network, readout: 'per-time-step' }, ...tensors)
    const expected = sequences.map((sequence, i) =>
      plainForward(network, packed, sequence, before[i] as (typeof before)[number]),
    )
    const rows = rowsOf(expected.map(({ predictions }) => predictions))
    expect(greatestDifference(numbersOf(pass.predictions), numbersOf(rows))).toBeLessThan(1e-5)
    const after = stateTensors(expected.map((each) => each.states)).flat()
    const states = pass.states.flat()
    expect(states).toHaveLength(after.length)
    for (const [i, state] of states.entries())
      expect(greatestDifference(numbersOf(state), numbersOf(after[i] as Tensor2D))).toBeLessThan(1e-5)
  })

  it.each(LARGE)('has the gradient of the whole: $cell', (network) => {
    const { tensors } = example(network)
    const gradient = tf.tensor2d(randomNumbers(5, STEPS * BATCH), [STEPS * BATCH, 1])
    const plan = { network, readout: 'batched' } as const
    const whole = forward(plan, ...tensors).backward(gradient)
    const halves = forwardInHalves(plan, ...tensors).backward(gradient)
    const [scale = 0] = numbersOf(tf.max(tf.abs(whole)))
    expect(greatestDifference(numbersOf(halves), numbersOf(whole)) / scale).toBeLessThan(2e-6)
  })

  it.each([
    // The lesson, and what a second thread would not make faster.
    ['rnn-tanh', 32, 1, false],
    ['rnn-tanh', 64, 16, false],
    ['rnn-tanh', 512, 1, false],
    ['gru', 64, 16, false],
    ['rnn-tanh', 128, 16, true],
    ['rnn-tanh', 256, 32, true],
    ['lstm', 32, 32, false],
    ['lstm', 64, 16, true],
  ] satisfies [CellName, number, number, boolean][])(
    'is for large networks alone: %s of %d units, batch %d: %s',
    (cell, hiddenUnits, batch, expected) => {
      expect(
        isInHalves({ cell, hiddenUnits, layers: 1, family: 'pytorch', inputs: 1, outputs: 1 }, batch),
      ).toBe(expected)
    },
  )
})

/** A network of noise with a batch of noise, as numbers and as tensors. */
function example(network: NetworkSpec) {
  expect(isInHalves(network, BATCH)).toBe(true)
  // Weights as small as those of a real network of the size, so that sums stay within the reach of float32.
  const scale = 1 / Math.sqrt(network.hiddenUnits)
  const packed = randomParameters(3, network).map((x) => x * scale)
  const sequences = Array.from({ length: BATCH }, (_, i) => randomSequence(20 + i, STEPS))
  const before = Array.from({ length: BATCH }, (_, i) => randomStates(40 + 7 * i, network))
  const inputs = rowsOf(sequences.map((each) => each.inputs))
  const tensors = [tf.tensor1d(packed), inputs, stateTensors(before)] as const
  return { packed, sequences, before, tensors }
}
