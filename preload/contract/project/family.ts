import type { KeptRun } from '../run/kept-run'
import type { RunId } from '../run-id'

/**
 * The most runs of a family that a project file has beside its own run: as many files as an app that knows of no families passes
 * over.
 */
export const MOST_BRANCHES = 16

/** The most bytes that they take together where they are kept. */
export const MOST_FAMILY_BYTES = 2 ** 30

/** A file of a kept run, and what it was when it was written. The path is main's own. */
export type KeptFile = { readonly path: string; readonly sha256: string }

/** The files of a kept run. */
export type KeptRunFiles = {
  readonly present: KeptFile
  /** Null where the present checkpoint has the initial weights too. */
  readonly initial: KeptFile | null
  /** There need be none: they save time alone. */
  readonly keyframes: string
  /** There need be none, as on a disk that was full. */
  readonly record: string
}

/** A run of the family of the one that is saved. */
export type FamilyMember = {
  readonly runId: RunId
  readonly name: string | null
  readonly notes: string
  readonly files: KeptRunFiles
}

/** A kept run that may be one of those in a project that is opened. */
export type KnownRun = {
  readonly runId: RunId
  readonly name: string | null
  readonly updatesDone: number
  /** Whether the run that it is a branch of is there as well. */
  readonly hasParent: boolean
  readonly files: KeptRunFiles
}

/** Where the files of a run are put that comes out of a project: there is nothing yet, and it counts when main says so. */
export type NewPlace = {
  readonly runId: RunId
  readonly present: string
  readonly initial: string
  readonly keyframes: string
  readonly record: string
}

/** What main has for the family in a project that is opened. */
export type FamilyPlaces = {
  /** As many as there may be runs. */
  readonly places: readonly NewPlace[]
  readonly known: readonly KnownRun[]
}

/** A file that was written. */
export type WrittenFile = { readonly bytes: number; readonly sha256: string }

/** A run of a project's family, whose files are in the place that main had for it. */
export type PlacedRun = {
  readonly run: Omit<KeptRun, 'keptAt'>
  readonly notes: string
  readonly present: WrittenFile
  readonly initial: WrittenFile
}

/** What became of a project's family. */
export type OpenedFamily = {
  readonly placed: readonly PlacedRun[]
  /** Those that were there already, to the last byte. */
  readonly known: readonly RunId[]
}

/** How many runs of a family there are in a file that was saved, and how many were left out as they cannot be read. */
export type SavedFamily = { readonly saved: number; readonly unread: number }

/** How many runs of a family came with a project, and how many of it were there already. */
export type FamilyCount = { readonly added: number; readonly known: number }
