import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type InsideNet, insideNet } from '../../../../main/trainer/inside/net/inside-net'
import { type Pass, runPass } from '../../../../main/trainer/inside/pass/pass'
import { describeNetwork } from '../../../../main/trainer/network/shape/describe-network'
import type { NetworkSpec } from '../../../../main/trainer/network/shape/network-spec'
import { greatestDifference } from '../../../helpers/reference'

type Named = Readonly<Record<string, readonly number[]>>
type Stated = readonly { readonly h: readonly number[]; readonly c?: readonly number[] }[]

/** What test/fixtures/make/inside_reference.py writes of each network. */
export type TorchCase = {
  readonly network: NetworkSpec
  readonly timeSteps: number
  readonly parameters: Named
  readonly inputs: readonly number[]
  /** Null where one is missing. */
  readonly targets: readonly (number | null)[]
  readonly states: Stated
  readonly gates: readonly Named[]
  readonly predictions: readonly number[]
  readonly loss: number
  readonly gradients: {
    readonly states: Stated
    readonly inputs: readonly number[]
    readonly parameters: Named
  }
  readonly jacobian: { readonly layer: number; readonly timeStep: number; readonly values: readonly number[] }
  readonly triangle: { readonly layer: number; readonly rows: readonly (readonly number[])[] }
}

const file = resolve(import.meta.dirname, '../../../fixtures/reference/torch-inside.json')
export const { cases: TORCH_CASES } = JSON.parse(readFileSync(file, 'utf8')) as { cases: TorchCase[] }

/** Both sides compute in float64: what they differ by is the order of sums and the last bit of tanh and exp. */
export const LIKE_TORCH = 1e-12

/** The greatest difference, as a share of the greatest number. */
export function relativeDifference(ours: ArrayLike<number>, theirs: readonly number[]): number {
  const scale = theirs.reduce((most, x) => Math.max(most, Math.abs(x)), 0)
  return greatestDifference(ours, theirs) / (scale || 1)
}

/** The case's network, and its forward pass. */
export function passOf({ network, parameters, states, inputs }: TorchCase): {
  readonly net: InsideNet
  readonly pass: Pass
} {
  const weights = describeNetwork(network).parameters.map(
    ({ name, shape }) => [name, { shape, values: Float32Array.from(parameters[name] ?? []) }] as const,
  )
  const net = insideNet(network, new Map(weights))
  const start = (all: readonly number[]) => Float64Array.from(all.slice(0, network.hiddenUnits))
  const before = states.map(({ h, c }) => ({ h: start(h), ...(c && { c: start(c) }) }))
  return { net, pass: runPass(net, Float64Array.from(inputs), before) }
}

/** NaN where a target is missing. */
export function targetsOf({ targets }: TorchCase): Float64Array {
  return Float64Array.from(targets, (target) => target ?? Number.NaN)
}
