import type { GateName } from '@contract/inside/states'
import { describe, expect, it } from 'vitest'
import { backward } from '../../../../../main/trainer/inside/gradient/backward'
import { jacobian, stateSize } from '../../../../../main/trainer/inside/gradient/jacobian'
import { sequenceLoss } from '../../../../../main/trainer/inside/reach/loss'
import { triangle } from '../../../../../main/trainer/inside/reach/triangle'
import { LIKE_TORCH, passOf, relativeDifference, TORCH_CASES, targetsOf } from '../torch-inside'

it('has all cells and depths, several inputs and missing targets', () => {
  expect(TORCH_CASES.map(({ network }) => `${network.cell} ${network.layers}`)).toEqual(
    ['rnn-tanh', 'rnn-relu', 'gru', 'lstm'].flatMap((cell) => [1, 2, 3, 4].map((n) => `${cell} ${n}`)),
  )
  expect(Math.max(...TORCH_CASES.map(({ network }) => network.inputs))).toBe(4)
  expect(TORCH_CASES.filter(({ targets }) => targets.includes(null)).length).toBeGreaterThan(8)
})

describe.each(
  TORCH_CASES.map((each) => ({ name: `${each.network.cell}, ${each.network.layers} layers`, each })),
)('PyTorch says the same of $name', ({ each }) => {
  const { net, pass } = passOf(each)
  const { loss, byPredictions } = sequenceLoss(pass.predictions, targetsOf(each))
  const like = (ours: ArrayLike<number> | null | undefined, theirs: readonly number[]) =>
    expect(relativeDifference(ours ?? [], theirs)).toBeLessThan(LIKE_TORCH)

  it('about states, gates and predictions', () => {
    like(pass.predictions, each.predictions)
    like([loss], [each.loss])
    expect(pass.layers).toHaveLength(each.states.length)
    for (const [layer, { h, c }] of each.states.entries()) {
      const { states, gates } = pass.layers[layer] ?? {
        states: { h: [] },
        gates: new Map<GateName, Float64Array>(),
      }
      like(states.h, h)
      if (c) like('c' in states ? states.c : [], c)
      const named = Object.entries(each.gates[layer] ?? {})
      expect([...gates.keys()]).toEqual(named.map(([name]) => name))
      for (const [name, values] of named) like(gates.get(name as GateName), values)
    }
  })

  it('about the gradients by states, inputs and parameters', () => {
    const gradients = backward(net, pass, byPredictions)
    like(gradients.inputs, each.gradients.inputs)
    for (const [layer, { h, c }] of each.gradients.states.entries()) {
      like(gradients.states[layer]?.h, h)
      if (c) like(gradients.states[layer]?.c, c)
    }
    const { parameters } = each.gradients
    const { layers, readOut } = gradients.parameters
    for (const [k, { kernel, recurrentKernel, bias, recurrentBias }] of layers.entries()) {
      like(kernel, parameters[`rnn.weight_ih_l${k}`] ?? [])
      like(recurrentKernel, parameters[`rnn.weight_hh_l${k}`] ?? [])
      like(bias, parameters[`rnn.bias_ih_l${k}`] ?? [])
      like(recurrentBias, parameters[`rnn.bias_hh_l${k}`] ?? [])
    }
    like(readOut.kernel, parameters['out.weight'] ?? [])
    like(readOut.bias, parameters['out.bias'] ?? [])
  })

  it('about the Jacobian of a state by the one before it', () => {
    const { layer, timeStep, values } = each.jacobian
    expect(values).toHaveLength(stateSize(net) ** 2)
    like(jacobian(net, pass, layer, timeStep), values)
  })

  it('about the gradient through time', () => {
    const { layer, rows: theirs } = each.triangle
    const { rows, norms, profile } = triangle(net, pass, byPredictions, layer)
    expect(rows).toEqual([0, 1, 2, 3, 4])
    for (const [s, row] of theirs.entries()) {
      const ours = norms.subarray(s * each.timeSteps, (s + 1) * each.timeSteps)
      like(ours.subarray(0, s + 1), row)
      expect(ours.subarray(s + 1).every(Number.isNaN)).toBe(true)
    }
    const { hiddenUnits } = each.network
    const byStates = each.gradients.states[layer]?.h ?? []
    const whole = Array.from(profile, (_, time) =>
      Math.hypot(...byStates.slice((time + 1) * hiddenUnits, (time + 2) * hiddenUnits)),
    )
    like(profile, whole)
  })
})
