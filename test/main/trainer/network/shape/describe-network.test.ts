import { createRequire } from 'node:module'
import { LESSON } from '@contract/settings/lesson'
import type { CellName } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { initialWeights } from '../../../../../main/trainer/network/initial-weights'
import { stateShapes } from '../../../../../main/trainer/network/shape/cell-shapes'
import { describeNetwork } from '../../../../../main/trainer/network/shape/describe-network'
import { networkOf } from '../../../../../main/trainer/network/shape/network-of'
import { LESSON_SETTINGS } from '../../../../helpers/lesson-settings'
import { type ReferenceRun, referenceRun } from '../../../../helpers/reference'

function shapesIn({ initial }: ReferenceRun) {
  return Object.entries(initial).map(([name, values]) => {
    const [first] = values
    return { name, shape: Array.isArray(first) ? [values.length, first.length] : [values.length] }
  })
}

describe('the description of the network', () => {
  it.each([
    [{}, 'RNN(1 → 32) → Linear(32 → 1)'],
    [{ hiddenUnits: 1 }, 'RNN(1 → 1) → Linear(1 → 1)'],
    [{ cell: 'rnn-relu' }, 'RNN(1 → 32, relu) → Linear(32 → 1)'],
    [{ cell: 'rnn-relu', layers: 3 }, 'RNN(1 → 32, num_layers=3, relu) → Linear(32 → 1)'],
    [{ cell: 'gru' }, 'GRU(1 → 32) → Linear(32 → 1)'],
    [{ cell: 'lstm', layers: 2, hiddenUnits: 16 }, 'LSTM(1 → 16, num_layers=2) → Linear(16 → 1)'],
    [{ family: 'tensorflow' }, 'RNN(1 → 32) → Linear(32 → 1)'],
    [{ cell: 'gru', inputs: 3, outputs: 2 }, 'GRU(3 → 32) → Linear(32 → 2)'],
  ] as const)('says %o in words', (changes, summary) => {
    expect(describeNetwork({ ...LESSON_SETTINGS, ...changes }).summary).toBe(summary)
  })

  it.each([
    ['torch-rnn-seed1', 'rnn-tanh', 1, 32],
    ['torch-rnn-2layer-seed1', 'rnn-tanh', 2, 16],
    ['torch-rnn-relu-seed1', 'rnn-relu', 1, 16],
    ['torch-gru-seed1', 'gru', 1, 32],
    ['torch-gru-3layer-seed1', 'gru', 3, 8],
    ['torch-lstm-seed1', 'lstm', 1, 32],
    ['torch-lstm-2layer-seed1', 'lstm', 2, 16],
  ] as const)(
    "lists PyTorch's names and shapes, in PyTorch's order: %s",
    (file, cell, layers, hiddenUnits) => {
      const shapes = shapesIn(referenceRun(file))
      const { parameters, parameterCount } = describeNetwork({
        ...LESSON_SETTINGS,
        cell,
        layers,
        hiddenUnits,
      })
      expect(parameters).toEqual(shapes)
      const sizes = Object.values(referenceRun(file).initial).map((values) => values.flat().length)
      expect(parameterCount).toBe(sizes.reduce((sum, size) => sum + size))
    },
  )

  it('has one bias a cell in the family of TensorFlow', () => {
    const { parameters, parameterCount } = describeNetwork({ ...LESSON_SETTINGS, family: 'tensorflow' })
    expect(parameters).toEqual([
      { name: 'rnn.weight_ih_l0', shape: [32, 1] },
      { name: 'rnn.weight_hh_l0', shape: [32, 32] },
      { name: 'rnn.bias_ih_l0', shape: [32] },
      { name: 'out.weight', shape: [1, 32] },
      { name: 'out.bias', shape: [1] },
    ])
    expect(parameterCount).toBe(33 * 32 + 32 + 32 + 1)
  })

  it.each([
    ['rnn-tanh', 1],
    ['rnn-relu', 1],
    ['gru', 1],
    ['lstm', 2],
  ] as const)('says what states %s carries', (cell: CellName, states) => {
    const shapes = stateShapes({ ...LESSON_SETTINGS, cell, layers: 2, hiddenUnits: 5 }, 3)
    expect(shapes).toEqual(Array(states).fill([2, 3, 5]))
  })

  it('has as many inputs and outputs as the columns of its series, and one each for the lesson', () => {
    const source = {
      kind: 'series' as const,
      origin: { kind: 'made' as const, name: 'lorenz' as const },
      inputs: ['x', 'y', 'z'],
      targets: ['x', 'y'],
    }
    expect(networkOf(withSettings(LESSON, { source }))).toEqual({ ...LESSON.network, inputs: 3, outputs: 2 })
    expect(networkOf(LESSON)).toEqual({ ...LESSON.network, inputs: 1, outputs: 1 })
  })

  it('needs no TensorFlow, and neither do initial weights', () => {
    initialWeights({ ...LESSON_SETTINGS, hiddenUnits: 2 })
    const loaded = Object.keys(createRequire(import.meta.url).cache)
    expect(loaded.filter((file) => file.includes('tensorflow'))).toEqual([])
  })
})
