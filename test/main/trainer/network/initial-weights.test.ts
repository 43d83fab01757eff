import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { greatestDifference, referenceRun } from '../../../helpers/reference'

type Case = { seed: number; hiddenUnits: number; weights: Record<string, number[]> }

/** Made by test/fixtures/make/initial_weights.py. */
const fixture = resolve(import.meta.dirname, '../../../fixtures/reference/torch-initial-weights.json')
const { cases } = JSON.parse(readFileSync(fixture, 'utf8')) as { cases: Case[] }

/** Half a unit in the last place at the greatest bound of ±1: PyTorch may round differently on other processors. */
const LAST_BIT = 2 ** -24

function compare(seed: number, hiddenUnits: number, expected: Record<string, number[] | number[][]>) {
  const weights = initialWeights({ hiddenUnits, seed })
  expect([...weights.keys()]).toEqual(Object.keys(expected))
  for (const [name, { values }] of weights)
    expect(greatestDifference(values, (expected[name] ?? []).flat())).toBeLessThanOrEqual(
      LAST_BIT / Math.sqrt(hiddenUnits),
    )
}

describe('initial weights', () => {
  it("are the lesson's for seed 1", () => {
    compare(1, 32, referenceRun('torch-rnn-seed1').initial)
  })

  it.each(cases)("are PyTorch's for seed $seed and $hiddenUnits units", ({ seed, hiddenUnits, weights }) => {
    compare(seed, hiddenUnits, weights)
  })

  it('lie within the bound and differ from seed to seed', () => {
    const [one, two] = [1, 2].map((seed) => initialWeights({ hiddenUnits: 16, seed }).get('rnn.weight_hh_l0'))
    const greatest = one?.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) ?? 0
    expect(greatest).toBeLessThanOrEqual(1 / 4)
    expect(greatest).toBeGreaterThan(0.24)
    expect(one).not.toEqual(two)
  })
})
