import { describe, expect, it } from 'vitest'
import { insideNet } from '../../../../../main/trainer/inside/net/inside-net'
import { runPass } from '../../../../../main/trainer/inside/pass/pass'
import { knockOuts } from '../../../../../main/trainer/inside/touch/knock-outs'
import { sensitivity } from '../../../../../main/trainer/inside/touch/sensitivity'
import { touchedPass } from '../../../../../main/trainer/inside/touch/touched-pass'
import { describeNetwork } from '../../../../../main/trainer/network/shape/describe-network'
import { viewArrays } from '../../../../../main/trainer/network/shape/packed-arrays'
import { greatestDifference } from '../../../../helpers/reference'
import { NUMPY_CASES, windowOf } from '../numpy-touched'
import { CELLS, noise, noiseStates, packedNoise, smallSpec } from '../small-net'

/** Mean square of all that is predicted. */
const lossOf = (predictions: Float64Array) =>
  predictions.reduce((sum, value) => sum + value * value, 0) / predictions.length

describe.each(NUMPY_CASES.map((each) => ({ cell: each.network.cell, each })))('$cell', ({ each }) => {
  const { network, slopes } = each
  const window = windowOf(each)
  const { timeSteps } = window.pass
  const { inputs, outputs } = network

  it('answers to its inputs as numpy has it by complex steps', () => {
    const ofPrediction = timeSteps * inputs
    for (let t = 0; t < timeSteps; t += 1)
      for (let output = 0; output < outputs; output += 1) {
        const from = (t * outputs + output) * ofPrediction
        const found = sensitivity(window.net, window.pass, t, output)
        expect(greatestDifference(found, slopes.slice(from, from + ofPrediction))).toBeLessThan(1e-12)
      }
  })

  it('answers to its inputs as finite differences have it', () => {
    const [t, output, by] = [timeSteps - 1, 1, 1e-6]
    const at = (i: number, change: number) => {
      const changed = window.inputs.slice()
      changed[i] = (changed[i] as number) + change
      return runPass(window.net, changed, window.states).predictions[t * outputs + output] as number
    }
    const differences = Array.from(window.inputs, (_, i) => (at(i, by) - at(i, -by)) / (2 * by))
    const found = sensitivity(window.net, window.pass, t, output)
    expect(greatestDifference(found, differences)).toBeLessThan(1e-8)
  })

  it('loses with each unit what numpy has without it', () => {
    for (const { touches, predictions } of each.touched) {
      const [touch, ...more] = touches
      if (touch?.kind !== 'unit' || more.length > 0) continue
      const { toZero, toMean } = knockOuts(window, touch.layer, lossOf)
      const changes = touch.held === 'zero' ? toZero : toMean
      const expected = lossOf(Float64Array.from(predictions)) - lossOf(window.pass.predictions)
      expect(changes[touch.unit]).toBeCloseTo(expected, 12)
    }
  })
})

it.each(CELLS)('a %s loses nothing with a unit whose outgoing weights are all 0', (cell) => {
  const network = smallSpec({ cell, layers: 2, inputs: 2, outputs: 3 })
  const { parameters } = describeNetwork(network)
  const weights = viewArrays(packedNoise(5, network), parameters)
  const [unit, units] = [3, network.hiddenUnits]
  for (const name of ['rnn.weight_hh_l0', 'rnn.weight_ih_l1'])
    weights.get(name)?.values.forEach((_, i, values) => {
      if (i % units === unit) values[i] = 0
    })
  const net = insideNet(network, weights)
  const inputs = noise(6, 2 * 7)
  const states = noiseStates(7, network)
  const window = { net, inputs, states, pass: runPass(net, inputs, states) }
  const { toZero, toMean } = knockOuts(window, 0, lossOf)
  expect([toZero[unit], toMean[unit]]).toEqual([0, 0])
  for (const other of [0, 1, 2, 4]) expect(toZero[other]).not.toBe(0)
})

it('tries as many units as there is time for, and one at least', () => {
  const [each] = NUMPY_CASES
  if (!each) throw new Error('there is no case')
  const window = windowOf(each)
  const { layers, readOut } = window.net
  const cost =
    window.pass.timeSteps *
    layers.reduce(
      (sum, { kernel, recurrentKernel }) => sum + kernel.length + recurrentKernel.length,
      readOut.kernel.length,
    )
  const whole = knockOuts(window, 1, lossOf)
  expect(whole.toZero.length).toBe(each.network.hiddenUnits)
  for (const [budget, tried] of [
    [2 * cost * 3, 3],
    [2 * cost * 3 - 1, 2],
    [1, 1],
  ] as const)
    expect(knockOuts(window, 1, lossOf, budget)).toEqual({
      toZero: whole.toZero.slice(0, tried),
      toMean: whole.toMean.slice(0, tried),
    })
})

it('silences what the touch of one unit silences', () => {
  const [each] = NUMPY_CASES
  if (!each) throw new Error('there is no case')
  const window = windowOf(each)
  const { toMean } = knockOuts(window, 0, lossOf)
  const touched = touchedPass(window, [{ kind: 'unit', layer: 0, unit: 2, held: 'mean' }])
  expect(toMean[2]).toBe(lossOf(touched.predictions) - lossOf(window.pass.predictions))
})
