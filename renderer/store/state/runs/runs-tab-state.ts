/** What the Runs tab shows, one at a time. */
export const RUNS_VIEWS = ['table', 'experiments'] as const
export type RunsView = (typeof RUNS_VIEWS)[number]

/** How runs are compared. */
export type RunsTabSlice = {
  readonly runsView: RunsView
  readonly showRunsView: (view: RunsView) => void
}
