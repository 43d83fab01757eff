import type { InsideDynamics } from '@contract/inside/dynamics'
import { inEnglish } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { LIKE_TORCH, relativeDifference, TORCH_CASES } from '../../inside/torch-inside'
import { numbersOf, toldOf } from './torch-desk'

type Matrix = readonly number[]

function times(a: Matrix, b: Matrix, size: number): number[] {
  return a.map((_, at) => {
    const [i, j] = [Math.floor(at / size), at % size]
    return Array.from({ length: size }, (_, k) => (a[i * size + k] ?? 0) * (b[k * size + j] ?? 0)).reduce(
      (sum, x) => sum + x,
      0,
    )
  })
}

const trace = (a: Matrix, size: number) =>
  a.reduce((sum, x, at) => (at % (size + 1) === 0 ? sum + x : sum), 0)

/** The spectral norm by squaring AᵀA over and over: another way than the one that is tested. */
function norm(a: Matrix, size: number): number {
  let square = times(
    a.map((_, at) => a[(at % size) * size + Math.floor(at / size)] ?? 0),
    a,
    size,
  )
  let [logarithm, power] = [0, 1]
  for (let i = 0; i < 40; i += 1) {
    const scale = Math.max(...square.map(Math.abs))
    if (scale === 0) return 0
    logarithm += Math.log(scale) / power
    square = times(
      square.map((x) => x / scale),
      square.map((x) => x / scale),
      size,
    )
    power *= 2
  }
  return Math.exp((logarithm + Math.log(trace(square, size)) / power) / 2)
}

/** Eigenvalues belong to a matrix whose traces of powers are the sums of theirs. */
function expectEigenvalues({ eigenvalues }: InsideDynamics['jacobian'], matrix: Matrix, size: number) {
  const { re = new Float64Array(), im = new Float64Array() } = eigenvalues ?? {}
  expect(re.length).toBe(size)
  let [power, scale] = [matrix, Math.max(1, norm(matrix, size))]
  let powers = Array.from(re, (x, i) => [x, im[i] ?? 0] as const)
  for (let k = 1; k <= 4; k += 1) {
    const sum = powers.reduce((total, [x]) => total + x, 0)
    expect(Math.abs(sum - trace(power, size)) / scale).toBeLessThan(1e-10)
    powers = powers.map(([x, y], i) => [
      x * (re[i] ?? 0) - y * (im[i] ?? 0),
      x * (im[i] ?? 0) + y * (re[i] ?? 0),
    ])
    power = times(power, matrix, size)
    scale *= scale
  }
}

describe.each(
  TORCH_CASES.map((each) => ({ name: `${each.network.cell}, ${each.network.layers} layers`, each })),
)('of $name', ({ each }) => {
  const { cell, hiddenUnits: units } = each.network
  const kernelOf = (layer: number) => {
    const whole = each.parameters[`rnn.weight_hh_l${layer}`] ?? []
    const block = cell === 'gru' || cell === 'lstm' ? 2 : 0
    return whole.slice(block * units ** 2, (block + 1) * units ** 2)
  }

  it("eigenvalues and singular values are those of PyTorch's Jacobian and of the kernel", async () => {
    const { layer, timeStep, values } = each.jacobian
    const told = await numbersOf<'dynamics'>(each, { kind: 'dynamics', layer, timeStep })
    const size = cell === 'lstm' ? 2 * units : units
    expect([told.cell, told.layer, told.timeStep, told.timeSteps, told.size]).toEqual([
      ...[cell, layer, timeStep, each.timeSteps, size],
    ])
    expectEigenvalues(told.jacobian, values, size)
    expectEigenvalues(told.kernel, kernelOf(layer), units)
    expect((told.jacobian.stretch ?? 0) / (norm(values, size) || 1)).toBeCloseTo(
      norm(values, size) ? 1 : 0,
      9,
    )
    expect((told.kernel.stretch ?? 0) / norm(kernelOf(layer), units)).toBeCloseTo(1, 9)
  })

  it('the plane is one of the hidden states, with the state before the window', async () => {
    const layer = each.network.layers - 1
    const told = await numbersOf<'plane'>(each, { kind: 'plane', layer })
    const theirs = each.states[layer]?.h ?? []
    expect(relativeDifference(told.states, theirs)).toBeLessThan(1e-6)
    const mean = Array.from(
      { length: units },
      (_, i) =>
        theirs.filter((_, at) => at % units === i).reduce((sum, x) => sum + x, 0) / (each.timeSteps + 1),
    )
    expect(relativeDifference(told.mean, mean)).toBeLessThan(LIKE_TORCH)
    expect(told.components.length).toBe(2 * units)
  })

  it.runIf(cell === 'rnn-tanh')('the growth rate is that of the product of all Jacobians', async () => {
    for (const layer of each.states.keys()) {
      const { growth } = await numbersOf<'dynamics'>(each, { kind: 'dynamics', layer, timeStep: null })
      const kernel = kernelOf(layer)
      const product = Array.from({ length: each.timeSteps }, (_, t) => {
        const after = (each.states[layer]?.h ?? []).slice((t + 1) * units, (t + 2) * units)
        return kernel.map((weight, at) => weight * (1 - (after[Math.floor(at / units)] ?? 0) ** 2))
      }).reduce((before, next) => times(next, before, units))
      expect(growth).toBeCloseTo(Math.log(norm(product, units)) / each.timeSteps, 9)
    }
  })
})

describe('dynamics', () => {
  const [, each] = TORCH_CASES as [never, (typeof TORCH_CASES)[number]]

  it('are of the last time step where the window has none that late', async () => {
    for (const timeStep of [null, 40]) {
      const told = await numbersOf<'dynamics'>(each, { kind: 'dynamics', layer: 0, timeStep })
      expect(told.timeStep).toBe(4)
    }
  })

  it('are not told of numbers that are not finite', async () => {
    const broken = {
      ...each,
      parameters: { ...each.parameters, 'rnn.bias_ih_l0': Array(4).fill(Number.NaN) as number[] },
    }
    const asks = [
      { kind: 'dynamics', layer: 0, timeStep: null },
      { kind: 'plane', layer: 0 },
    ] as const
    for (const ask of asks) {
      const found = await toldOf(broken, ask)
      expect('problem' in found && inEnglish(found.problem)).toMatch(/not finite any more/)
    }
  })
})
