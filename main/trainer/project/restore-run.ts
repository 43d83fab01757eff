import { rm } from 'node:fs/promises'
import type { Series } from '@contract/data/series'
import { text } from '@contract/language/texts'
import type { ProjectOrigin } from '@contract/project/project'
import { fail } from '@contract/result'
import { writeDurably } from '../../disk/own-file'
import { explain, isSystemError } from '../../disk/system-error'
import { encodeFrame } from '../../record/record-frame'
import { type OpenedSource, openSource } from '../data/open-source'
import type { FindSeries } from '../data/source/source'
import type { PackedKeyframe } from '../timeline/keyframes'
import type { Checkpoint } from '../weights/checkpoint/checkpoint'
import { type Between, checkedFrames, checkedRun, isPrivate } from './checked-run'
import { RECORD } from './members'
import type { ProjectFile } from './read-project'
import { withData } from './record-member'
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
  const between = () => signal.throwIfAborted()
  const { source, series } = await sourceOf(project, find)
  const { checkpoint, keyframes } = await checkedRun(project, runId, between)
  between()
  let loss: number | null = null
  if (project.has(RECORD)) {
    const frames = recordOf(project, source, between, (last) => {
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

/** The record of a project, frame by frame; where the data were left out they are put in again. */
async function* recordOf(
  project: ProjectFile,
  { series }: OpenedSource,
  between: Between,
  tellLoss: (loss: number) => void,
): AsyncGenerator<Uint8Array> {
  const last = project.run.present.updatesDone
  const restored = isPrivate(project) ? series : null
  for await (const { facts, bytes, batch } of checkedFrames(project, between)) {
    if (batch && facts.firstUpdate + facts.updates - 1 === last)
      tellLoss(batch.losses[last - facts.firstUpdate] ?? Number.NaN)
    yield batch && restored ? encodeFrame(withData(batch, restored)) : bytes
  }
}
