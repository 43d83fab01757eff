import { inEnglish } from '@contract/language/say'
import type { RunOrigin } from '@contract/run/run'
import { settingsOf, withSettings } from '@contract/settings/settings'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshSnapshot, trainingOf } from '../../../../../main/trainer/training/snapshot/fresh-snapshot'
import {
  type Checkpoint,
  decodeCheckpoint,
  encodeInitial,
  encodePresent,
} from '../../../../../main/trainer/weights/checkpoint/checkpoint'
import { decodeSafetensors } from '../../../../../main/trainer/weights/safetensors/reader'
import { encodeSafetensors } from '../../../../../main/trainer/weights/safetensors/writer'
import { encodeWeights } from '../../../../../main/trainer/weights/weight-file'
import { saying } from '../../../../helpers/saying'
import { anyConfig, anySnapshot } from '../any-training'
import { arrayOf, CONFIG, snapshotBits, weightsOf } from '../samples'
import { decodeWhole, encodeWhole } from './whole-checkpoint'

const snapshot = freshSnapshot(weightsOf(), trainingOf(CONFIG))
const CHECKPOINT: Checkpoint = {
  id: 'run',
  config: CONFIG,
  origin: { kind: 'seed', seed: 1 },
  goal: 60,
  broke: null,
  initial: snapshot,
  present: { ...snapshot, updatesDone: 7, position: 15, slotUpdates: 5 },
}

function filesOf(checkpoint: Checkpoint) {
  return { present: encodePresent(checkpoint), initial: encodeInitial(checkpoint) }
}

function comparable({ initial, present, ...rest }: Checkpoint): unknown {
  return { ...rest, initial: snapshotBits(initial), present: snapshotBits(present) }
}

const anyOrigin: fc.Arbitrary<RunOrigin> = fc.oneof(
  fc.record({ kind: fc.constant('seed' as const), seed: fc.integer({ min: 0, max: 4_294_967_295 }) }),
  // A file's name may be no Unicode: Windows keeps half surrogate pairs.
  fc.record({ kind: fc.constant('file' as const), name: fc.string({ unit: 'binary' }) }),
  fc.record({ kind: fc.constant('best' as const), update: fc.nat() }),
)
const anyCheckpoint: fc.Arbitrary<Checkpoint> = anyConfig.chain((config) =>
  fc.record({
    id: fc.string(),
    config: fc.constant(config),
    origin: anyOrigin,
    goal: fc.nat(),
    points: fc.nat(),
    events: fc.constant([
      { update: 3, before: { learningRate: 0.02 }, after: { learningRate: 0.01 } },
      { update: 9, before: { carryState: true, clipNorm: 0 }, after: { carryState: false, clipNorm: 1 } },
    ]),
    planned: fc.constant([
      { update: 12, after: { learningRate: 0.02 } },
      { update: 19, after: { carryState: true, clipNorm: 0 } },
    ]),
    branch: fc.record({ runId: fc.string(), update: fc.nat() }),
    bests: fc.array(
      fc.record({ update: fc.nat(), loss: fc.float({ min: 0, noNaN: true, noDefaultInfinity: true }) }),
      { minLength: 1 },
    ),
    broke: fc.constantFrom(
      null,
      { what: 'loss' as const, tensor: null },
      { what: 'gradient' as const, tensor: 'rnn.weight_hh_l0' },
      { what: 'weights' as const, tensor: null },
    ),
    initial: anySnapshot(config, false),
    present: anySnapshot(config, false),
  }),
)

