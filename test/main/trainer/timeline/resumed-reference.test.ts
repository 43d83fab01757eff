import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { LESSON_SOURCE } from '../../../../main/trainer/data/lesson/lesson-source'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { describeNetwork } from '../../../../main/trainer/network/shape/describe-network'
import { networkOf } from '../../../../main/trainer/network/shape/network-of'
import {
  decodeKeyframe,
  encodeKeyframe,
  fingerprintOf,
} from '../../../../main/trainer/project/keyframe-member'
import { packSnapshot } from '../../../../main/trainer/timeline/packed-snapshot'
import { type ReplayedUpdate, replay } from '../../../../main/trainer/timeline/replay'
import { eagerAtOnce } from '../../../../main/trainer/training/engine/patient-engine'
import { freshSnapshot, trainingOf } from '../../../../main/trainer/training/snapshot/fresh-snapshot'
import type { Snapshot } from '../../../../main/trainer/training/snapshot/snapshot'
import {
  decodeCheckpoint,
  encodeInitial,
  encodePresent,
} from '../../../../main/trainer/weights/checkpoint/checkpoint'
import { greatestDifference } from '../../../helpers/reference'

type Shown = readonly { readonly loss: number; readonly prediction: readonly number[] }[]

/** A training of another framework, saved and resumed in another process, see test/fixtures/make/resumed_training.py. */
type Resumed = {
  readonly hiddenUnits: number
  readonly seed: number
  readonly learningRate: number
  readonly points: number
  readonly before: Shown
  /** Lists in the order of `names`; the state: h and c. */
  readonly saved: {
    readonly names: readonly string[]
    readonly parameters: readonly (readonly number[])[]
    readonly firstMoments: readonly (readonly number[])[]
    readonly secondMoments: readonly (readonly number[])[]
    readonly state: readonly (readonly number[])[]
  }
  readonly after: Shown
}

const file = resolve(import.meta.dirname, '../../../fixtures/reference/torch-resumed-lstm.json')
const TORCH = JSON.parse(readFileSync(file, 'utf8')) as Resumed
const { hiddenUnits, seed, learningRate, points, before, saved, after } = TORCH
const SAVED_AT = before.length
const CONFIG = withSettings(LESSON, { cell: 'lstm', hiddenUnits, seed, learningRate, points })
const INITIAL = freshSnapshot(initialWeights(networkOf(CONFIG)), trainingOf(CONFIG))

/** Goes on from a snapshot to an update. */
function goOn(from: Snapshot, to: number) {
  const made: ReplayedUpdate[] = []
  const pieces = replay({
    ...{ from, to, source: LESSON_SOURCE, settingsAt: () => CONFIG, engine: () => eagerAtOnce },
  })
  for (;;) {
    const piece = pieces.next()
    if (piece.done) return { made, snapshot: piece.value.snapshot }
    made.push(...piece.value)
  }
}

/** Through a checkpoint, as into another process. */
function saveAndLoad(present: Snapshot): Snapshot {
  const about = { id: 'a', config: CONFIG, goal: 60, broke: null, initial: INITIAL, present }
  const checkpoint = { ...about, origin: { kind: 'seed', seed } as const }
  const read = decodeCheckpoint({
    present: encodePresent(checkpoint),
    initial: encodeInitial(checkpoint),
  })
  if (!read.ok) throw new Error(read.error.code)
  return read.value.present
}

/** Through a keyframe of a project file. */
function saveAndOpen(present: Snapshot): Snapshot {
  const packed = { ...packSnapshot(present), points: 0 }
  const expected = { update: present.updatesDone, fingerprint: fingerprintOf(packed.numbers) }
  return decodeKeyframe('a keyframe', encodeKeyframe(packed, INITIAL), CONFIG, expected).snapshot
}

const WAYS = [
  ['checkpoint', saveAndLoad],
  ['project', saveAndOpen],
] as const

function greatestOf(made: readonly ReplayedUpdate[], theirs: Shown): number {
  const numbers = ({ loss, prediction }: Shown[number]) => [loss, ...prediction]
  const ours = made.flatMap(({ loss, predictions }) => [loss, ...predictions])
  return greatestDifference(ours, theirs.flatMap(numbers))
}

/** What PyTorch saved, as a snapshot of ours. */
function theirs(): Snapshot {
  const arraysOf = (lists: readonly (readonly number[])[]) =>
    new Map(
      describeNetwork(INITIAL.network).parameters.map(({ name, shape }) => [
        name,
        { shape, values: Float32Array.from(lists[saved.names.indexOf(name)] ?? []) },
      ]),
    )
  return {
    ...INITIAL,
    ...{ updatesDone: SAVED_AT, position: SAVED_AT, slotUpdates: SAVED_AT },
    parameters: arraysOf(saved.parameters),
    slots: new Map([
      ['first-moment', arraysOf(saved.firstMoments)],
      ['second-moment', arraysOf(saved.secondMoments)],
    ]),
    states: saved.state.map((values) => ({
      shape: [1, 1, hiddenUnits],
      values: Float32Array.from(values),
    })),
  }
}

describe('a training that PyTorch saved after 30 updates and resumed in another process', () => {
  it.each(WAYS)('is ours after the same: trained, saved as a %s, loaded and replayed', (_, save) => {
    const first = goOn(INITIAL, SAVED_AT)
    expect(greatestOf(first.made, before)).toBeLessThan(1e-4)
    const resumed = goOn(save(first.snapshot), SAVED_AT + after.length)
    expect(resumed.made.map(({ update }) => update)).toEqual(Array.from({ length: 30 }, (_, i) => 31 + i))
    expect(greatestOf(resumed.made, after)).toBeLessThan(1e-4)
  })

  it.each(WAYS)('goes on from the very numbers that PyTorch saved, in a %s', (_, save) => {
    const { made } = goOn(save(theirs()), SAVED_AT + after.length)
    expect(greatestOf(made, after)).toBeLessThan(1e-4)
  })

  it.each<[string, Partial<Snapshot>]>([
    ['the moments', { slots: INITIAL.slots }],
    ['the updates that the moments have seen', { slotUpdates: 0 }],
    ['the state', { states: INITIAL.states }],
    ['the place in the curve', { position: SAVED_AT + 1 }],
  ])('is another one without %s', (_, lost) => {
    const { made } = goOn({ ...theirs(), ...lost }, SAVED_AT + after.length)
    expect(greatestOf(made, after)).toBeGreaterThan(1e-3)
  })
})
