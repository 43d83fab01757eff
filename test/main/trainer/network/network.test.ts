import type { CellName, ReadoutName } from '@contract/settings/run-config'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forward } from '../../../../main/trainer/network/network'
import { unpackParameters } from '../../../../main/trainer/network/packed-tensors'
import { describeNetwork } from '../../../../main/trainer/network/shape/describe-network'
import type { NetworkSpec } from '../../../../main/trainer/network/shape/network-spec'
import { numbersOf, type Tensor1D, tf } from '../../../../main/trainer/tensorflow'
import { LESSON_SETTINGS } from '../../../helpers/lesson-settings'
import { greatestDifference } from '../../../helpers/reference'
import { tensorCount } from '../../../helpers/tensor-count'
import { randomNumbers } from '../training/small-training'

const CELLS: readonly CellName[] = ['rnn-tanh', 'rnn-relu', 'gru', 'lstm']

function spec(changes: Partial<NetworkSpec> = {}): NetworkSpec {
  return { cell: 'rnn-tanh', layers: 1, hiddenUnits: 3, family: 'pytorch', inputs: 1, outputs: 1, ...changes }
}

/** Runs a network over rows [time step · batch, 1] and reads everything back; states by kind and layer. */
function run(
  network: NetworkSpec,
  packed: ArrayLike<number>,
  rows: readonly number[],
  states: readonly (readonly number[])[][],
  readout: ReadoutName = 'batched',
) {
  return tf.tidy(() => {
    const before = states.map((layers) =>
      layers.map((values) =>
        tf.tensor2d([...values], [values.length / network.hiddenUnits, network.hiddenUnits]),
      ),
    )
    const inputs = tf.tensor2d([...rows], [rows.length, 1])
    const pass = forward({ network, readout }, tf.tensor1d(Array.from(packed)), inputs, before)
    return {
      predictions: [...numbersOf(pass.predictions)],
      states: pass.states.map((layers) => layers.map((each) => [...numbersOf(each)])),
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
    const output = run(spec({ hiddenUnits: 2 }), packed, [0.5, -1], [[[0.6, 0.8]]])
    const predictions = [first, second].map(([h1, h2]) => 2 * h1 - h2 + 0.5)
    expect(greatestDifference(output.predictions, predictions)).toBeLessThan(1e-6)
    expect(greatestDifference(output.states.flat(2), second)).toBeLessThan(1e-6)
  })

  it('takes packed parameters apart in order', () => {
    const packed: Tensor1D = tf.range(0, 13)
    const { layers, readout } = unpackParameters(packed, spec({ hiddenUnits: 2 }))
    expect(layers.map((layer) => Object.values(layer).map((tensor) => tensor?.arraySync()))).toEqual([
      [
        [[0], [1]],
        [
          [2, 3],
          [4, 5],
        ],
        [6, 7],
        [8, 9],
      ],
    ])
    expect([readout.kernel.arraySync(), readout.bias.arraySync()]).toEqual([[[10, 11]], [12]])
  })

  describe.each(CELLS)('of %s', (cell) => {
    const network = spec({ cell, layers: 2 })
    const packed = randomNumbers(3, describeNetwork(network).parameterCount)
    const kinds = cell === 'lstm' ? 2 : 1
    const someStates = (seed: number) =>
      Array.from({ length: kinds }, (_, kind) =>
        [0, 1].map((layer) => [...randomNumbers(seed + 10 * kind + layer, 3)]),
      )

    it('treats the sequences of a batch as if each were alone', () => {
      const inputs = [randomNumbers(1, 4), randomNumbers(2, 4)] as const
      const states = [someStates(50), someStates(80)] as const
      const rows = [0, 1, 2, 3].flatMap((t) => inputs.map((series) => series[t] as number))
      const both = states[0].map((layers, kind) =>
        layers.map((values, layer) => [...values, ...(states[1][kind]?.[layer] ?? [])]),
      )
      const together = run(network, packed, rows, both)
      for (const [index, series] of inputs.entries()) {
        const alone = run(network, packed, [...series], states[index] ?? [])
        const shown = together.predictions.filter((_, row) => row % 2 === index)
        expect(greatestDifference(shown, alone.predictions)).toBeLessThan(1e-6)
        const after = together.states.flat().flatMap((both) => both.slice(index * 3, index * 3 + 3))
        expect(greatestDifference(after, alone.states.flat(2))).toBeLessThan(1e-6)
      }
    })

    it('goes on from its states as if the window had never been cut', () => {
      const start = someStates(20)
      const whole = run(network, packed, [0.3, 0.6, -0.2], start)
      const one = run(network, packed, [0.3], start)
      const rest = run(network, packed, [0.6, -0.2], one.states)
      expect(greatestDifference([...one.predictions, ...rest.predictions], whole.predictions)).toBeLessThan(
        1e-6,
      )
      expect(greatestDifference(rest.states.flat(2), whole.states.flat(2))).toBeLessThan(1e-6)
    })

    it('gives the same numbers whichever way it is read out', () => {
      const rows = [...randomNumbers(5, 6)]
      const [one, other] = (['per-time-step', 'batched'] as const).map((readout) =>
        run(network, packed, rows, someStates(30), readout),
      )
      expect(greatestDifference(one?.predictions ?? [], other?.predictions ?? [])).toBeLessThan(1e-6)
      expect(one?.states).toEqual(other?.states)
    })
  })

  it("reads the second bias of TensorFlow's family as zero", () => {
    const packed = [...randomNumbers(9, describeNetwork(spec({ family: 'tensorflow' })).parameterCount)]
    const [start, end] = [packed.slice(0, 3 + 9 + 3), packed.slice(3 + 9 + 3)]
    const single = run(spec({ family: 'tensorflow' }), packed, [0.1, 0.2], [[[1, 0, -1]]])
    expect(run(spec(), [...start, 0, 0, 0, ...end], [0.1, 0.2], [[[1, 0, -1]]])).toEqual(single)
  })

  it('takes the settings of a run for its own', () => {
    expect(describeNetwork(LESSON_SETTINGS)).toEqual(describeNetwork(spec({ hiddenUnits: 32 })))
  })
})
