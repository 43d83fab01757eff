import { greatestDifference } from '@contract/difference'
import type { RawFrame } from '../../../record/frames-in'
import type { ShownUpdate } from '../../run/update-stream'
import type { Snapshot } from '../../training/snapshot/snapshot'
import { flattenSnapshot } from '../../weights/checkpoint/checkpoint-arrays'
import { type Between, checkedFrames } from '../checked-run'
import type { ProjectFile } from '../read-project'
import { batchIn } from '../record-member'

/** Losses and norms that are smaller than this part of the largest of a segment are held against that part. */
const SMALL = 1e-3

type RecordedUpdate = Omit<ShownUpdate, 'validationLoss' | 'start' | 'step'>

/** What a project says of some of its updates. */
export type Recorded = {
  readonly of: ReadonlyMap<number, RecordedUpdate>
  /** The largest of them. */
  readonly loss: number
  readonly gradientNorm: number
}

/** Where the frames of a project's record lie. */
export type FrameIndex = readonly Pick<RawFrame, 'facts' | 'place'>[]

/** Looks through the record once, as it is as long as its run. @throws ProjectFault where it is not what was saved */
export async function indexFrames(project: ProjectFile, between: Between): Promise<FrameIndex> {
  const index: { facts: RawFrame['facts']; place: number }[] = []
  for await (const { facts, place } of checkedFrames(project, between)) index.push({ facts, place })
  return index
}

/** The recorded updates behind `from` up to `to`; of one that is there twice the later counts, as it was made again. */
export async function recordedOf(
  project: ProjectFile,
  index: FrameIndex,
  from: number,
  to: number,
): Promise<Recorded> {
  const of = new Map<number, RecordedUpdate>()
  for (const { facts, place } of index) {
    const { firstUpdate, updates } = facts
    if (firstUpdate > to || firstUpdate + updates - 1 <= from) continue
    const batch = batchIn({ bytes: await project.recordAt(place, facts.bytes) })
    const { outputs } = batch
    let at = 0
    for (const [i, length] of batch.lengths.entries()) {
      const update = firstUpdate + i
      const long = (values: Float32Array) => values.slice(at * outputs, (at + length) * outputs)
      if (update > from && update <= to)
        of.set(update, {
          loss: batch.losses[i] ?? 0,
          gradientNorm: batch.gradientNorms[i] ?? 0,
          inputs: batch.inputs.slice(at, at + length),
          targets: long(batch.targets),
          predictions: long(batch.predictions),
        })
      at += length
    }
  }
  const all = [...of.values()]
  return {
    of,
    loss: all.reduce((most, { loss }) => Math.max(most, loss), 0),
    gradientNorm: all.reduce((most, { gradientNorm }) => Math.max(most, gradientNorm), 0),
  }
}

/**
 * How far an update that was made again is from what is recorded of it: 0 where all has the same bits, null where nothing is
 * recorded. Relative: a loss and a norm to themselves or to a thousandth of the segment's largest, whichever is more; numbers at
 * time steps to the largest of their kind in the update.
 */
export function updateDifference(made: ShownUpdate, recorded: Recorded, update: number): number | null {
  const then = recorded.of.get(update)
  if (!then) return null
  const { predictions, inputs, targets } = then
  // A project of private data has none of them.
  const data = inputs.every(Number.isNaN) ? 0 : arraysApart([made.inputs, inputs], [made.targets, targets])
  return Math.max(
    data,
    arraysApart([made.predictions, predictions]),
    numberApart(made.loss, then.loss, recorded.loss),
    numberApart(made.gradientNorm, then.gradientNorm, recorded.gradientNorm),
  )
}

/** How far two states are apart: the largest difference in any of their arrays, relative to the largest number in it. */
export function endDifference(made: Snapshot, saved: Snapshot): number {
  const counts = ({ updatesDone, position, slotUpdates }: Snapshot) => [updatesDone, position, slotUpdates]
  if (counts(made).join() !== counts(saved).join()) return Number.POSITIVE_INFINITY
  const others = new Map(flattenSnapshot('', saved))
  return flattenSnapshot('', made).reduce(
    (most, [name, { values }]) =>
      Math.max(most, arraysApart([values, others.get(name)?.values ?? new Float32Array()])),
    0,
  )
}

function arraysApart(...pairs: readonly (readonly [Float32Array, Float32Array])[]): number {
  return Math.max(
    ...pairs.map(([a, b]) => {
      const apart = greatestDifference(a, b)
      return apart === 0 ? 0 : apart / (largest(a, b) || 1)
    }),
  )
}

function numberApart(made: number, then: number, most: number): number {
  const apart = greatestDifference([Math.fround(made)], [then])
  return apart === 0 ? 0 : apart / Math.max(Math.abs(made), Math.abs(then), most * SMALL)
}

function largest(...arrays: readonly Float32Array[]): number {
  let most = 0
  for (const values of arrays)
    for (const value of values) if (Number.isFinite(value)) most = Math.max(most, Math.abs(value))
  return most
}
