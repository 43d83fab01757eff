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

  it.each([1, 3, 8, 20])('of %i units has exactly that capacity, whatever the noise', (units) => {
    const net = delayLine(cell, units, gain)
    for (const seed of [1, 5, 2026]) {
      const { perLag, total, threshold } = capacity(net, white, 0, 0, seed)
      expect(Math.abs(total - units)).toBeLessThan(1e-9)
      expect(perLag.length).toBe(40)
      expect([...perLag].every((value, lag) => Math.abs(value - (lag < units ? 1 : 0)) < 1e-9)).toBe(true)
      // χ² of one degree of freedom surpasses 15.14 once in 10,000, as scipy and every table have it.
      expect(threshold).toBeCloseTo((2 * 15.1367) / 1000, 7)
    }
  })
})

it('the capacity of a delay line is exact beyond 120 units as well', () => {
  const { perLag, total } = capacity(delayLine('rnn-relu', 130, 1), white, 0, 0, 1)
  expect(perLag.length).toBe(138)
  expect(Math.abs(total - 130)).toBeLessThan(1e-9)
})

describe('the capacity of a network', () => {
  it('without memory is exactly that of the present number, and 0 where nothing goes in', () => {
    const net = noiseNet(7, smallSpec({ cell: 'rnn-tanh', layers: 1, inputs: 1 }))
    const [layer] = net.layers
    layer?.recurrentKernel.fill(0)
    const { perLag, total } = capacity(net, white, 0, 0, 1)
    expect(perLag[0]).toBeGreaterThan(0.9)
    expect(total).toBe(perLag[0])
    layer?.kernel.fill(0)
    expect(capacity(net, white, 0, 0, 1).total).toBe(0)
  })

  it('that is drawn at random is no more than its units', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const net = noiseNet(seed, smallSpec({ cell: 'rnn-tanh', layers: 1, inputs: 1 }))
      const units = net.network.hiddenUnits
      expect(capacity(net, white, 0, 0, 1).total).toBeLessThanOrEqual(units)
    }
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
