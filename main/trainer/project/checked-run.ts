import { createHash } from 'node:crypto'
import { text } from '@contract/language/texts'
import type { UpdateBatch } from '@contract/run/run'
import { outputsOf } from '@contract/settings/numbers'
import type { RawFrame } from '../../record/frames-in'
import type { PackedKeyframe } from '../timeline/keyframes'
import { packSnapshot } from '../timeline/packed-snapshot'
import type { Checkpoint } from '../weights/checkpoint/checkpoint'
import { RECORD, SERIES } from './members'
import type { ProjectFile } from './read-project'
import { batchIn } from './record-member'
import { ProjectFault } from './zip/project-fault'

/** Called after each piece of work; what it throws ends it. */
export type Between = () => void | Promise<void>

/** A run as a project has it, but for its record. */
export type CheckedRun = {
  readonly checkpoint: Checkpoint
  /** Those that prove it, and those that only save time, in order and each once. */
  readonly keyframes: readonly PackedKeyframe[]
}

/**
 * Reads the run of a project, for whoever opens and whoever proves it: what one of them refuses the other one refuses as well.
 * With `checkedFrames` it is all that is held against the hashes and against each other.
 *
 * @throws ProjectFault
 */
export async function checkedRun(project: ProjectFile, runId: string, between: Between): Promise<CheckedRun> {
  const checkpoint = await project.checkpoint(runId)
  const { keyframes } = project.manifest
  const all = new Map<number, PackedKeyframe>()
  for (const moment of await project.moments(packSnapshot(checkpoint.present).numbers.length))
    all.set(moment.updatesDone, moment)
  // The first and the last are the run's beginning and where it stands.
  for (let i = 1; i < keyframes.length - 1; i += 1) {
    const { packed } = await project.keyframe(i)
    all.set(packed.updatesDone, packed)
    await between()
  }
  return { checkpoint, keyframes: [...all.values()].sort((a, b) => a.updatesDone - b.updatesDone) }
}

/** A frame of a project's record, with its updates where they are needed: the last, and all that have no data in them. */
export type CheckedFrame = RawFrame & { readonly batch: UpdateBatch | null }

/** Whether it learns a table that is not in the file: the record has no data in it then. */
export function isPrivate({ run, has }: ProjectFile): boolean {
  const { source } = run.config.data
  return source.kind === 'series' && source.origin.kind === 'table' && !has(SERIES)
}

/**
 * The frames of a project's record, each looked at; none where it has no record.
 *
 * @throws ProjectFault where one is none of its run, and at the end where it is not all, or not what was saved
 */
export async function* checkedFrames(project: ProjectFile, between: Between): AsyncGenerator<CheckedFrame> {
  if (!project.has(RECORD)) return
  const { run, manifest } = project
  const { source } = run.config.data
  const [before, last] = [run.initial.updatesDone, run.present.updatesDone]
  const decodesAll = isPrivate(project)
  const hash = createHash('sha256')
  let bytes = 0
  for await (const frame of project.frames()) {
    await between()
    const { firstUpdate, updates, outputs, isOld } = frame.facts
    const end = firstUpdate + updates - 1
    const fits = firstUpdate > before && end <= last && outputs === outputsOf(source)
    if (!fits || (isOld && source.kind !== 'lesson'))
      throw new ProjectFault(text('project.otherRecord', { member: RECORD }))
    hash.update(frame.bytes)
    bytes += frame.bytes.length
    yield { ...frame, batch: end === last || decodesAll ? batchIn(frame) : null }
  }
  const noted = manifest.members.get(RECORD)
  if (bytes !== noted?.bytes) {
    // Damaged, unless somebody has written it so.
    await project.check(RECORD)
    throw new ProjectFault(text('project.otherRecord', { member: RECORD }))
  }
  if (hash.digest('hex') !== noted.sha256)
    throw new ProjectFault(text('project.otherHash', { member: RECORD }))
}