describe('a checkpoint', () => {
  it('comes back equal to the last bit, infinities and NaNs too', () => {
    fc.assert(
      fc.property(anyCheckpoint, (checkpoint) => {
        const result = decodeCheckpoint(filesOf(checkpoint))
        expect(result.ok ? comparable(result.value) : result.error).toEqual(comparable(checkpoint))
      }),
      { numRuns: 500 },
    )
  })

  it('of a run that can go on says no word of breaking, as before', () => {
    const noteOf = (checkpoint: Checkpoint) => {
      const file = decodeSafetensors(encodePresent(checkpoint))
      if (!file.ok) throw new Error(inEnglish(file.error.text))
      return JSON.parse(file.value.metadata.get('unroll.run') ?? '')
    }
    expect(noteOf(CHECKPOINT)).not.toHaveProperty('broke')
    expect(noteOf({ ...CHECKPOINT, broke: { what: 'gradient', tensor: 'out.bias' } })).toMatchObject({
      broke: 'gradient',
      brokenTensor: 'out.bias',
    })
    const other = filesOf({ ...CHECKPOINT, broke: { what: 'fortune' as 'loss', tensor: null } })
    expect(decodeCheckpoint(other)).toMatchObject({ ok: false, error: { code: 'file-not-weights' } })
  })

  it('is a copy: what it was made from may change', () => {
    const parameters = weightsOf()
    const files = filesOf({ ...CHECKPOINT, present: { ...snapshot, parameters } })
    parameters.get('out.bias')?.values.fill(9)
    const result = decodeCheckpoint(files)
    expect(result.ok && result.value.present.parameters.get('out.bias')?.values).toEqual(Float32Array.of(1))
  })

  it('takes over nothing else that is given with it', () => {
    const more = { ...CHECKPOINT, extra: 1, present: { ...CHECKPOINT.present, extra: 2 } }
    expect(filesOf(more)).toEqual(filesOf(CHECKPOINT))
  })

  it('writes its initial weights once: they are the same whatever the run has learned', () => {
    const later = { ...CHECKPOINT, goal: 120, present: { ...CHECKPOINT.present, updatesDone: 90 } }
    expect(encodeInitial(later)).toEqual(encodeInitial(CHECKPOINT))
    expect(filesOf(CHECKPOINT).present.byteLength).toBeLessThan(encodeWhole(CHECKPOINT).byteLength)
  })

  it.each([
    ['of version 0.1.0 is read as it was', { present: encodeWhole(CHECKPOINT), initial: null }, null],
    [
      'without its initial weights is refused',
      { present: encodePresent(CHECKPOINT), initial: null },
      VERSION,
    ],
    [
      'with those of another run is refused',
      { present: encodePresent(CHECKPOINT), initial: encodeInitial({ ...CHECKPOINT, id: 'other' }) },
      '"unroll.initial" should name the same run',
    ],
    [
      'with its own file twice is refused',
      { present: encodePresent(CHECKPOINT), initial: encodePresent(CHECKPOINT) },
      '"unroll.initial" should name the same run',
    ],
    [
      'of version 0.1.0 with initial weights beside it is refused',
      { present: encodeWhole(CHECKPOINT), initial: encodeInitial(CHECKPOINT) },
      '"unroll.checkpoint" should be "2"',
    ],
  ])('%s', (_, files, expected) => {
    const result = decodeCheckpoint(files)
    if (expected === null) expect(result.ok && comparable(result.value)).toEqual(comparable(CHECKPOINT))
    else expect(result).toMatchObject({ error: { text: saying(expect.stringContaining(expected)) } })
  })
})

/** The checkpoint with some of its arrays and texts replaced; undefined leaves one out. */
function changed(arrays: object, texts: object = {}): Uint8Array {
  const file = decodeSafetensors(encodeWhole(CHECKPOINT))
  if (!file.ok) throw new Error(inEnglish(file.error.text))
  const all = Object.entries({ ...Object.fromEntries(file.value.tensors), ...arrays })
  const metadata = { ...Object.fromEntries(file.value.metadata), ...texts }
  return encodeSafetensors(new Map(all.filter(([, array]) => array)), metadata)
}

const COUNTS = { updatesDone: 0, halfPeriods: 0, slotUpdates: 0, slots: ['first-moment', 'second-moment'] }
const note = (changes: object) => {
  const { initial, present, ...rest } = CHECKPOINT
  return {
    'unroll.run': JSON.stringify({
      ...{ ...rest, config: settingsOf(rest.config), initial: COUNTS, present: COUNTS },
      ...changes,
    }),
  }
}
const change = (changes: object) => ({
  ...{ update: 3, before: { learningRate: 0.02 }, after: { learningRate: 0.01 } },
  ...changes,
})
const SNAPSHOTS =
  'it should hold the initial and the present weights of 1 layer of simple RNN, tanh with 2 hidden units, but does not'
const RUN = '"unroll.run" should describe a run, but does not'
const VERSION = '"unroll.checkpoint" should be "1", but is not'

it('is of another version where touches are in its log, which older ones do not know of', () => {
  const touches = [{ kind: 'weight', name: 'out.bias', index: 0, value: 0.5, was: 0.25 }] as const
  const versionOf = (bytes: Uint8Array) => {
    const file = decodeSafetensors(bytes)
    return file.ok && file.value.metadata.get('unroll.checkpoint')
  }
  const event = { update: 7, before: {}, after: {} }
  for (const [version, facts] of [
    ['2', { events: [{ ...event, wiped: true }] }],
    ['3', { events: [{ ...event, touches }] }],
    ['3', { events: [{ ...event, wiped: true, touches }] }],
    ['3', { planned: [{ update: 9, after: { learningRate: 0.5 }, touches }] }],
  ] as const) {
    const checkpoint = { ...CHECKPOINT, ...facts }
    const files = filesOf(checkpoint)
    expect(versionOf(files.present)).toBe(version)
    const read = decodeCheckpoint(files)
    expect(read.ok && comparable(read.value)).toEqual(comparable(checkpoint))
  }
})

