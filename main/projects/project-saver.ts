import { basename } from 'node:path'
import { text } from '@contract/language/texts'
import type { FamilyMember } from '@contract/project/family'
import type { ProjectChoices, SavedProject } from '@contract/project/project'
import { fail, ok, type Result } from '@contract/result'
import type { RunId } from '@contract/run-id'
import type { Ask } from '../host/trainer-host'
import type { RunMemory } from '../runs/run-memory'
import { type FileStamp, markOf, type ProjectNote, stampOf } from './project-note'

/** What saving goes through. */
export type SaverEnds = {
  readonly ask: Ask
  readonly memory: () => RunMemory
  /** Ends when all that the trainer has told is on the disk. */
  readonly flush: () => Promise<void>
  readonly recordOf: (run: RunId) => string
  /** The family of a run, when all of it that is known is on the disk. */
  readonly family: (run: RunId) => Promise<readonly FamilyMember[]>
}

/** A file that was written, and what is in it. */
export type Written = { readonly report: SavedProject; readonly saved: NonNullable<ProjectNote['saved']> }

/** Saves the present run as a project file: holds it, lets its record reach the disk, and has it written; one save after another. */
export function createProjectSaver({ ask, memory, flush, recordOf, family }: SaverEnds) {
  let last: Promise<unknown> = Promise.resolve()

  async function save(run: RunId, path: string, choices: () => ProjectChoices): Promise<Result<Written>> {
    const held = await ask('holdProject', run)
    if (!held.ok) return held
    // As it is now: what is changed while it is written is not in the file.
    const chosen = choices()
    const { state } = memory()
    if (state?.id !== run) return fail('no-run', text('trainer.otherRun'))
    const mark = markOf(state, chosen)
    await flush()
    const target = { runId: run, path, record: recordOf(run) }
    const members = chosen.family === 'included' ? await family(run) : []
    const report = await ask('saveProject', { ...target, family: members }, chosen)
    if (!report.ok) return report
    const { update } = report.value
    return ok({ report: report.value, saved: { update, mark, stamp: stampOf(path) ?? GONE } })
  }

  return {
    save: (...wanted: Parameters<typeof save>): ReturnType<typeof save> => {
      const saved = last.then(() => save(...wanted))
      last = saved.catch(() => {})
      return saved
    },
    /** Ends when no save is under way. */
    settled: () => last,
  }
}

/** Of a file that was taken away right after it was written: no file is this one. */
const GONE: FileStamp = { bytes: 0, changedAt: 0 }

/** What stands in a project file's place and is not what was last written or read here: another file, or none. */
export function strangerAt({ path, saved }: ProjectNote): { name: string; kind: 'changed' | 'gone' } | null {
  if (path === null || saved === null) return null
  const found = stampOf(path)
  const name = basename(path)
  if (!found) return { name, kind: 'gone' }
  const { bytes, changedAt } = saved.stamp
  return found.bytes === bytes && found.changedAt === changedAt ? null : { name, kind: 'changed' }
}
