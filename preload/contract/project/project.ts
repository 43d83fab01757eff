import type { RunId } from '../run-id'
import type { MomentId } from '../timeline/moment'
import type { FamilyCount, FamilyMember, FamilyPlaces, OpenedFamily, SavedFamily } from './family'

/** The ending of a project file. */
export const PROJECT_ENDING = '.unroll'

/** Whether a file's name says that it is a project. @param name base name of a file */
export function isProjectName(name: string): boolean {
  return name.toLowerCase().endsWith(PROJECT_ENDING)
}

/** The most characters that the notes of a project may have. */
export const MOST_NOTES = 100_000

/** What a person decides about a project file. */
export type ProjectChoices = {
  /**
   * Whether the numbers of a table that a person opened are in the file, or their hash alone: then it can be opened where the
   * table is known. Of what the app makes itself only the name is ever there.
   */
  readonly series: 'included' | 'hash'
  /** Whether the runs that it branches off from, and their branches, are in the file too, as far as they are kept. */
  readonly family: 'included' | 'left-out'
  /** Whatever a person has written about it, at most `MOST_NOTES` characters. */
  readonly notes: string
}

/** Where a run stood when it was held to be saved. */
export type HeldProject = MomentId

/** What is written where. All paths are main's own. */
export type ProjectTarget = {
  readonly runId: RunId
  /** Of the project file. */
  readonly path: string
  /** Of the record of the run's updates, in which those up to the held one are by now; null where none is kept. */
  readonly record: string | null
  /** The family that goes into it, those that matter most first. */
  readonly family: readonly FamilyMember[]
}

/** A project file that was written and read back. */
export type SavedProject = MomentId & {
  /** Its name, never its path. */
  readonly name: string
  readonly bytes: number
  readonly family: SavedFamily
}

/** What is opened, and as what. All paths are main's own. */
export type ProjectOrigin = {
  readonly path: string
  /** The id of the run that is opened with it: a new one, as the run that was saved may be there as well. */
  readonly runId: RunId
  /** Where its updates are put, before the run is told of; there is nothing yet. */
  readonly record: string
  readonly family: FamilyPlaces
}

/** What wrote a project file, as it says. */
export type ProjectWriter = {
  /** Version of the app. */
  readonly app: string
  readonly tensorflow: string
  /** The processor by its maker's name for it, and the system. */
  readonly processor: string
  readonly system: string
}

/** What is told of a project that was opened. */
export type OpenedProject = {
  /** The name of its file, never its path. */
  readonly name: string
  readonly bytes: number
  readonly runId: RunId
  readonly updatesDone: number
  /** The loss of its last update; null where none is recorded. */
  readonly loss: number | null
  readonly notes: string
  /** How the series is in the file: what it should be saved as again. */
  readonly series: ProjectChoices['series']
  readonly family: ProjectChoices['family']
  readonly branches: FamilyCount
  readonly writer: ProjectWriter
  /**
   * The version of its format, where that is newer than this app's: what this app does not know of it is not in the run, and the
   * file is not to be saved to. Null else.
   */
  readonly newer: number | null
}

/** The same as the trainer tells it: with what main is to keep of the family. */
export type ReadProject = Omit<OpenedProject, 'branches'> & { readonly branches: OpenedFamily }