describe('what is no checkpoint is refused with one sentence', () => {
  it('but not when nothing is changed', () => {
    expect(decodeWhole(changed({}, note({}))).ok).toBe(true)
  })

  it.each([
    ['weights', encodeWeights({ snapshot, config: CONFIG }), VERSION],
    ['a later version', changed({}, { 'unroll.checkpoint': '2' }), VERSION],
    ['no JSON', changed({}, { 'unroll.run': '{' }), RUN],
    ['null', changed({}, { 'unroll.run': 'null' }), RUN],
    ['no id', changed({}, note({ id: undefined })), RUN],
    ['a fraction as goal', changed({}, note({ goal: 0.5 })), RUN],
    ['a goal below zero', changed({}, note({ goal: -1 })), RUN],
    [
      'settings out of their limits',
      changed({}, note({ config: { ...settingsOf(CONFIG), points: 1 } })),
      RUN,
    ],
    ['an unknown origin', changed({}, note({ origin: { kind: 'net' } })), RUN],
    ['a seed beyond 32 bits', changed({}, note({ origin: { kind: 'seed', seed: 2 ** 32 } })), RUN],
    ['a file without a name', changed({}, note({ origin: { kind: 'file' } })), RUN],
    ['no count of updates', changed({}, note({ present: { ...COUNTS, updatesDone: undefined } })), RUN],
    ['no half periods', changed({}, note({ present: { ...COUNTS, halfPeriods: '1' } })), RUN],
    ['no count of the slots', changed({}, note({ initial: { ...COUNTS, slotUpdates: -1 } })), RUN],
    ['no slots', changed({}, note({ initial: { ...COUNTS, slots: undefined } })), RUN],
    ['no slots of Adam', changed({}, note({ initial: { ...COUNTS, slots: [] } })), RUN],
    ['one slot of Adam', changed({}, note({ initial: { ...COUNTS, slots: ['first-moment'] } })), RUN],
    [
      "another optimiser's slots",
      changed({}, note({ config: { ...settingsOf(CONFIG), optimizer: 'rmsprop' } })),
      RUN,
    ],
    ['a log that is no list', changed({}, note({ events: {} })), RUN],
    ['a change before the first update', changed({}, note({ events: [change({ update: 0 })] })), RUN],
    [
      'a change to what no run can have',
      changed({}, note({ events: [change({ after: { learningRate: -1 } })] })),
      RUN,
    ],
    [
      'a change of what no run changes',
      changed({}, note({ events: [change({ before: { seed: 1 }, after: { seed: 2 } })] })),
      RUN,
    ],
    ['a change that is told by halves', changed({}, note({ events: [change({ before: {} })] })), RUN],
    ['a plan that is no list', changed({}, note({ planned: {} })), RUN],
    [
      'a plan that goes back',
      changed({}, note({ planned: [change({ update: 9 }), change({ update: 3 })] })),
      RUN,
    ],
    ['a plan of nothing', changed({}, note({ planned: [change({ after: {} })] })), RUN],
    ['a branch of no run', changed({}, note({ branch: { update: 3 } })), RUN],
    ['a best update without its loss', changed({}, note({ bests: [{ update: 3 }] })), RUN],
    ['no weights', changed({ 'present.out.bias': undefined }), SNAPSHOTS],
    ['no first moments', changed({ 'present.slot.first-moment.out.bias': undefined }), SNAPSHOTS],
    ['no second moments', changed({ 'initial.slot.second-moment.out.bias': undefined }), SNAPSHOTS],
    ['no state', changed({ 'initial.state.0': undefined }), SNAPSHOTS],
    ['a state of another shape', changed({ 'present.state.0': arrayOf([1, 2]) }), SNAPSHOTS],
    [
      'a state of another batch',
      changed({}, note({ config: { ...settingsOf(CONFIG), batch: 2 } })),
      SNAPSHOTS,
    ],
    ['a second state', changed({ 'initial.state.1': arrayOf([1, 1, 2]) }), SNAPSHOTS],
    ['one array too many', changed({ scale: arrayOf([1]) }), SNAPSHOTS],
  ])('%s', (_, bytes, expected) => {
    const message = `This file is not a checkpoint: ${expected}; press Reset to start again.`
    expect(decodeWhole(bytes)).toEqual({
      ok: false,
      error: { code: 'file-not-weights', text: saying(message) },
    })
  })
})

describe('what a checkpoint says', () => {
  it('is of the network that its settings name', () => {
    const other = changed({}, note({ config: { ...settingsOf(CONFIG), cell: 'lstm', layers: 3 } }))
    const result = decodeWhole(other)
    expect(result.ok ? '' : inEnglish(result.error.text)).toBe(
      'This file is not a checkpoint: it should hold the initial and the present weights of 3 layers of LSTM with 2 hidden units, but does not; press Reset to start again.',
    )
  })

  it('may be that SGD keeps nothing, which goes on as one that has kept zeros', () => {
    const config = withSettings(CONFIG, { optimizer: 'sgd' })
    const whole = freshSnapshot(weightsOf(), trainingOf(config))
    const plain = { ...whole, slots: new Map() }
    const bytes = encodeWhole({ ...CHECKPOINT, config, initial: plain, present: plain })
    const result = decodeWhole(bytes)
    expect(result.ok && snapshotBits(result.value.present)).toEqual(snapshotBits(whole))
    expect(result.ok && snapshotBits(result.value.initial)).toEqual(snapshotBits(whole))
  })
})
