import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { text } from '@contract/language/texts'
import { MOST_NOTES, type ProjectChoices } from '@contract/project/project'
import type { RunState } from '@contract/run/run'
import type { RunId } from '@contract/run-id'
import { writtenSettings } from '@contract/settings/settings'
import * as v from 'valibot'
import { readKept, type Tell, writeJson } from '../base/json-file'
import type { Log } from '../base/log'
import { isSystemError } from '../disk/system-error'

/** What a file was when it was last written or read here: another one in its place has another stamp. */
export type FileStamp = { readonly bytes: number; readonly changedAt: number }

/** What is known of a run as a project, beside the run. */
export type ProjectNote = ProjectChoices & {
  /** Of the project file that the run came from or was saved to; null where there is none. */
  readonly path: string | null
  /** Whether a newer version of the app wrote that file: what this one does not know of it would be lost. */
  readonly readOnly: boolean
  /** What of the run is in that file, and the file as it was then; null where there is none. */
  readonly saved: {
    readonly update: number
    /** Stands for all of the run but the numbers of its updates. */
    readonly mark: string
    readonly stamp: FileStamp
  } | null
}

/** Of a run that nothing is known of. */
export const NO_PROJECT: ProjectNote = {
  path: null,
  readOnly: false,
  saved: null,
  series: 'included',
  family: 'included',
  notes: '',
}

const COUNT = v.pipe(v.number(), v.minValue(0))
const FILE: v.GenericSchema<unknown, ProjectNote> = v.object({
  path: v.nullable(v.string()),
  readOnly: v.optional(v.boolean(), false),
  saved: v.nullable(
    v.object({
      update: COUNT,
      mark: v.string(),
      stamp: v.object({ bytes: COUNT, changedAt: v.number() }),
    }),
  ),
  series: v.picklist(['included', 'hash']),
  family: v.optional(v.picklist(['included', 'left-out']), 'included'),
  notes: v.pipe(v.string(), v.maxLength(MOST_NOTES)),
})

/** The notes of runs, a small file in the folder of each: they go with the run, and come back with it. */
export type ProjectNotes = {
  readonly read: (run: RunId) => ProjectNote
  readonly write: (run: RunId, note: ProjectNote) => void
  /** The first line that a person has written about a run, from the disk once alone; empty where there is none. */
  readonly firstLine: (run: RunId) => string
}

/** @param recordOf where the record of a run lies, whose folder is the run's */
export function createProjectNotes(recordOf: (run: RunId) => string, log: Log, tell: Tell): ProjectNotes {
  const fileOf = (run: RunId) => join(dirname(recordOf(run)), 'project.json')
  const firstLines = new Map<RunId, string>()
  const read = (run: RunId) => readKept(fileOf(run), FILE, text('keptData.project'), tell) ?? NO_PROJECT

  function remember(run: RunId, { notes }: ProjectNote): string {
    const line = /\S.*/.exec(notes)?.[0].trimEnd() ?? ''
    firstLines.set(run, line)
    return line
  }

  return {
    read,
    firstLine: (run) => firstLines.get(run) ?? remember(run, read(run)),
    write: (run, note) => {
      remember(run, note)
      try {
        writeJson(fileOf(run), note)
      } catch (error) {
        log.error('what is known of a run as a project was not written', error)
      }
    },
  }
}

/** A file as it is now; null where there is none, or none that can be seen. */
export function stampOf(path: string): FileStamp | null {
  try {
    const { size, mtimeMs } = statSync(path)
    return { bytes: size, changedAt: mtimeMs }
  } catch (error) {
    if (!isSystemError(error)) throw error
    return null
  }
}

/** Stands for all of a run that a project file has, but the numbers of its updates. */
export function markOf(
  { goal, config, events }: Pick<RunState, 'goal' | 'config' | 'events'>,
  { notes, series, family }: ProjectChoices,
): string {
  // Not with what is the rule: older marks know of no families.
  const chosen = family === 'included' ? [series] : [series, family]
  const all = JSON.stringify([goal, writtenSettings(config), events, notes, ...chosen])
  return createHash('sha256').update(all).digest('hex')
}

/** Whether a run has something that its project file does not have. */
export function isChanged(
  state: Pick<RunState, 'updatesDone' | 'goal' | 'config' | 'events'>,
  note: ProjectNote,
): boolean {
  const { saved } = note
  return saved?.update !== state.updatesDone || saved.mark !== markOf(state, note)
}
