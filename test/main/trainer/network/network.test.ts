import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forward, unpackParameters } from '../../../../main/trainer/network/network'
import { numbersOf, type Tensor1D, type Tensor3D, tf } from '../../../../main/trainer/tensorflow'
import { greatestDifference } from '../../../helpers/reference'
import { tensorCount } from '../../../helpers/tensor-count'

/** Runs a network with these packed parameters, and reads everything back. */
function run(packed: readonly number[], inputs: Tensor3D, hidden: Tensor3D) {
  return tf.tidy(() => {
    const parameters = unpackParameters(tf.tensor1d([...packed]), hidden.shape[2])
    const output = forward(parameters, inputs, hidden)
    return {
      predictions: { shape: output.predictions.shape, values: numbersOf(output.predictions) },
      hidden: { shape: output.hidden.shape, values: numbersOf(output.hidden) },
    }
  })
}

describe('the network', () => {
  const before = tensorCount()
  beforeAll(() => tf.engine().startScope())
  afterAll(() => {
    tf.engine().endScope()
    expect(tensorCount()).toEqual(before)
  })

  it('computes what is worked out by hand for two units and two time steps', () => {
    // W_ih = (1, 2), W_hh = (0 1; -1 0), b_ih = (0.1, 0.2), b_hh = (0.3, -0.4), read-out 2 h1 - h2 + 0.5
    const packed = [1, 2, 0, 1, -1, 0, 0.1, 0.2, 0.3, -0.4, 2, -1, 0.5]
    const first = [Math.tanh(0.5 + 0.4 + 0.8), Math.tanh(1 - 0.2 - 0.6)] as const
    const second = [Math.tanh(-1 + 0.4 + first[1]), Math.tanh(-2 - 0.2 - first[0])] as const
    const output = run(packed, tf.tensor3d([0.5, -1], [1, 2, 1]), tf.tensor3d([0.6, 0.8], [1, 1, 2]))
    const predictions = [first, second].map(([h1, h2]) => 2 * h1 - h2 + 0.5)
    expect(output.predictions.shape).toEqual([1, 2, 1])
    expect(output.hidden.shape).toEqual([1, 1, 2])
    expect(greatestDifference(output.predictions.values, predictions)).toBeLessThan(1e-6)
    expect(greatestDifference(output.hidden.values, second)).toBeLessThan(1e-6)
  })

  it('treats the sequences of a batch as if each were alone', () => {
    const packed = Array.from({ length: 3 + 9 + 3 + 3 + 3 + 1 }, (_, i) => Math.sin(i + 1))
    const inputs = [
      [0.1, -0.7, 0.4, 0.9],
      [-0.3, 0.2, 0.8, -0.6],
    ]
    const hidden = [
      [0.5, -0.5, 0.1],
      [-0.9, 0.3, 0.7],
    ]
    const together = run(packed, tf.tensor3d(inputs.flat(), [2, 4, 1]), tf.tensor3d(hidden.flat(), [1, 2, 3]))
    const alone = inputs.map((series, i) =>
      run(packed, tf.tensor3d(series, [1, 4, 1]), tf.tensor3d(hidden[i] ?? [], [1, 1, 3])),
    )
    expect(together.predictions.shape).toEqual([2, 4, 1])
    const joined = (what: 'predictions' | 'hidden') => alone.flatMap((output) => [...output[what].values])
    expect(greatestDifference(together.predictions.values, joined('predictions'))).toBeLessThan(1e-6)
    expect(greatestDifference(together.hidden.values, joined('hidden'))).toBeLessThan(1e-6)
  })

  it('goes on from a hidden state as if the window had never been cut', () => {
    const packed = Array.from({ length: 3 + 9 + 3 + 3 + 3 + 1 }, (_, i) => Math.cos(i))
    const start = tf.zeros<Tensor3D['rankType']>([1, 1, 3])
    const whole = run(packed, tf.tensor3d([0.3, 0.6, -0.2], [1, 3, 1]), start)
    const one = run(packed, tf.tensor3d([0.3], [1, 1, 1]), start)
    const rest = run(packed, tf.tensor3d([0.6, -0.2], [1, 2, 1]), tf.tensor3d(one.hidden.values, [1, 1, 3]))
    expect([...one.predictions.values, ...rest.predictions.values]).toEqual([...whole.predictions.values])
    expect(rest.hidden).toEqual(whole.hidden)
  })

  it('takes packed parameters apart in order', () => {
    const packed: Tensor1D = tf.range(0, 13)
    const parameters = unpackParameters(packed, 2)
    expect(Object.entries(parameters).map(([name, t]) => [name, t.arraySync()])).toEqual([
      ['kernel', [[0], [1]]],
      [
        'recurrentKernel',
        [
          [2, 3],
          [4, 5],
        ],
      ],
      ['bias', [6, 7]],
      ['recurrentBias', [8, 9]],
      ['readoutKernel', [[10, 11]]],
      ['readoutBias', [12]],
    ])
  })
})
