import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { networkOf } from '../../../../main/trainer/network/shape/network-of'
import { freshSnapshot, trainingOf } from '../../../../main/trainer/training/snapshot/fresh-snapshot'
import { decodeSafetensors } from '../../../../main/trainer/weights/safetensors/reader'
import { decodeWeights, encodeWeights } from '../../../../main/trainer/weights/weight-file'
import { anyDamaged, judge, type Mutation, splice } from './any-mutation'
import { BROKEN_FILES, OTHER_TYPES } from './broken-files'
import { decodeWhole, encodeWhole } from './checkpoint/whole-checkpoint'
import { bound, DAMAGED_FILES, inProportion, TOLD } from './many-files'
import { CONFIG, fixture, weightsOf } from './samples'

const snapshot = freshSnapshot(weightsOf(), trainingOf(CONFIG))
const ours = encodeWeights({ snapshot, config: CONFIG })
const checkpoint = encodeWhole({
  id: 'run',
  config: CONFIG,
  origin: { kind: 'seed', seed: 1 },
  goal: 60,
  broke: null,
  initial: snapshot,
  present: snapshot,
})
const DEEP = withSettings(CONFIG, { cell: 'lstm', layers: 2, optimizer: 'rmsprop' })
const deepSnapshot = freshSnapshot(weightsOf({}, networkOf(DEEP)), trainingOf(DEEP))
const deep = encodeWeights({ snapshot: deepSnapshot, config: DEEP })
const deepCheckpoint = encodeWhole({
  id: 'deep',
  config: DEEP,
  origin: { kind: 'file', name: 'a' },
  goal: 60,
  broke: null,
  initial: deepSnapshot,
  present: deepSnapshot,
})
const WHOLE = [
  ours,
  checkpoint,
  fixture('numpy.safetensors'),
  deep,
  deepCheckpoint,
  fixture('torch-gru.safetensors'),
  fixture('torch-two-layers.safetensors'),
  fixture('torch-no-bias.safetensors'),
]
const BROKEN = [...BROKEN_FILES, ...OTHER_TYPES]
  .map(({ bytes }) => bytes)
  .filter((bytes) => bytes.byteLength < 1000)

/** Texts that mean something to a reader, so that a mutation gets further than the first check. */
const TOKENS = [
  ...['{', '}', '[', ']', ',', ':', '"', '\\', '\\u', '-', '0', '1e9', '9007199254740993', 'null', ' ', '\0'],
  ...[
    'F32',
    'F64',
    '"a":',
    '"dtype":"F32",',
    '[0,0]',
    '__metadata__',
    '__proto__',
    'unroll.config',
    '_l1',
    '_reverse',
    'lstm',
    '\ufeff',
  ],
].map((text) => new TextEncoder().encode(text))

/** Writes the header's length anew, so that what was put into the header is read at all. */
function relengthened(bytes: Uint8Array, change: number): Uint8Array {
  if (bytes.byteLength < 8) return bytes
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  view.setBigInt64(0, view.getBigInt64(0, true) + BigInt(change), true)
  return copy
}

/** A place in a file of any length, in parts of 10,000: every other one lies in its first tenth. */
const anyPlace = fc.oneof(fc.nat({ max: 999 }), fc.nat({ max: 9999 }))
const at = (place: number, bytes: Uint8Array) => Math.floor((place * bytes.byteLength) / 10_000)
const nothing = new Uint8Array()

const anyMutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(anyPlace, fc.nat({ max: 255 })).map(
    ([place, byte]): Mutation =>
      (bytes) =>
        splice(bytes, at(place, bytes), 1, Uint8Array.of(byte)),
  ),
  fc.tuple(anyPlace, fc.nat({ max: 20 })).map(
    ([place, count]): Mutation =>
      (bytes) =>
        splice(bytes, at(place, bytes), count, nothing),
  ),
  anyPlace.map(
    (place): Mutation =>
      (bytes) =>
        bytes.slice(0, at(place, bytes)),
  ),
  fc.tuple(anyPlace, fc.constantFrom(...TOKENS), fc.boolean()).map(
    ([place, token, grows]): Mutation =>
      (bytes) =>
        grows
          ? relengthened(splice(bytes, 8 + at(place, bytes), 0, token), token.byteLength)
          : splice(bytes, 8 + at(place, bytes), token.byteLength, token),
  ),
  fc.integer({ min: -20, max: 20 }).map(
    (change): Mutation =>
      (bytes) =>
        relengthened(bytes, change),
  ),
  fc.uint8Array({ maxLength: 16 }).map(
    (tail): Mutation =>
      (bytes) =>
        splice(bytes, bytes.byteLength, 0, tail),
  ),
)

const anyFile = fc.oneof(anyDamaged(WHOLE, anyMutation), anyDamaged(BROKEN, anyMutation))

describe(`${TOLD} damaged files`, () => {
  it('get a verdict from every reader, and never an exception', () => {
    const { seen, look } = judge()
    fc.assert(
      fc.property(anyFile, (bytes) => {
        for (const result of [decodeSafetensors(bytes), decodeWeights(bytes, LESSON), decodeWhole(bytes)])
          look(result)
      }),
      DAMAGED_FILES,
    )
    // The mutations are neither harmless nor all stopped by the first check.
    expect(seen.good).toBeGreaterThan(inProportion(300))
    expect(seen.kinds.size).toBeGreaterThan(bound(25, 35))
  })
})

describe('every byte', () => {
  it('may be the last one', () => {
    for (const whole of [ours, checkpoint, deep])
      for (let length = 0; length < whole.byteLength; length += 1)
        expect(decodeSafetensors(whole.subarray(0, length)).ok).toBe(false)
  })
})
