import { useId } from 'react'
import { useAppState, useSay, useWorld } from '../../../app-world'
import type { RunTableView } from './use-run-table'

/** Values of a column that can be chosen from at most. */
const MOST_VALUES = 200

/** Which runs are listed, and whether those that differ in their seeds alone stand together. */
export function RunFilter({ columns, runs, chosen }: Omit<RunTableView, 'rows' | 'shown'>) {
  const say = useSay()
  const { store } = useWorld()
  const id = useId()
  const { words, only, grouped } = useAppState((state) => state.runTable)
  const { changeRunTable } = store.getState()
  // What is another one of each run is no choice.
  const choices = columns.filter(
    ({ id }) => id.startsWith('setting-') || id === 'learned' || id === 'network',
  )
  const column = choices.find((each) => each.id === only?.column)
  const values = column
    ? [...new Set(runs.map((run) => column.show(column.of(run), say)))].slice(0, MOST_VALUES)
    : []
  return (
    // biome-ignore lint/a11y/useSemanticElements: a test has no element of that name
    <div className="runs-filter" role="search">
      <input
        type="search"
        className="name-field"
        data-testid="filter-runs"
        aria-label={say('runsTab.filter')}
        placeholder={say('runsTab.filter')}
        value={words}
        onChange={({ target }) => changeRunTable({ words: target.value })}
      />
      <select
        className="select"
        data-testid="filter-column"
        aria-label={say('runsTab.filterColumn')}
        value={column?.id ?? ''}
        onChange={({ target }) => {
          const next = choices.find((each) => each.id === target.value)
          const [first] = runs
          changeRunTable({
            only: next && first ? { column: next.id, value: next.show(next.of(first), say) } : null,
          })
        }}
      >
        <option value="">{say('runsTab.anyValue')}</option>
        {choices.map((each) => (
          <option key={each.id} value={each.id}>
            {say(each.label)}
          </option>
        ))}
      </select>
      {column && only && (
        <select
          className="select"
          data-testid="filter-value"
          aria-label={say('runsTab.filterValue', { column: column.label })}
          value={only.value}
          onChange={({ target }) => changeRunTable({ only: { column: column.id, value: target.value } })}
        >
          {values.map((value) => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
        </select>
      )}
      <label className="check" title={say('runsTab.groupedExplained')} htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          data-testid="group-runs"
          checked={grouped}
          onChange={() => changeRunTable({ grouped: !grouped })}
        />
        {say('runsTab.grouped')}
      </label>
      <output className="card-aside" data-testid="runs-count">
        {say('runsTab.count', { shown: chosen.length, all: runs.length })}
      </output>
    </div>
  )
}
