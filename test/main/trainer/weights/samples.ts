import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { describeNetwork } from '../../../../main/trainer/network/shape/describe-network'
import { type ArrayOf, type NamedArrays, sizeOf } from '../../../../main/trainer/network/shape/named-arrays'
import { networkOf } from '../../../../main/trainer/network/shape/network-of'
import type { NetworkSpec } from '../../../../main/trainer/network/shape/network-spec'
import type { Snapshot } from '../../../../main/trainer/training/snapshot/snapshot'

export const CONFIG: RunConfig = withSettings(LESSON, {
  hiddenUnits: 2,
  learningRate: 0.015625,
  seed: 4_294_967_295,
})

/** A file that the safetensors library wrote, see test/fixtures/make/weight_files.py. */
export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(resolve(import.meta.dirname, '../../../fixtures/weights', name)))
}

/** A safetensors file around any header: a text, or bytes that are none. */
export function rawFile(header: string | Uint8Array, dataBytes: number, length?: bigint): Uint8Array {
  const text = typeof header === 'string' ? new TextEncoder().encode(header) : header
  const bytes = new Uint8Array(8 + text.byteLength + dataBytes)
  new DataView(bytes.buffer).setBigUint64(0, length ?? BigInt(text.byteLength), true)
  bytes.set(text, 8)
  return bytes
}

/** An array of this shape: the numbers given, then 1, 2, 3 … */
export function arrayOf(shape: readonly number[], ...values: number[]): ArrayOf {
  return { shape, values: Float32Array.from({ length: sizeOf(shape) }, (_, i) => values[i] ?? i + 1) }
}

/** The parameters of a network, the lesson's cell of two hidden units unless told; some of them replaced or added. */
export function weightsOf(
  changes: Record<string, ArrayOf> = {},
  spec: NetworkSpec = networkOf(CONFIG),
): Map<string, ArrayOf> {
  const { parameters } = describeNetwork(spec)
  return new Map([
    ...parameters.map(({ name, shape }): [string, ArrayOf] => [name, arrayOf(shape)]),
    ...Object.entries(changes),
  ])
}

/** What can be compared to the last bit: -0 is not 0, and NaNs have their bits. */
export function bitsOf(arrays: NamedArrays): unknown[] {
  return [...arrays].map(([name, { shape, values }]) => [
    name,
    [...shape],
    [...new Uint32Array(values.slice().buffer)],
  ])
}

/** A snapshot as plain data, to the last bit. */
export function snapshotBits(snapshot: Snapshot): unknown {
  const { parameters, slots, states, ...rest } = snapshot
  return {
    ...rest,
    parameters: bitsOf(parameters),
    slots: [...slots].map(([slot, arrays]) => [slot, bitsOf(arrays)]),
    states: bitsOf(new Map(states.map((state, index) => [`${index}`, state]))),
  }
}
