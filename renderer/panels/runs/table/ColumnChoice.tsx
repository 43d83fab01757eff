import { useAppState, useSay, useWorld } from '../../../app-world'
import type { RunColumn } from './model/columns'

/** Which columns are shown; the name always is. */
export function ColumnChoice({ columns }: { readonly columns: readonly RunColumn[] }) {
  const say = useSay()
  const { store } = useWorld()
  const hidden = useAppState((state) => state.hiddenRunColumns)
  return (
    <details className="runs-columns" data-testid="runs-columns">
      <summary>{say('runsTab.columns')}</summary>
      <div className="runs-columns-list">
        {columns
          .filter(({ id }) => id !== 'name')
          .map(({ id, label }) => (
            <label key={id} className="check">
              <input
                type="checkbox"
                data-testid={`column-${id}`}
                checked={!hidden.includes(id)}
                onChange={() => store.getState().toggleRunColumn(id)}
              />
              {say(label)}
            </label>
          ))}
      </div>
    </details>
  )
}
