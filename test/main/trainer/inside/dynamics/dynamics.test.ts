import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  eigenvalues,
  eigenvaluesInPieces,
  spectralRadius,
} from '../../../../../main/trainer/inside/dynamics/eigenvalues'
import type { Eigenvalues } from '../../../../../main/trainer/inside/dynamics/francis'
import { growthOfProduct, growthRate } from '../../../../../main/trainer/inside/dynamics/growth'
import { along, principalStates } from '../../../../../main/trainer/inside/dynamics/principal-states'
import { singularValues } from '../../../../../main/trainer/inside/dynamics/singular-values'
import { jacobian } from '../../../../../main/trainer/inside/gradient/jacobian'
import { toTheEnd } from '../../../../../main/trainer/inside/net/work'
import { runPass } from '../../../../../main/trainer/inside/pass/pass'
import { greatestDifference } from '../../../../helpers/reference'
import { CELLS, noise, noiseNet, noiseStates, smallSpec } from '../small-net'

/** Made by test/fixtures/make/inside_dynamics.py with NumPy and scikit-learn. */
const file = resolve(import.meta.dirname, '../../../../fixtures/reference/numpy-dynamics.json')
const reference = JSON.parse(readFileSync(file, 'utf8')) as {
  spectra: {
    name: string
    size: number
    values: number[]
    eigenvalues: [number, number][]
    singularValues: number[]
  }[]
  rectangles: { columns: number; values: number[]; singularValues: number[] }[]
  growths: { size: number; factors: number[][]; rate: number }[]
  principals: {
    hidden: number
    states: number[]
    mean: number[]
    components: number[]
    explained: number[]
    along: number[]
  }[]
}

/** How far the two sets are apart when each of ours goes with the nearest of theirs that is left. */
function apart({ re, im }: Eigenvalues, theirs: readonly (readonly [number, number])[]): number {
  const left = [...theirs]
  expect(re).toHaveLength(theirs.length)
  return Math.max(
    0,
    ...Array.from(re, (x, i) => {
      const distances = left.map(([a, b]) => Math.hypot(x - a, (im[i] ?? Number.NaN) - b))
      const nearest = distances.indexOf(Math.min(...distances))
      left.splice(nearest, 1)
      return distances[nearest] ?? Number.NaN
    }),
  )
}

describe('eigenvalues', () => {
  it.each(reference.spectra)(
    "are NumPy's: $name",
    ({ size, values, eigenvalues: theirs, singularValues: [norm = 0] }) => {
      const ours = eigenvalues(Float64Array.from(values), size)
      expect(apart(ours, theirs)).toBeLessThanOrEqual(1e-9 * norm)
      const radius = Math.max(...theirs.map(([re, im]) => Math.hypot(re, im)))
      expect(Math.abs(spectralRadius(ours) - radius)).toBeLessThanOrEqual(1e-9 * norm)
      const moduli = Array.from(ours.re, (re, i) => Math.hypot(re, ours.im[i] ?? 0))
      for (const [i, modulus] of moduli.entries())
        expect(modulus).toBeLessThanOrEqual((moduli[i - 1] ?? Number.POSITIVE_INFINITY) * (1 + 1e-12))
    },
  )

  it('of a delay line are all zero, and not a ring', () => {
    const line = Float64Array.from({ length: 1024 }, (_, at) =>
      Math.floor(at / 32) === (at % 32) + 1 ? 1 : 0,
    )
    expect([...eigenvalues(line, 32).re, ...eigenvalues(line, 32).im].every((x) => x === 0)).toBe(true)
  })

  it('of units that feed only later ones are those of each unit alone, in whatever order they stand', () => {
    // 7 and 40 have no common divisor.
    const place = (i: number) => (7 * i + 3) % 40
    const [matrix, weights] = [new Float64Array(1600), noise(5, 1600)]
    for (let i = 0; i < 40; i += 1)
      for (let j = 0; j <= i; j += 1)
        matrix[place(i) * 40 + place(j)] = i === j ? 0.5 : (weights[i * 40 + j] ?? 0)
    const { re, im } = eigenvalues(matrix, 40)
    expect(greatestDifference(re, Array(40).fill(0.5))).toBeLessThan(1e-15)
    expect(im.every((x) => x === 0)).toBe(true)
  })

  it('have the trace for their sum and the determinant for their product, and come in pairs', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const size = 2 + (seed % 11)
      const values = noise(seed, size * size)
      // Some dead units, and zeros and ones that many methods stumble over.
      const kind = seed % 3
      const matrix = values.map((x, at) => {
        if (kind === 0) return x
        if (kind === 1) return Math.floor(at / size) % 4 === 1 ? 0 : x
        return Math.round(x)
      })
      const { re, im } = eigenvalues(matrix, size)
      const trace = matrix.reduce((sum, x, at) => (at % (size + 1) === 0 ? sum + x : sum), 0)
      expect(re.reduce((sum, x) => sum + x, 0)).toBeCloseTo(trace, 9)
      expect(im.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 9)
      const product = Array.from(re, (x, i) => Math.hypot(x, im[i] ?? 0)).reduce((all, x) => all * x, 1)
      const determinant = singularValues(matrix, size).reduce((all, x) => all * x, 1)
      expect(product / Math.max(1, determinant)).toBeCloseTo(determinant / Math.max(1, determinant), 8)
    }
  })

  it('are found whatever the size of the numbers', () => {
    const matrix = noise(7, 36)
    const { re } = eigenvalues(matrix, 6)
    for (const scale of [1e-200, 1e200]) {
      const ours = eigenvalues(
        matrix.map((x) => x * scale),
        6,
      ).re
      expect(
        greatestDifference(
          ours.map((x) => x / scale),
          re,
        ),
      ).toBeLessThan(1e-12)
    }
    expect(eigenvalues(new Float64Array(), 0)).toEqual({ re: new Float64Array(), im: new Float64Array() })
  })

  it('are refused of what has none', () => {
    expect(() => eigenvalues(Float64Array.of(1, Number.NaN, 0, 1), 2)).toThrow('not finite')
    expect(() => eigenvalues(Float64Array.of(1, 2, Number.POSITIVE_INFINITY, 1), 2)).toThrow('not finite')
    expect(() => eigenvalues(Float64Array.of(1, 2, 3), 2)).toThrow('no matrix [2, 2]')
  })

  it('let others have their turn', () => {
    const pieces = eigenvaluesInPieces(noise(1, 110 ** 2), 110)
    let turns = 0
    while (!pieces.next().done) turns += 1
    expect(turns).toBeGreaterThan(2)
  })
})

