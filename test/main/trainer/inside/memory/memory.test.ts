import { describe, expect, it } from 'vitest'
import { capacity } from '../../../../../main/trainer/inside/memory/capacity'
import { forthAndBack, impulse } from '../../../../../main/trainer/inside/memory/impulse'
import { noise, noiseNet, smallSpec } from '../small-net'
import { delayLine } from './delay-line'

const still = (units: number) => [{ h: new Float64Array(units) }]
const white = { mean: Float64Array.of(2), deviation: Float64Array.of(0.5) }

describe.each([
  ['rnn-relu', 1],
  ['rnn-tanh', 1e-5],
] as const)('a delay line of %s', (cell, gain) => {
  it.each([1, 3, 8])('of %i units keeps as many time steps, and no more', (units) => {
    const net = delayLine(cell, units, gain)
    const inputs = noise(3, 40).map((x) => 1 + x * 0.5)
    const { responses, keeps, goesOn } = impulse(net, inputs, still(units), 0, 0.01)
    expect([keeps, goesOn]).toEqual([units, false])
    for (const [lag, response] of responses.entries())
      expect(response).toBeCloseTo(lag === units - 1 ? 0.01 * gain : 0, 12)
  })

  it.each([1, 3, 8])('of %i units has that capacity', (units) => {
    const { perLag, total, chance } = capacity(delayLine(cell, units, gain), white, 0, 0, 5)
    // One lag in twenty surpasses chance by chance, and by very little.
    expect(Math.abs(total - units)).toBeLessThan(0.003)
    expect(perLag.length).toBe(40)
    for (const [lag, value] of perLag.entries()) {
      if (lag < units) expect(value).toBeCloseTo(1, 8)
      else expect(value).toBeLessThan(0.003)
    }
    // r² of two unrelated columns of 1000 numbers: 0.95 of them are below 3.84 / 1000.
    expect(chance).toBeGreaterThan(0.001)
    expect(chance).toBeLessThan(0.012)
  })
})

describe('an impulse', () => {
  it('that no prediction answers to is kept for no time at all', () => {
    const net = delayLine('rnn-relu', 4, 1)
    net.readOut.kernel.fill(0)
    const { keeps, goesOn } = impulse(net, noise(3, 20), still(4), 0, 0.01)
    expect([keeps, goesOn]).toEqual([0, false])
  })

  it('that lasts goes on, with the share that is left after each time step', () => {
    const net = delayLine('rnn-relu', 1, 1)
    net.layers[0]?.recurrentKernel.fill(0.9)
    const inputs = new Float64Array(60).fill(1)
    // 0.9^28 = 0.052 is above 5 % and 0.9^29 = 0.047 is not.
    const found = impulse(net, inputs, still(1), 0, 0.1)
    expect([found.keeps, found.goesOn]).toEqual([29, false])
    for (const [lag, response] of found.responses.entries())
      expect(response).toBeCloseTo(0.1 * 0.9 ** lag, 12)
    const short = impulse(net, inputs.subarray(0, 20), still(1), 0, 0.1)
    expect([short.keeps, short.goesOn]).toEqual([20, true])
  })
})

it('goes on as a window does, forth and back', () => {
  expect([...forthAndBack(Float64Array.of(1, 10, 2, 20, 3, 30), 2, 6)]).toEqual([
    1, 10, 2, 20, 3, 30, 2, 20, 1, 10, 2, 20,
  ])
  expect([...forthAndBack(Float64Array.of(7), 1, 3)]).toEqual([7, 7, 7])
})

it.each(['gru', 'lstm'] as const)(
  'the capacity of a %s of noise is no more than its units, and the same each time',
  (cell) => {
    const network = smallSpec({ cell, layers: 2, inputs: 2 })
    const net = noiseNet(4, network)
    const both = { mean: Float64Array.of(0, 0), deviation: Float64Array.of(0.5, 0.5) }
    const found = capacity(net, both, 1, 1, 9)
    expect(found.total).toBeLessThanOrEqual(network.hiddenUnits)
    expect(found.total).toBeGreaterThan(0.5)
    expect(capacity(net, both, 1, 1, 9)).toEqual(found)
  },
)
