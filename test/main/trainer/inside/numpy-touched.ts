import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Touch } from '@contract/inside/touched'
import { insideNet } from '../../../../main/trainer/inside/net/inside-net'
import { runPass } from '../../../../main/trainer/inside/pass/pass'
import type { Untouched } from '../../../../main/trainer/inside/touch/touched-pass'
import { describeNetwork } from '../../../../main/trainer/network/shape/describe-network'
import type { NetworkSpec } from '../../../../main/trainer/network/shape/network-spec'
import { touchedWeights } from '../../../../main/trainer/network/shape/touched-weights'

/** What test/fixtures/make/touched_reference.py writes of each network. */
export type NumpyCase = {
  readonly network: NetworkSpec
  readonly parameters: Readonly<Record<string, readonly number[]>>
  readonly inputs: readonly number[]
  readonly states: readonly { readonly h: readonly number[]; readonly c?: readonly number[] }[]
  readonly touched: readonly {
    readonly touches: readonly Touch[]
    readonly predictions: readonly number[]
    readonly hidden: readonly (readonly number[])[]
  }[]
  /** Of each number predicted by each that goes in: [time step, output, time step, input]. */
  readonly slopes: readonly number[]
}

const file = resolve(import.meta.dirname, '../../../fixtures/reference/numpy-touched.json')
export const { cases: NUMPY_CASES } = JSON.parse(readFileSync(file, 'utf8')) as { cases: NumpyCase[] }

/** The case's window, with those touches that set weights. */
export function windowOf(
  { network, parameters, inputs, states }: NumpyCase,
  touches: readonly Touch[] = [],
): Untouched {
  const weights = new Map(
    describeNetwork(network).parameters.map(
      ({ name, shape }) => [name, { shape, values: Float32Array.from(parameters[name] ?? []) }] as const,
    ),
  )
  const start = states.map(({ h, c }) => ({ h: Float64Array.from(h), ...(c && { c: Float64Array.from(c) }) }))
  const given = Float64Array.from(inputs)
  return {
    net: insideNet(network, touchedWeights(weights, touches)),
    inputs: given,
    states: start,
    pass: runPass(insideNet(network, weights), given, start),
  }
}
