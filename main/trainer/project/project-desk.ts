import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { text } from '@contract/language/texts'
import { MOST_NOTES, type ProjectOrigin, type ReadProject } from '@contract/project/project'
import type { ProofProgress, ProofScope } from '@contract/project/proof'
import { fail, ok, type Result } from '@contract/result'
import type { RunId } from '@contract/run-id'
import type { SeriesOrigin } from '@contract/settings/source-config'
import type { TrainerRequests } from '@contract/wire/trainer-wire'
import type { Shelf } from '../data/shelf/shelf'
import type { Run } from '../run/run-types'
import type { Clock } from '../system/clock'
import { encodeKeyframes } from '../timeline/keyframe-file'
import type { PackedKeyframe } from '../timeline/keyframes'
import type { PatientEngine } from '../training/engine/patient-engine'
import type { Checkpoint } from '../weights/checkpoint/checkpoint'
import { isPrivate } from './checked-run'
import { type PlacedFamily, placeFamily } from './family/place-family'
import { chosenKeyframes, spacedOut } from './keyframe-member'
import { thisMachine } from './machine'
import { MOST_KEYFRAMES } from './members'
import { asResult, openProject } from './open-project'
import { prove } from './proof/prove'
import type { ProjectFile } from './read-project'
import { type RestoredRun, restoreRun, sourceOf } from './restore-run'
import type { HeldRun } from './run-members'
import { writeProject } from './write-project'

/** Bytes of the keyframes that prove a project, at most. */
const MOST_KEYFRAME_BYTES = 256 * 1024 * 1024
/** Updates from each of the keyframes to the next that only save time. */
const MOMENT_DISTANCE = 128
/** The part of the time that a proof may take from a training. */
const SHARE = 0.25
/** Milliseconds between two words about a proof. */
const TELLING = 100

type ProjectRequest = 'holdProject' | 'saveProject' | 'openProject' | 'proveProject' | 'cancelProof'

/** The answers to what is asked of project files. */
export type ProjectDesk = {
  readonly requests: {
    readonly [Name in ProjectRequest]: (
      ...args: Parameters<TrainerRequests[Name]>
    ) => ReturnType<TrainerRequests[Name]> | Promise<ReturnType<TrainerRequests[Name]>>
  }
  /** Something else is opened: a project that is being read is not to come after it. */
  readonly cancelOpening: () => void
}

/** What the desk works with. */
export type ProjectDeskOptions = {
  readonly clock: Clock
  readonly shelf: Pick<Shelf, 'find' | 'put'>
  readonly runs: {
    readonly present: () => Run | null
    readonly find: (id: RunId) => Result<Run>
    readonly open: (begin: Checkpoint, keyframes: readonly PackedKeyframe[]) => Result<Run>
  }
  /** Tells all updates that were made. */
  readonly flush: () => void
  readonly engine: () => PatientEngine
  readonly engineName: () => string
  /** A project is about to be opened: what else was to open a run is out of date. */
  readonly begin: () => void
  readonly tell: (progress: ProofProgress | null) => void
}

