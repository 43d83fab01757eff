import type { RunOrigin } from '@contract/run'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshSnapshot } from '../../../../main/trainer/training/fresh-snapshot'
import {
  type Checkpoint,
  decodeCheckpoint,
  encodeCheckpoint,
} from '../../../../main/trainer/weights/checkpoint'
import { decodeSafetensors } from '../../../../main/trainer/weights/safetensors-reader'
import { encodeSafetensors } from '../../../../main/trainer/weights/safetensors-writer'
import { encodeWeights } from '../../../../main/trainer/weights/weight-file'
import { anyConfig, anySnapshot, arrayOf, CONFIG, snapshotBits, weightsOf } from './samples'

const snapshot = freshSnapshot(weightsOf(), 2)
const CHECKPOINT: Checkpoint = {
  id: 'run',
  config: CONFIG,
  origin: { kind: 'seed', seed: 1 },
  goal: 60,
  initial: snapshot,
  present: { ...snapshot, updatesDone: 7, momentUpdates: 7 },
}

function comparable({ initial, present, ...rest }: Checkpoint): unknown {
  return { ...rest, initial: snapshotBits(initial), present: snapshotBits(present) }
}

const anyOrigin: fc.Arbitrary<RunOrigin> = fc.oneof(
  fc.record({ kind: fc.constant('seed' as const), seed: fc.integer({ min: 0, max: 4_294_967_295 }) }),
  // A file's name may be no Unicode: Windows keeps half surrogate pairs.
  fc.record({ kind: fc.constant('file' as const), name: fc.string({ unit: 'binary' }) }),
)
const anyCheckpoint: fc.Arbitrary<Checkpoint> = fc.integer({ min: 1, max: 5 }).chain((units) =>
  fc.record({
    id: fc.string(),
    config: anyConfig(units),
    origin: anyOrigin,
    goal: fc.nat(),
    initial: anySnapshot(units, false),
    present: anySnapshot(units, false),
  }),
)

describe('a checkpoint', () => {
  it('comes back equal to the last bit, infinities and NaNs too', () => {
    fc.assert(
      fc.property(anyCheckpoint, (checkpoint) => {
        const result = decodeCheckpoint(encodeCheckpoint(checkpoint))
        expect(result.ok ? comparable(result.value) : result.error).toEqual(comparable(checkpoint))
      }),
      { numRuns: 500 },
    )
  })

  it('is a copy: what it was made from may change', () => {
    const parameters = weightsOf()
    const bytes = encodeCheckpoint({ ...CHECKPOINT, present: { ...snapshot, parameters } })
    parameters.get('out.bias')?.values.fill(9)
    const result = decodeCheckpoint(bytes)
    expect(result.ok && result.value.present.parameters.get('out.bias')?.values).toEqual(Float32Array.of(1))
  })

  it('takes over nothing else that is given with it', () => {
    const more = { ...CHECKPOINT, extra: 1, present: { ...CHECKPOINT.present, extra: 2 } }
    expect(encodeCheckpoint(more)).toEqual(encodeCheckpoint(CHECKPOINT))
  })
})

/** The checkpoint with some of its arrays and texts replaced; undefined leaves one out. */
function changed(arrays: object, texts: object = {}): Uint8Array {
  const file = decodeSafetensors(encodeCheckpoint(CHECKPOINT))
  if (!file.ok) throw new Error(file.error.message)
  const all = Object.entries({ ...Object.fromEntries(file.value.tensors), ...arrays })
  const metadata = { ...Object.fromEntries(file.value.metadata), ...texts }
  return encodeSafetensors(new Map(all.filter(([, array]) => array)), metadata)
}

const note = (changes: object) => {
  const { initial, present, ...rest } = CHECKPOINT
  const counts = { updatesDone: 0, momentUpdates: 0 }
  return { 'unroll.run': JSON.stringify({ ...rest, initial: counts, present: counts, ...changes }) }
}
const SNAPSHOTS = 'it should hold two snapshots of 2 hidden units'
const RUN = '"unroll.run" should describe a run'

describe('what is no checkpoint is refused with one sentence', () => {
  it('but not when nothing is changed', () => {
    expect(decodeCheckpoint(changed({}, note({}))).ok).toBe(true)
  })

  it.each([
    ['weights', encodeWeights({ snapshot, config: CONFIG }), '"unroll.checkpoint" should be "1"'],
    ['a later version', changed({}, { 'unroll.checkpoint': '2' }), '"unroll.checkpoint" should be "1"'],
    ['no JSON', changed({}, { 'unroll.run': '{' }), RUN],
    ['null', changed({}, { 'unroll.run': 'null' }), RUN],
    ['no id', changed({}, note({ id: undefined })), RUN],
    ['a fraction as goal', changed({}, note({ goal: 0.5 })), RUN],
    ['a goal below zero', changed({}, note({ goal: -1 })), RUN],
    ['settings out of their limits', changed({}, note({ config: { ...CONFIG, points: 1 } })), RUN],
    ['an unknown origin', changed({}, note({ origin: { kind: 'net' } })), RUN],
    ['a seed beyond 32 bits', changed({}, note({ origin: { kind: 'seed', seed: 2 ** 32 } })), RUN],
    ['a file without a name', changed({}, note({ origin: { kind: 'file' } })), RUN],
    ['no count of updates', changed({}, note({ present: { momentUpdates: 0 } })), RUN],
    ['no count of moments', changed({}, note({ initial: { updatesDone: 0 } })), RUN],
    ['no weights', changed({ 'present.out.bias': undefined }), SNAPSHOTS],
    ['no first moments', changed({ 'present.adam.first.out.bias': undefined }), SNAPSHOTS],
    ['no second moments', changed({ 'initial.adam.second.out.bias': undefined }), SNAPSHOTS],
    ['no hidden state', changed({ 'initial.hidden': undefined }), SNAPSHOTS],
    ['a hidden state of another shape', changed({ 'present.hidden': arrayOf([1, 2]) }), SNAPSHOTS],
    ['one array too many', changed({ scale: arrayOf([1]) }), SNAPSHOTS],
  ])('%s', (_, bytes, expected) => {
    const message = `This file is not a checkpoint: ${expected}, but does not; press Reset to start again.`
    expect(decodeCheckpoint(bytes)).toEqual({ ok: false, error: { code: 'file-not-weights', message } })
  })
})
