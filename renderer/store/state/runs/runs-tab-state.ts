import type { RunId } from '@contract/run-id'
import type { OverlaidCurve } from '../../curves/overlaid/overlaid-curve'
import type { OverlaidWindow } from '../../curves/overlaid/overlaid-window'

/** What the Runs tab shows, one at a time. */
export const RUNS_VIEWS = ['table', 'experiments'] as const
export type RunsView = (typeof RUNS_VIEWS)[number]

/** In which order runs are listed, and which of them. */
export type RunTableState = {
  /** Null: as main lists them. */
  readonly sort: { readonly column: string; readonly descending: boolean } | null
  /** Words of which each is somewhere in a row. */
  readonly words: string
  /** A column, and what a run has in it as it is shown; null: whatever it has. */
  readonly only: { readonly column: string; readonly value: string } | null
  /** Whether runs that differ in their seeds alone stand together. */
  readonly grouped: boolean
  /** Groups whose runs are listed, by their keys. */
  readonly openGroups: readonly string[]
}

/** Runs over the present one at most: more lines nobody tells apart. */
export const MOST_OVERLAID = 8

/** How runs are compared. */
export type RunsTabSlice = {
  readonly runsView: RunsView
  readonly showRunsView: (view: RunsView) => void
  readonly runTable: RunTableState
  readonly changeRunTable: (change: Partial<RunTableState>) => void
  /** Columns that a person does not want to see, by their ids. */
  readonly hiddenRunColumns: readonly string[]
  readonly toggleRunColumn: (column: string) => void
  /** Runs whose curves lie over those of the present one, in the order in which they were ticked. */
  readonly overlaid: readonly RunId[]
  readonly toggleOverlaid: (run: RunId) => void
  /** Their losses, as far as they have been fetched. */
  readonly overlaidCurves: ReadonlyMap<RunId, OverlaidCurve>
  readonly overlaidArrived: (curve: OverlaidCurve) => void
  /** What each said in the update that is looked at, or in one before that while it is fetched. */
  readonly overlaidWindows: ReadonlyMap<RunId, OverlaidWindow>
  /** Null: its record has none. */
  readonly overlaidWindowArrived: (run: RunId, window: OverlaidWindow | null) => void
  /** The run that others are compared with. */
  readonly pinnedRun: RunId | null
  readonly pinRun: (run: RunId | null) => void
}