/** Saves runs as project files, opens and proves them, beside the training. */
export function createProjectDesk(options: ProjectDeskOptions): ProjectDesk {
  const { clock, shelf, runs, flush, engine, engineName, begin, tell } = options
  let held: HeldRun | null = null
  let opening: AbortController | null = null
  let proving: AbortController | null = null

  const isTraining = () => runs.present()?.state().phase === 'training'

  function hold(run: Run): Result<HeldRun> {
    const checkpoint = run.checkpoint()
    const { updatesDone } = checkpoint.present
    const keyframes = run.chosenKeyframes((updates, bytesOfOne) =>
      chosenKeyframes(updates, updatesDone, mostOf(bytesOfOne)),
    )
    const moments = encodeKeyframes('', momentsBeside(keyframes, run.keyframesUpTo(updatesDone, 'file')))
    const table = tableOf(checkpoint.config.data.source)
    if (!table.ok) return table
    const { series } = run.source
    return ok({ checkpoint, keyframes, moments, series, engine: engineName(), table: table.value })
  }

  /** Fails where the disk has lost it since the run was opened. */
  function tableOf(source: Checkpoint['config']['data']['source']): Result<HeldRun['table']> {
    if (source.kind !== 'series' || source.origin.kind !== 'table') return ok(null)
    const found = shelf.find(source.origin, 0)
    return found.ok ? ok({ sha256: source.origin.sha256, series: found.value }) : found
  }

  /** Opens what was read; nothing is waited for behind the last look at the signal. */
  async function openRestored(
    project: ProjectFile,
    { checkpoint, keyframes, series, loss, family }: RestoredRun & { readonly family: PlacedFamily },
    signal: AbortSignal,
  ): Promise<Result<ReadProject | null>> {
    const { source } = checkpoint.config.data
    const origin: SeriesOrigin | null = source.kind === 'series' ? source.origin : null
    // Whether it can be kept is said when the run is opened.
    if (series && origin?.kind === 'table') await shelf.put(origin, series)
    if (signal.aborted) return ok(null)
    const { branch, placed, known } = family
    const opened = runs.open({ ...checkpoint, branch }, keyframes)
    if (!opened.ok) return opened
    return ok({
      name: project.name,
      bytes: project.bytes,
      runId: checkpoint.id,
      updatesDone: checkpoint.present.updatesDone,
      loss,
      notes: project.notes,
      series: isPrivate(project) ? 'hash' : 'included',
      family: project.manifest.family,
      branches: { placed, known },
      writer: project.manifest.writer,
      newer: project.manifest.newer,
    })
  }

  async function restoreAll(project: ProjectFile, origin: ProjectOrigin, signal: AbortSignal) {
    const run = await restoreRun(project, origin, shelf.find, signal)
    return { ...run, family: await placeFamily(project, origin, shelf.find, signal) }
  }

  async function proveOpened(project: ProjectFile, scope: ProofScope, signal: AbortSignal) {
    const { source } = await sourceOf(project, shelf.find)
    let toldAt = Number.NEGATIVE_INFINITY
    let restedAt = clock.now()
    const progress = (at: ProofProgress) => {
      if (signal.aborted || clock.now() - toldAt < TELLING) return
      toldAt = clock.now()
      tell(at)
    }
    const rest = () =>
      new Promise<void>((go) => {
        const goOn = () => {
          restedAt = clock.now()
          go()
        }
        if (isTraining()) clock.later(goOn, (clock.now() - restedAt) / SHARE)
        else clock.soon(goOn)
      })
    return prove(project, {
      scope,
      source,
      find: shelf.find,
      engine,
      machine: thisMachine(),
      rest,
      progress,
      signal,
    })
  }

  const requests: ProjectDesk['requests'] = {
    holdProject: (runId) => {
      const run = runs.find(runId)
      if (!run.ok) return run
      flush()
      const now = hold(run.value)
      held = now.ok ? now.value : null
      return now.ok ? ok({ runId, update: now.value.checkpoint.present.updatesDone }) : now
    },
    saveProject: async (target, choices) => {
      const saved = held
      held = null
      const why = text('project.runGone')
      if (saved?.checkpoint.id !== target.runId)
        return fail('no-run', text('project.notSaved', { name: basename(target.path), why }))
      if (choices.notes.length > MOST_NOTES)
        return fail(
          'invalid-setting',
          text('project.notesTooLong', { most: MOST_NOTES, found: choices.notes.length }),
        )
      return writeProject(target, saved, choices, thisMachine())
    },
    openProject: async (origin) => {
      begin()
      opening?.abort()
      opening = new AbortController()
      const { signal } = opening
      const project = await openProject(origin.path)
      if (!project.ok) return signal.aborted ? ok(null) : project
      let isOpen = false
      try {
        const restored = await asResult(project.value.name, () => restoreAll(project.value, origin, signal))
        if (!restored.ok) return restored
        const answer = await openRestored(project.value, restored.value, signal)
        isOpen = answer.ok && answer.value !== null
        return answer
      } catch (error) {
        if (error !== signal.reason) throw error
        return ok(null)
      } finally {
        // No run came to it.
        if (!isOpen) await rm(origin.record, { force: true })
        await project.value.close()
      }
    },
    proveProject: async (path, scope) => {
      proving?.abort()
      const own = new AbortController()
      proving = own
      const project = await openProject(path)
      if (!project.ok) return own.signal.aborted ? ok(null) : project
      try {
        const proof = await asResult(project.value.name, () => proveOpened(project.value, scope, own.signal))
        return own.signal.aborted ? ok(null) : proof
      } finally {
        await project.value.close()
        if (proving === own) tell(null)
      }
    },
    cancelProof: () => proving?.abort(),
  }
  return { requests, cancelOpening: () => opening?.abort() }
}

/** More keyframes than those that prove a project, where they save more than a moment: a run of few updates needs none. */
function momentsBeside(
  proving: readonly PackedKeyframe[],
  kept: readonly PackedKeyframe[],
): readonly PackedKeyframe[] {
  const there = new Set(proving.map(({ updatesDone }) => updatesDone))
  const wanted = new Set(
    spacedOut(
      kept.map(({ updatesDone }) => updatesDone),
      MOMENT_DISTANCE,
    ),
  )
  return kept.filter(({ updatesDone }) => wanted.has(updatesDone) && !there.has(updatesDone))
}

/** The keyframes that a project may have, where each takes so many bytes. */
function mostOf(bytesOfOne: number): number {
  return Math.max(2, Math.min(MOST_KEYFRAMES, Math.floor(MOST_KEYFRAME_BYTES / bytesOfOne)))
}
