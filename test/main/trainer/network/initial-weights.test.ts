import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import type { NetworkSpec } from '../../../../main/trainer/network/shape/network-spec'
import { LESSON_SETTINGS } from '../../../helpers/lesson-settings'
import { greatestDifference, referenceRun } from '../../../helpers/reference'

type Case = Omit<NetworkSpec, 'family'> & { seed: number; weights: Record<string, number[]> }

/** Made by test/fixtures/make/initial_weights.py. */
const fixture = resolve(import.meta.dirname, '../../../fixtures/reference/torch-initial-weights.json')
const { cases } = JSON.parse(readFileSync(fixture, 'utf8')) as { cases: Case[] }

/** Half a unit in the last place at the greatest bound of ±1: PyTorch may round differently on other processors. */
const LAST_BIT = 2 ** -24

function compare(spec: NetworkSpec & { seed: number }, expected: Record<string, number[] | number[][]>) {
  const weights = initialWeights(spec)
  expect([...weights.keys()]).toEqual(Object.keys(expected))
  for (const [name, { values }] of weights)
    expect(greatestDifference(values, (expected[name] ?? []).flat())).toBeLessThanOrEqual(
      LAST_BIT / Math.sqrt(spec.hiddenUnits),
    )
}

function greatestOf(values: Float32Array | undefined) {
  return values?.reduce((most, value) => Math.max(most, Math.abs(value)), 0) ?? Number.NaN
}

describe("initial weights of PyTorch's family", () => {
  it.each([
    ['torch-rnn-seed1', {}],
    ['torch-rnn-2layer-seed1', { layers: 2, hiddenUnits: 16 }],
    ['torch-rnn-relu-seed1', { cell: 'rnn-relu', hiddenUnits: 16 }],
    ['torch-gru-seed1', { cell: 'gru' }],
    ['torch-gru-3layer-seed1', { cell: 'gru', layers: 3, hiddenUnits: 8 }],
    ['torch-lstm-seed1', { cell: 'lstm' }],
    ['torch-lstm-2layer-seed1', { cell: 'lstm', layers: 2, hiddenUnits: 16 }],
  ] as const)('are those of %s', (file, changes) => {
    compare({ ...LESSON_SETTINGS, ...changes }, referenceRun(file).initial)
  })

  it.each(cases)(
    "are PyTorch's for seed $seed and $cell of $inputs, $layers × $hiddenUnits and $outputs units",
    ({ weights, ...network }) => {
      compare({ ...network, family: 'pytorch' }, weights)
    },
  )

  it('lie within the bound and differ from seed to seed', () => {
    const [one, two] = [1, 2].map((seed) =>
      initialWeights({ ...LESSON_SETTINGS, hiddenUnits: 16, seed }).get('rnn.weight_hh_l0'),
    )
    expect(greatestOf(one?.values)).toBeLessThanOrEqual(1 / 4)
    expect(greatestOf(one?.values)).toBeGreaterThan(0.24)
    expect(one).not.toEqual(two)
  })
})

describe("initial weights of TensorFlow's family", () => {
  const weights = initialWeights({ ...LESSON_SETTINGS, family: 'tensorflow', hiddenUnits: 200 })

  it('fill glorot-uniform kernels to their bounds, evenly', () => {
    const cell = Math.sqrt(6 / (201 + 200))
    const dense = Math.sqrt(6 / (200 + 1))
    for (const [name, bound] of [
      ['rnn.weight_ih_l0', cell],
      ['rnn.weight_hh_l0', cell],
      ['out.weight', dense],
    ] as const) {
      const values = weights.get(name)?.values ?? new Float32Array()
      expect(greatestOf(values)).toBeLessThanOrEqual(Math.fround(bound))
      expect(greatestOf(values)).toBeGreaterThan(bound * 0.97)
      // The variance of uniform numbers is a third of the bound's square; by 200 numbers it may be off by a fifth.
      const variance = values.reduce((sum, value) => sum + value ** 2, 0) / values.length
      expect(Math.abs((3 * variance) / bound ** 2 - 1)).toBeLessThan(0.2)
    }
  })

  it('have the bounds of a kernel with as many rows as inputs and of as many outputs', () => {
    const sized = initialWeights({
      ...LESSON_SETTINGS,
      family: 'tensorflow',
      hiddenUnits: 100,
      inputs: 32,
      outputs: 16,
    })
    const bounds = ['rnn.weight_ih_l0', 'rnn.weight_hh_l0', 'out.weight'].map((name) =>
      greatestOf(sized.get(name)?.values),
    )
    const expected = [Math.sqrt(6 / (132 + 100)), Math.sqrt(6 / (132 + 100)), Math.sqrt(6 / (100 + 16))]
    expect(greatestDifference(bounds, expected)).toBeLessThan(2e-3)
    expect(sized.get('rnn.weight_ih_l0')?.shape).toEqual([100, 32])
  })

  it('have biases of zero, and are decided by the seed', () => {
    for (const name of ['rnn.bias_ih_l0', 'out.bias']) expect(greatestOf(weights.get(name)?.values)).toBe(0)
    expect(initialWeights({ ...LESSON_SETTINGS, family: 'tensorflow', hiddenUnits: 200 })).toEqual(weights)
    const other = initialWeights({ ...LESSON_SETTINGS, family: 'tensorflow', hiddenUnits: 200, seed: 2 })
    expect(other).not.toEqual(weights)
  })
})
