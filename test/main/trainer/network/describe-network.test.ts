import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { describeNetwork } from '../../../../main/trainer/network/describe-network'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { referenceRun } from '../../../helpers/reference'

describe('the description of the network', () => {
  it('says it in words', () => {
    expect(describeNetwork(32).summary).toBe('RNN(1 → 32) → Linear(32 → 1)')
    expect(describeNetwork(1).summary).toBe('RNN(1 → 1) → Linear(1 → 1)')
  })

  it("lists PyTorch's names and shapes, in PyTorch's order", () => {
    const shapes = Object.entries(referenceRun('torch-rnn-seed1').initial).map(([name, values]) => {
      const [first] = values
      return { name, shape: Array.isArray(first) ? [values.length, first.length] : [values.length] }
    })
    expect(describeNetwork(32).parameters).toEqual(shapes)
  })

  it('counts the parameters', () => {
    expect(describeNetwork(32).parameterCount).toBe(32 + 32 * 32 + 32 + 32 + 32 + 1)
    expect(describeNetwork(1).parameterCount).toBe(6)
  })

  it('needs no TensorFlow, and neither do initial weights', () => {
    initialWeights({ hiddenUnits: 2, seed: 0 })
    const loaded = Object.keys(createRequire(import.meta.url).cache)
    expect(loaded.filter((file) => file.includes('tensorflow'))).toEqual([])
  })
})