describe('singular values', () => {
  it.each(reference.spectra)("are NumPy's: $name", ({ size, values, singularValues: theirs }) => {
    const ours = singularValues(Float64Array.from(values), size)
    expect(greatestDifference(ours, theirs)).toBeLessThanOrEqual(1e-12 * (theirs[0] ?? 0))
  })

  it.each(reference.rectangles)('of what is not square, too: $columns columns', (each) => {
    const ours = singularValues(Float64Array.from(each.values), each.columns)
    expect(greatestDifference(ours, each.singularValues)).toBeLessThan(1e-12 * (each.singularValues[0] ?? 0))
  })
})

describe('the growth rate', () => {
  it.each(reference.growths)("is NumPy's, of size $size", ({ size, factors, rate }) => {
    const product = growthOfProduct(size, factors.length, (at) => Float64Array.from(factors[at] ?? []))
    expect(toTheEnd(product)).toBeCloseTo(rate, 12)
  })

  it('neither overflows nor vanishes over long windows', () => {
    const rotation = Float64Array.of(0.6, -0.8, 0.8, 0.6)
    for (const factor of [1e-3, 1, 1e3]) {
      const rate = toTheEnd(growthOfProduct(2, 5000, () => rotation.map((x) => x * factor)))
      expect(rate).toBeCloseTo(Math.log(factor), 10)
    }
  })

  it('is -Infinity where nothing is left', () => {
    const shift = Float64Array.of(0, 1, 0, 0)
    expect(toTheEnd(growthOfProduct(2, 1, () => shift))).toBe(0)
    expect(toTheEnd(growthOfProduct(2, 3, () => shift))).toBe(Number.NEGATIVE_INFINITY)
    expect(toTheEnd(growthOfProduct(2, 0, () => shift))).toBeNaN()
  })

  it.each(CELLS)('says what becomes of a difference in the state: %s', (cell) => {
    const network = smallSpec({ cell, layers: 1 })
    const net = noiseNet(1, network)
    const pass = runPass(net, noise(2, 2 * 9), noiseStates(3, network))
    const size = cell === 'lstm' ? 10 : 5
    const factors = Array.from({ length: 9 }, (_, time) => jacobian(net, pass, 0, time))
    const rate = growthRate(net, pass, 0)
    expect(rate).toBe(toTheEnd(growthOfProduct(size, 9, (at) => factors[at] as Float64Array)))
    expect(Number.isFinite(rate)).toBe(true)
  })
})

describe('principal components of states', () => {
  it.each(reference.principals)("are scikit-learn's, of $hidden units", (each) => {
    const states = Float64Array.from(each.states)
    const ours = principalStates(states, each.hidden)
    expect(greatestDifference(ours.mean, each.mean)).toBeLessThan(1e-13)
    expect(greatestDifference(ours.components, each.components)).toBeLessThan(1e-10)
    expect(greatestDifference(ours.explained, each.explained)).toBeLessThan(1e-12)
    expect(greatestDifference(along(ours, states), each.along)).toBeLessThan(1e-10)
  })

  it('are as many as there are directions', () => {
    const line = principalStates(Float64Array.of(0, 0, 1, -2, 2, -4), 2)
    expect(line.components).toHaveLength(2)
    expect(line.components[0]).toBeCloseTo(-1 / Math.sqrt(5), 14)
    expect(line.components[1]).toBeCloseTo(2 / Math.sqrt(5), 14)
    expect([...line.explained]).toEqual([1])
    const still = principalStates(Float64Array.of(1, 2, 1, 2), 2)
    expect([
      still.components.length,
      still.explained.length,
      along(still, Float64Array.of(1, 2)).length,
    ]).toEqual([0, 0, 0])
  })

  it('do not flip over between two equally great numbers', () => {
    const there = principalStates(Float64Array.of(0, 0, 1, -1), 2)
    const back = principalStates(Float64Array.of(1, -1, 0, 0), 2)
    expect(there.components[0]).toBeGreaterThan(0)
    expect(greatestDifference(there.components, back.components)).toBeLessThan(1e-14)
  })
})
