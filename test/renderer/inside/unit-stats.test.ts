import { readFileSync } from 'node:fs'
import type { InsideLayer } from '@contract/inside/states'
import { describe, expect, it } from 'vitest'
import { orderUnits } from '../../../renderer/panels/inside/states/order-units'
import {
  countMostly,
  type Saturation,
  saturationOf,
} from '../../../renderer/panels/inside/states/saturation/saturation'
import { correlation, phaseBehind } from '../../../renderer/panels/inside/states/unit-stats'
import { greatestDifference } from '../../helpers/reference'

type Case = {
  readonly name: string
  readonly target: readonly (number | null)[]
  readonly units: readonly (readonly number[])[]
  readonly gates: readonly (readonly number[])[]
} & Readonly<Record<'correlations' | 'phases' | 'closed' | 'open' | 'atEnd' | 'above', readonly number[]>>

/** Written by test/fixtures/make/unit_statistics.py. */
const CASES: readonly Case[] = JSON.parse(
  readFileSync(new URL('../../fixtures/reference/numpy-unit-statistics.json', import.meta.url), 'utf8'),
)

/** Rows of units as [time step, hidden]. */
function byStep(units: readonly (readonly number[])[]): Float32Array {
  const steps = units[0]?.length ?? 0
  return Float32Array.from(
    { length: steps * units.length },
    (_, i) => units[i % units.length]?.[Math.floor(i / units.length)] ?? Number.NaN,
  )
}

function layerOf(name: InsideLayer['rows'][number]['name'], units: Case['units']): InsideLayer {
  const before = new Float32Array(units.length)
  return { rows: [{ name, values: byStep(units) }], before, cellBefore: null }
}

function sharesOf(found: Saturation): readonly (readonly number[])[] {
  if (found.kind === 'gates') return found.gates.flatMap(({ closed, open }) => [closed, open])
  return [found.kind === 'tanh' ? found.atEnd : found.above]
}

describe.each(CASES)('over $name', ({ target, units, gates, ...expected }) => {
  const y = target.map((value) => value ?? Number.NaN)

  it('correlations are those of numpy', () => {
    for (const [unit, h] of units.entries())
      expect(correlation(h, y)).toBeCloseTo(expected.correlations[unit] ?? Number.NaN, 9)
  })

  it('phases are those of a fit by numpy', () => {
    for (const [unit, h] of units.entries())
      expect(phaseBehind(h, y)).toBeCloseTo(expected.phases[unit] ?? Number.NaN, 6)
  })

  it('shares of saturated time steps are those of numpy', () => {
    const near = (found: Saturation, shares: readonly number[]) =>
      expect(greatestDifference(sharesOf(found).flat(), shares)).toBeLessThan(1e-11)
    near(saturationOf(layerOf('forget', gates), gates.length, false), [...expected.closed, ...expected.open])
    near(saturationOf(layerOf('h', units), units.length, false), expected.atEnd)
    near(saturationOf(layerOf('h', units), units.length, true), expected.above)
  })
})

describe('a phase', () => {
  const steps = Array.from({ length: 20 }, (_, t) => t)
  const wave = (lag: number) => steps.map((t) => 0.4 * Math.cos(t / 6 - (lag * Math.PI) / 180) + 0.2)

  it.each([0.001, 45, 90, 180, 270, 359])(
    'is that of a sine which lags %s° behind, in half a period',
    (lag) => {
      expect(phaseBehind(wave(lag), wave(0))).toBeCloseTo(lag, 6)
    },
  )

  it('is none where unit or target do not change, or there are too few targets', () => {
    const constant = steps.map(() => 0.1)
    expect(phaseBehind(constant, wave(0))).toBeNaN()
    expect(phaseBehind(wave(0), constant)).toBeNaN()
    expect(phaseBehind(wave(0), steps)).toBeNaN()
    expect(phaseBehind(wave(0).slice(0, 5), wave(0).slice(0, 5))).toBeNaN()
    expect(correlation(constant, wave(0))).toBeNaN()
  })
})

describe('the order of units', () => {
  const input = [0, 1, 2, 3, 2, 1, 0, 1]
  const target = [1, 2, 1, 0, 1, 2, 1, 0]
  const units = [input.map(() => 0.5), input.map((x) => -x), target, input]

  it('is that of their numbers, or from 1 to −1 with those that do not change at the end', () => {
    const of = (wanted: Parameters<typeof orderUnits>[0]) =>
      orderUnits(wanted, byStep(units), units.length, { input, target })
    expect(of('number')).toEqual({ order: [0, 1, 2, 3], by: null })
    expect(of('input').order).toEqual([3, 2, 1, 0].sort((a, b) => rank(a) - rank(b)))
    expect(of('target').order[0]).toBe(2)
    expect(of('phase').order[0]).toBe(2)
    expect(of('target').order.at(-1)).toBe(0)
  })

  /** Numbered by their correlation with the input, by hand: unit 3 is it, unit 1 its mirror image, unit 0 does not change. */
  function rank(unit: number): number {
    return [3, 2, 1, 0][unit] as number
  }
})

it('counts what is so at nine of ten time steps or more', () => {
  expect(countMostly([0.89, 0.9, 1, 0])).toBe(2)
})
