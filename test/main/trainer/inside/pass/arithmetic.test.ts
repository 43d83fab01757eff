import type { ArithmeticLine } from '@contract/inside/arithmetic'
import { GATES } from '@contract/inside/states'
import { describe, expect, it } from 'vitest'
import { outputArithmetic, unitArithmetic } from '../../../../../main/trainer/inside/pass/arithmetic'
import { runPass } from '../../../../../main/trainer/inside/pass/pass'
import { CELLS, noise, noiseNet, noiseStates, smallSpec } from '../small-net'

const STEPS = 4

const NETWORKS = CELLS.flatMap((cell) =>
  (['pytorch', 'tensorflow'] as const).map((family) => smallSpec({ cell, family })),
)

/** The terms added up, and what the activation makes of that. */
function worked(line: Extract<ArithmeticLine, { form: 'sum' }>) {
  let sum = 0
  for (const { factor, weights, values } of line.terms)
    for (const [i, weight] of weights.entries()) sum += factor * weight * (values[i] as number)
  const made = {
    tanh: Math.tanh(sum),
    relu: Math.max(0, sum),
    sigmoid: 1 / (1 + Math.exp(-sum)),
  }
  return { sum, value: line.activation === null ? sum : made[line.activation] }
}

function expectWorked(lines: readonly ArithmeticLine[]) {
  for (const line of lines) {
    const within = (found: number, expected: number) =>
      expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-12)
    switch (line.form) {
      case 'sum':
        within(worked(line).sum, line.sum)
        within(worked(line).value, line.value)
        break
      case 'blend':
        within((1 - line.update) * line.candidate + line.update * line.before, line.value)
        break
      case 'cell':
        within(line.forget * line.before + line.input * line.candidate, line.value)
        break
      case 'gated':
        within(line.output * Math.tanh(line.cell), line.value)
        break
      case 'unscaled':
        throw new Error('a network knows no scaling')
    }
  }
}

describe.each(NETWORKS)('the arithmetic of $cell, $family', (network) => {
  const net = noiseNet(1, network)
  const pass = runPass(net, noise(2, STEPS * network.inputs), noiseStates(3, network))

  it('adds up to what each unit holds at each time step', () => {
    for (const [layer, { states, gates, sums }] of pass.layers.entries())
      for (let timeStep = 0; timeStep < STEPS; timeStep += 1)
        for (let unit = 0; unit < network.hiddenUnits; unit += 1) {
          const lines = unitArithmetic(net, pass, { layer, timeStep }, unit)
          expectWorked(lines)
          expect(lines.at(-1)?.value).toBe(states.h[(timeStep + 1) * network.hiddenUnits + unit])
          const named = lines.flatMap((line) => (line.form === 'sum' ? [line] : []))
          const names = GATES[network.cell]
          expect(named.map(({ what }) => what)).toEqual(names.length > 0 ? names : ['h'])
          for (const [index, { what, value, sum }] of named.entries()) {
            const at = timeStep * network.hiddenUnits + unit
            if (what !== 'h' && what !== 'prediction') expect(value).toBe(gates.get(what)?.[at])
            const width = sums.length / STEPS
            expect(sum).toBe(sums[timeStep * width + index * network.hiddenUnits + unit])
          }
        }
  })

  it('has each weight with what it is multiplied with, from the state before the window on', () => {
    const [first] = unitArithmetic(net, pass, { layer: 1, timeStep: 0 }, 2)
    if (first?.form !== 'sum') throw new Error('a sum comes first')
    const from = new Map(first.terms.map((terms) => [terms.from, terms]))
    const [below, own] = pass.layers
    const { hiddenUnits: units } = network
    expect(from.get('below')?.values).toEqual(below?.states.h.slice(units, 2 * units))
    expect(from.get('before')?.values).toEqual(own?.states.h.slice(0, units))
    expect(from.get('before')?.weights).toEqual(net.layers[1]?.recurrentKernel.slice(2 * units, 3 * units))
    expect(from.has('recurrentBias')).toBe(network.family === 'pytorch')
  })

  it('adds up to each prediction', () => {
    for (let timeStep = 0; timeStep < STEPS; timeStep += 1)
      for (let output = 0; output < network.outputs; output += 1) {
        const line = outputArithmetic(net, pass, output, timeStep)
        expectWorked([line])
        expect(line.value).toBe(pass.predictions[timeStep * network.outputs + output])
      }
  })
})
