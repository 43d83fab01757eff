import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { LESSON, type RunConfig } from '@contract/settings'
import fc from 'fast-check'
import { describeNetwork } from '../../../../main/trainer/network/describe-network'
import { type ArrayOf, type NamedArrays, sizeOf } from '../../../../main/trainer/network/named-arrays'
import type { Snapshot } from '../../../../main/trainer/training/snapshot'

export const CONFIG: RunConfig = { ...LESSON, hiddenUnits: 2, learningRate: 0.015625, seed: 4_294_967_295 }

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

/** The parameters of a network of two hidden units, in its order, some of them replaced or added. */
export function weightsOf(changes: Record<string, ArrayOf> = {}): Map<string, ArrayOf> {
  const { parameters } = describeNetwork(2)
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
  const { parameters, firstMoments, secondMoments, hidden, ...counts } = snapshot
  return [parameters, firstMoments, secondMoments, new Map([['hidden', hidden]])]
    .map(bitsOf)
    .concat([[counts]])
}

/** Any 32 bits: subnormals, -0, and with `finite: false` infinities and every NaN. */
export function anyValues(length: number, finite: boolean): fc.Arbitrary<Float32Array> {
  const word = fc.oneof(
    fc.integer({ min: 0, max: 0xffffffff }),
    fc.constantFrom(0, 0x80000000, 1, 0x80000001, 0x007fffff, 0x00800000, 0x7f7fffff, 0xff7fffff, 0x3dcccccd),
  )
  const wanted = finite ? word.filter((bits) => (bits & 0x7f800000) !== 0x7f800000) : word
  return fc
    .array(wanted, { minLength: length, maxLength: length })
    .map((words) => new Float32Array(Uint32Array.from(words).buffer))
}

function anyArrays(hiddenUnits: number, finite: boolean): fc.Arbitrary<NamedArrays> {
  const { parameters } = describeNetwork(hiddenUnits)
  return fc
    .tuple(...parameters.map(({ shape }) => anyValues(sizeOf(shape), finite)))
    .map(
      (all) =>
        new Map(parameters.map(({ name, shape }, i) => [name, { shape, values: all[i] as Float32Array }])),
    )
}

/** Any snapshot of a network of this size. */
export function anySnapshot(hiddenUnits: number, finite: boolean): fc.Arbitrary<Snapshot> {
  return fc.record({
    updatesDone: fc.nat(),
    momentUpdates: fc.nat(),
    parameters: anyArrays(hiddenUnits, finite),
    firstMoments: anyArrays(hiddenUnits, finite),
    secondMoments: anyArrays(hiddenUnits, finite),
    hidden: anyValues(hiddenUnits, finite).map((values) => ({ shape: [1, 1, hiddenUnits], values })),
  })
}

/** Any settings that a run can have, for a network of this size. */
export function anyConfig(hiddenUnits: number): fc.Arbitrary<RunConfig> {
  return fc.record({
    learningRate: fc.double({ min: 0.000001, max: 10, noNaN: true }),
    updates: fc.integer({ min: 1, max: 50_000 }),
    points: fc.integer({ min: 2, max: 200 }),
    hiddenUnits: fc.constant(hiddenUnits),
    seed: fc.integer({ min: 0, max: 4_294_967_295 }),
    carryState: fc.boolean(),
  })
}
