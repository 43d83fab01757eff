import { describe, expect, it } from 'vitest'
import { backward, backwardInPieces } from '../../../../../main/trainer/inside/gradient/backward'
import { runPass } from '../../../../../main/trainer/inside/pass/pass'
import { CELLS, noise, noiseNet, noiseStates, smallSpec } from '../small-net'

describe('the backward pass inside', () => {
  it('is the same in pieces, and lets others have their turn', () => {
    const network = smallSpec({ cell: 'lstm', hiddenUnits: 400, layers: 1 })
    const net = noiseNet(1, network)
    const pass = runPass(net, noise(2, 2 * 10), noiseStates(3, network))
    const byPredictions = noise(4, 3 * 10)
    const pieces = backwardInPieces(net, pass, byPredictions)
    let [turns, next] = [0, pieces.next()]
    for (; !next.done; next = pieces.next()) turns += 1
    expect(turns).toBeGreaterThan(1)
    expect(next.value).toEqual(backward(net, pass, byPredictions))
  })

  it.each(CELLS)('has one bias where the family has one: %s', (cell) => {
    const one = smallSpec({ cell, family: 'tensorflow' })
    const net = noiseNet(1, one)
    const two = {
      ...net,
      network: smallSpec({ cell }),
      layers: net.layers.map((layer) => ({ ...layer, recurrentBias: new Float64Array(layer.bias.length) })),
    }
    const [inputs, states, byPredictions] = [noise(2, 10), noiseStates(3, one), noise(4, 15)]
    const ours = backward(net, runPass(net, inputs, states), byPredictions)
    const theirs = backward(two, runPass(two, inputs, states), byPredictions)
    const withoutSecond = theirs.parameters.layers.map((layer) => ({ ...layer, recurrentBias: null }))
    expect(ours).toEqual({ ...theirs, parameters: { ...theirs.parameters, layers: withoutSecond } })
  })

  it('tells which input a prediction listens to', () => {
    const network = smallSpec({ cell: 'gru' })
    const net = noiseNet(1, network)
    const [inputs, states] = [noise(2, 2 * 6), noiseStates(3, network)]
    const pass = runPass(net, inputs, states)
    // Output 1 of time step 3.
    const one = new Float64Array(3 * 6)
    one[3 * 3 + 1] = 1
    const byInputs = backward(net, pass, one).inputs
    const width = 1e-6
    for (const at of inputs.keys()) {
      const moved = (by: number) => {
        const changed = inputs.map((x, i) => (i === at ? x + by : x))
        return runPass(net, changed, states).predictions[3 * 3 + 1] ?? Number.NaN
      }
      expect(byInputs[at]).toBeCloseTo((moved(width) - moved(-width)) / (2 * width), 8)
    }
    expect([...byInputs.slice(8)]).toEqual([0, 0, 0, 0])
  })

  it('is refused with gradients by other predictions', () => {
    const network = smallSpec()
    const net = noiseNet(1, network)
    const pass = runPass(net, noise(2, 4), noiseStates(3, network))
    expect(() => backward(net, pass, noise(4, 5))).toThrow('5 gradients by 6 numbers predicted')
  })
})
