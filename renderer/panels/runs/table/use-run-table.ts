import type { ListedRun } from '@contract/run/kept-run'
import { useMemo } from 'react'
import { useAppState, useSay } from '../../../app-world'
import { columnsFor, differenceColumn, type RunColumn } from './model/columns'
import { chosenRuns, type RunTableRow, rowsOf } from './model/rows'

/** The table of runs as it is asked for. */
export type RunTableView = {
  /** All that there are, for whoever chooses among them. */
  readonly columns: readonly RunColumn[]
  readonly shown: readonly RunColumn[]
  readonly runs: readonly ListedRun[]
  /** Those of them that are wanted, in order. */
  readonly chosen: readonly ListedRun[]
  readonly rows: readonly RunTableRow[]
}

export function useRunTable(): RunTableView {
  const say = useSay()
  const runs = useAppState((state) => state.runs)
  const table = useAppState((state) => state.runTable)
  const hidden = useAppState((state) => state.hiddenRunColumns)
  const pinned = useAppState((state) => runs.find(({ id }) => id === state.pinnedRun))
  const columns = useMemo(() => {
    const all = columnsFor(runs)
    const after = all.findIndex(({ id }) => id === 'loss') + 1
    return pinned ? all.toSpliced(after, 0, differenceColumn(pinned)) : all
  }, [runs, pinned])
  const chosen = useMemo(() => chosenRuns(runs, columns, table, say), [runs, columns, table, say])
  const rows = useMemo(() => rowsOf(chosen, table), [chosen, table])
  const shown = columns.filter(({ id }) => id === 'name' || !hidden.includes(id))
  return { columns, shown, runs, chosen, rows }
}
