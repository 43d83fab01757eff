import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { Series } from '@contract/data/series'
import { text } from '@contract/language/texts'
import type { ProjectOrigin } from '@contract/project/project'
import { fail } from '@contract/result'
import { outputsOf } from '@contract/settings/numbers'
import { writeDurably } from '../../disk/own-file'
import { explain, isSystemError } from '../../disk/system-error'
import { encodeFrame } from '../../record/record-frame'
import { type OpenedSource, openSource } from '../data/open-source'
import type { FindSeries } from '../data/source/source'
import type { PackedKeyframe } from '../timeline/keyframes'
import { packSnapshot } from '../timeline/packed-snapshot'
import type { Checkpoint } from '../weights/checkpoint/checkpoint'
import { RECORD, SERIES } from './members'
import type { ProjectFile } from './read-project'
import { batchIn, withData } from './record-member'
import { ProjectFault } from './zip/project-fault'

/** All that a run is opened with; its record lies where it was to be put. */
export type RestoredRun = {
  readonly checkpoint: Checkpoint
  readonly keyframes: readonly PackedKeyframe[]
  /** The table out of the file; null where none is in it. */
  readonly series: Series | null
  /** Of its last update; null where none is recorded. */
  readonly loss: number | null
}

/** What the run of a project learns from, and the series out of the file. @throws ProjectFault where it is not to be had */
export async function sourceOf(
  project: ProjectFile,
  find: FindSeries,
): Promise<{ readonly source: OpenedSource; readonly series: Series | null }> {
  const series = await project.series()
  const source = openSource(project.run.config, (origin, dataSeed) =>
    series && origin.kind === 'table' ? { ok: true, value: series } : found(find(origin, dataSeed)),
  )
  if (source.ok) return { source: source.value, series }
  throw new ProjectFault(text('project.settingsUntrainable', { why: source.error.text }))

  function found(result: ReturnType<FindSeries>): ReturnType<FindSeries> {
    if (result.ok || project.run.config.data.source.kind === 'lesson') return result
    return fail(result.error.code, text('project.seriesElsewhere', { why: result.error.text }))
  }
}

/**
 * Reads the run of a project and puts its record in its place: nothing is opened yet. After a failure, and where it was called
 * off, there is no record.
 *
 * @throws ProjectFault, and the signal's reason
 */
export async function restoreRun(
  project: ProjectFile,
  { runId, record }: Pick<ProjectOrigin, 'runId' | 'record'>,
  find: FindSeries,
  signal: AbortSignal,
): Promise<RestoredRun> {
  const checkpoint = await project.checkpoint(runId)
  const { source, series } = await sourceOf(project, find)
  const keyframes = await keyframesOf(project, checkpoint)
  signal.throwIfAborted()
  let loss: number | null = null
  if (project.has(RECORD)) {
    const frames = recordOf(project, source, signal, (last) => {
      loss = last
    })
    await writeDurably(record, frames).catch((error: unknown) => {
      if (!isSystemError(error)) throw error
      throw new ProjectFault(text('project.recordUnwritten', { why: explain(error.code) }))
    })
  }
  if (!signal.aborted) return { checkpoint, keyframes, series, loss }
  await rm(record, { force: true })
  throw signal.reason
}

/** Those that prove it, and those that only save time, in order and each once. */
async function keyframesOf(
  project: ProjectFile,
  { present }: Checkpoint,
): Promise<readonly PackedKeyframe[]> {
  const { keyframes } = project.manifest
  const all = new Map<number, PackedKeyframe>()
  for (const moment of await project.moments(packSnapshot(present).numbers.length))
    all.set(moment.updatesDone, moment)
  // The first and the last are the run's beginning and where it stands.
  for (let i = 1; i < keyframes.length - 1; i += 1) {
    const { packed } = await project.keyframe(i)
    all.set(packed.updatesDone, packed)
  }
  return [...all.values()].sort((a, b) => a.updatesDone - b.updatesDone)
}

/** The frames of a record, each looked at; where the data were left out they are put in again. */
async function* recordOf(
  project: ProjectFile,
  { series }: OpenedSource,
  signal: AbortSignal,
  tellLoss: (loss: number) => void,
): AsyncGenerator<Uint8Array> {
  const { run, manifest } = project
  const { source } = run.config.data
  const [before, last] = [run.initial.updatesDone, run.present.updatesDone]
  const isPrivate = source.kind === 'series' && source.origin.kind === 'table' && !project.has(SERIES)
  const hash = createHash('sha256')
  let bytes = 0
  for await (const frame of project.frames()) {
    signal.throwIfAborted()
    const { firstUpdate, updates, outputs, isOld } = frame.facts
    const [first, end] = [firstUpdate, firstUpdate + updates - 1]
    const fits = first > before && end <= last && outputs === outputsOf(source)
    if (!fits || (isOld && source.kind !== 'lesson')) throw otherRecord()
    hash.update(frame.bytes)
    bytes += frame.bytes.length
    const isLast = first <= last && end >= last
    const batch = isLast || isPrivate ? batchIn(frame) : null
    if (batch && isLast) tellLoss(batch.losses[last - first] ?? Number.NaN)
    yield batch && isPrivate && series ? encodeFrame(withData(batch, series)) : frame.bytes
  }
  const noted = manifest.members.get(RECORD)
  if (bytes !== noted?.bytes) {
    await project.check(RECORD)
    throw otherRecord()
  }
  if (hash.digest('hex') !== noted.sha256)
    throw new ProjectFault(text('project.otherHash', { member: RECORD }))
}

function otherRecord(): ProjectFault {
  return new ProjectFault(text('project.otherRecord', { member: RECORD }))
}
