import type { CellName } from '@contract/settings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeNetwork } from '../../../../main/trainer/network/describe-network'
import { forwardInHalves, isInHalves } from '../../../../main/trainer/network/halves'
import { forward } from '../../../../main/trainer/network/network'
import type { NetworkSpec } from '../../../../main/trainer/network/network-spec'
import { numbersOf, type Tensor2D, tf } from '../../../../main/trainer/tensorflow'
import { greatestDifference } from '../../../helpers/reference'
import { tensorCount } from '../../../helpers/tensor-count'
import { plainForward } from '../training/plain-network'
import { randomNumbers, randomSequence, randomStates } from '../training/small-training'

const STEPS = 3
/** An odd number, so that the halves are not alike. */
const BATCH = 5

/** Sizes at which a batch of five is computed in halves. */
const LARGE: readonly NetworkSpec[] = (
  [
    ['rnn-tanh', 224],
    ['rnn-relu', 224],
    ['gru', 130],
    ['lstm', 112],
  ] as const
).map(([cell, hiddenUnits]) => ({ cell, hiddenUnits, layers: 2, family: 'pytorch' }))

describe('the batch in halves', () => {
  const before = tensorCount()
  beforeAll(() => tf.engine().startScope())
  afterAll(() => {
    tf.engine().endScope()
    expect(tensorCount()).toEqual(before)
  })

  it.each(LARGE)('is the same network, sequence by sequence: $cell', (network) => {
    const { packed, sequences, states, tensors } = example(network)
    const pass = forwardInHalves({ network, readout: 'per-time-step' }, ...tensors)
    const expected = sequences.map((sequence, i) =>
      plainForward(network, packed, sequence, states[i] as (typeof states)[number]),
    )
    const rows = Array.from({ length: STEPS }, (_, t) =>
      expected.map(({ predictions }) => predictions[t] ?? 0),
    )
    expect(greatestDifference(numbersOf(pass.predictions), rows.flat())).toBeLessThan(1e-5)
    for (const [kind, ofLayers] of pass.states.entries())
      for (const [layer, state] of ofLayers.entries()) {
        const wanted = expected.flatMap((each) => [...(each.states[layer]?.[kind] ?? [])])
        expect(greatestDifference(numbersOf(state), wanted)).toBeLessThan(1e-5)
      }
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
    ['lstm', 64, 16, true],
  ] satisfies [CellName, number, number, boolean][])(
    'is for large networks alone: %s of %d units, batch %d: %s',
    (cell, hiddenUnits, batch, expected) => {
      expect(isInHalves({ cell, hiddenUnits, layers: 1, family: 'pytorch' }, batch)).toBe(expected)
    },
  )
})

/** A network of noise with a batch of noise, as numbers and as tensors. */
function example(network: NetworkSpec) {
  expect(isInHalves(network, BATCH)).toBe(true)
  // Weights as small as those of a real network of the size, so that sums stay within the reach of float32.
  const scale = 1 / Math.sqrt(network.hiddenUnits)
  const packed = randomNumbers(3, describeNetwork(network).parameterCount).map((x) => x * scale)
  const sequences = Array.from({ length: BATCH }, (_, i) => randomSequence(20 + i, STEPS))
  const states = Array.from({ length: BATCH }, (_, i) => randomStates(40 + 7 * i, network))
  const inputs = Array.from({ length: STEPS }, (_, t) => sequences.map((each) => each.inputs[t] ?? 0)).flat()
  const kinds = states[0]?.[0]?.length ?? 0
  const stateTensors = Array.from({ length: kinds }, (_, kind) =>
    Array.from(
      { length: network.layers },
      (_, layer): Tensor2D =>
        tf.tensor2d(
          states.flatMap((each) => [...(each[layer]?.[kind] ?? [])]),
          [BATCH, network.hiddenUnits],
        ),
    ),
  )
  const tensors = [tf.tensor1d(packed), tf.tensor2d(inputs, [STEPS * BATCH, 1]), stateTensors] as const
  return { packed, sequences, states, tensors }
}
