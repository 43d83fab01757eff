import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import {
  type FamilyCount,
  type FamilyMember,
  type FamilyPlaces,
  MOST_BRANCHES,
  type PlacedRun,
} from '@contract/project/family'
import type { ReadProject } from '@contract/project/project'
import type { RunId } from '@contract/run-id'
import type { Log } from '../base/log'
import { explain, isSystemError } from '../disk/system-error'
import type { KeptRuns, NewRun } from '../runs/kept-runs'
import type { RunKeeper } from '../runs/run-keeper'
import type { RunMemory } from '../runs/run-memory'
import { type Family, familyOf } from './family-of'
import { NO_PROJECT, type ProjectNotes } from './project-note'

/** What the family of a run goes through on its way into a project file and out of it. */
export type FamilyEnds = {
  readonly memory: () => RunMemory
  readonly keeper: Pick<RunKeeper, 'list'>
  readonly files: KeptRuns['files']
  readonly forget: KeptRuns['forget']
  readonly notes: ProjectNotes
  readonly onFailure: (why: Text) => void
  readonly log: Log
}

/** The families of runs, in project files. */
export type FamilyFiles = {
  readonly of: (run: RunId) => Family
  /** The same, ready to be written. */
  readonly members: (run: RunId) => Promise<readonly FamilyMember[]>
  /** Places for the family in a project that is to be opened, and the runs that some of it may be. */
  readonly places: () => FamilyPlaces
  /** Keeps those that were placed, all or none, and lets go of the other places; null: the project was not opened. */
  readonly keep: (
    places: FamilyPlaces,
    opened: Pick<ReadProject, 'name' | 'branches'> | null,
  ) => Promise<FamilyCount>
}

export function createFamilyFiles(ends: FamilyEnds): FamilyFiles {
  const { memory, keeper, files, forget, notes, onFailure, log } = ends
  const now = () => keeper.list.now().runs

  function familyNow(id: RunId): Family {
    const { description } = memory()
    const runs = now()
    // One that has made no update yet is not listed, and one that was left meanwhile is not the present one.
    const known = description?.id === id ? description : runs.find((run) => run.id === id)
    return familyOf({ id, branch: known?.branch ?? null }, runs)
  }

  return {
    of: familyNow,
    members: async (id) => {
      const members: FamilyMember[] = []
      for (const { id: runId, name } of familyNow(id).runs) {
        await files.settle(runId)
        const found = files.filesOf(runId)
        // One that is not written yet, as on a full disk, is none that could be read.
        if (found) members.push({ runId, name, notes: notes.read(runId).notes, files: found })
      }
      return members
    },
    places: () => {
      const { state } = memory()
      const ids = new Set(now().map(({ id }) => id))
      return {
        places: Array.from({ length: MOST_BRANCHES }, () => files.placeFor(randomUUID())),
        known: now().flatMap(({ id: runId, name, updatesDone, branch }) => {
          // One that trains is another one in a moment.
          const found = state?.id === runId && state.phase === 'training' ? null : files.filesOf(runId)
          const hasParent = branch !== null && ids.has(branch.runId)
          return found ? [{ runId, name, updatesDone, hasParent, files: found }] : []
        }),
      }
    },
    keep: async ({ places }, opened) => {
      const { placed, known } = opened?.branches ?? { placed: [], known: [] }
      const kept = new Set<RunId>()
      try {
        await files.putTogether(placed.map((one) => newRun(one, places)))
        for (const { run, notes: written } of placed) {
          kept.add(run.id)
          if (written !== '') notes.write(run.id, { ...NO_PROJECT, notes: written })
        }
      } catch (error) {
        if (!isSystemError(error)) throw error
        log.error('the family of a project was not kept', error)
        onFailure(text('projects.familyUnkept', { name: opened?.name ?? '', why: explain(error.code) }))
      }
      for (const { runId } of places) if (!kept.has(runId)) await forget(runId)
      return { added: kept.size, known: known.length }
    },
  }
}

function newRun({ run, present, initial }: PlacedRun, places: FamilyPlaces['places']): NewRun {
  const place = places.find(({ runId }) => runId === run.id)
  if (!place) throw new Error('a run was placed where there is no place')
  return {
    run,
    present: { file: basename(place.present), ...present },
    initial: { file: basename(place.initial), ...initial },
  }
}
