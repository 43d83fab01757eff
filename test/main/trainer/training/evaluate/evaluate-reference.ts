import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Series } from '@contract/data/series'
import { LESSON } from '@contract/settings/lesson'
import type { CellName } from '@contract/settings/run-config'
import type { SeriesSource } from '@contract/settings/source-config'
import { onTestFinished } from 'vitest'
import { type PreparedSeries, prepareSeries } from '../../../../../main/trainer/data/windows/prepared'
import { initialWeights } from '../../../../../main/trainer/network/initial-weights'
import type { NetworkPlan } from '../../../../../main/trainer/network/network'
import { describeNetwork } from '../../../../../main/trainer/network/shape/describe-network'
import { packArrays } from '../../../../../main/trainer/network/shape/packed-arrays'
import { type Tensor1D, tf } from '../../../../../main/trainer/tensorflow'

type Numbers = readonly (number | null)[]

/** What PyTorch says, see test/fixtures/make/evaluate_reference.py. */
export type Reference = {
  readonly seed: number
  readonly window: number
  readonly hiddenUnits: number
  readonly steps: number
  readonly networks: readonly {
    readonly cell: CellName
    readonly layers: number
    readonly parts: readonly {
      readonly horizon: number
      readonly carried: boolean
      readonly predictions: Numbers
      readonly loss: number
    }[]
    readonly loops: readonly {
      readonly horizon: number
      readonly origin: number
      readonly closed: Numbers
      readonly forced: Numbers
    }[]
  }[]
}

const file = resolve(import.meta.dirname, '../../../../fixtures/reference/torch-evaluate.json')
export const REFERENCE = JSON.parse(readFileSync(file, 'utf8')) as Reference

const ROWS = 120
const column = (name: string, value: (i: number) => number) => ({
  name,
  values: Float64Array.from({ length: ROWS }, (_, i) => value(i)),
})
/** The series by the formulas of the script. */
export const SERIES: Series = {
  times: { kind: 'rows' },
  columns: [
    column('a', (i) => (i === 90 ? Number.NaN : 3 + 2 * Math.sin(0.31 * i) + 0.5 * Math.cos(0.9 * i))),
    column('b', (i) => -20 + 5 * Math.cos(0.17 * i) * Math.sin(0.05 * i)),
    column('c', (i) => ((7 * i + 3) % 5 === 0 ? Number.NaN : 100 * Math.sin(0.11 * i))),
  ],
}
export const SOURCE: SeriesSource = {
  kind: 'series',
  origin: { kind: 'table', name: 'made.csv', sha256: 'a'.repeat(64) },
  inputs: ['a', 'b'],
  targets: ['b', 'a', 'c'],
}

/** The series made ready: rows 0-71 for training, 72-101 for validation. */
export function preparedFor(horizon: number): PreparedSeries {
  const cut = { trainPercent: 60, validationPercent: 25, scaling: 'standard' } as const
  return prepareSeries(SERIES, SOURCE, { ...LESSON.data, ...cut, horizon })
}

/** The network of a seed; its tensor goes with the test. */
export function networkFor(
  cell: CellName,
  layers: number,
): { readonly plan: NetworkPlan; readonly parameters: Tensor1D } {
  const { hiddenUnits, seed } = REFERENCE
  const network = { cell, layers, hiddenUnits, family: 'pytorch', inputs: 2, outputs: 3 } as const
  const parameters = tf.tensor1d(
    packArrays(initialWeights({ ...network, seed }), describeNetwork(network).parameters),
  )
  onTestFinished(() => parameters.dispose())
  return { plan: { network, readout: 'batched' }, parameters }
}

/** The greatest distance between numbers; infinite where one is missing in one of them alone. */
export function distance(numbers: ArrayLike<number>, expected: Numbers): number {
  if (numbers.length !== expected.length) return Number.POSITIVE_INFINITY
  return Math.max(
    ...expected.map((value, i) => {
      const found = numbers[i] as number
      if (value === null || Number.isNaN(found))
        return value === null && Number.isNaN(found) ? 0 : Number.POSITIVE_INFINITY
      return Math.abs(found - value)
    }),
  )
}
