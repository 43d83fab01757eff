import type { Text } from '@contract/language/text'
import type { KeptRun, ListedRun, RunList } from '@contract/run/kept-run'
import type { RunId } from '@contract/run-id'

/** The runs that are kept, and whether the present one is safe. */
export type RunsSlice = {
  /** The present one first, where it has made an update, then newest first. */
  readonly runs: readonly ListedRun[]
  /** Bytes that they may take before a person is asked which may go. */
  readonly budget: number
  /** The run that was just left for another one. */
  readonly setAside: KeptRun | null
  /** Why the present run is not safe on disk; null when it is. */
  readonly unsafe: Text | null
  readonly runsOpen: boolean
  /** Runs that are deleted when the list is closed. */
  readonly markedForDeletion: readonly RunId[]
  /** Runs that were just deleted, and can be had back. */
  readonly deleted: readonly ListedRun[]
  /** A person knows that they take more than they may. */
  readonly overBudgetDismissed: boolean
  readonly runsChanged: (list: RunList) => void
  readonly runSetAside: (run: KeptRun) => void
  readonly dismissSetAside: () => void
  readonly unsafeChanged: (unsafe: Text | null) => void
  readonly showRuns: (open: boolean) => void
  readonly markForDeletion: (ids: readonly RunId[], marked: boolean) => void
  readonly runsDeleted: (deleted: readonly ListedRun[]) => void
  readonly dismissOverBudget: () => void
}
