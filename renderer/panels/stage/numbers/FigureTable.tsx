import { PART_LABELS, PARTS } from '@contract/data/parts'
import type { Figure, Metrics } from '@contract/data/scores'
import type { Say } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { useAppState, useSay } from '../../../app-world'
import { shownOutput } from '../../../store/state/shown-curves'
import { formatLoss } from '../../../store/words/format'

/** A row of the table: what it is called, what that means, and what is in the column of a part. */
type FigureRow = {
  readonly id: string
  readonly name: Text
  readonly explained: Text
  readonly of: (metrics: Metrics, say: Say) => Figure | string
}

/** @param period time steps of a season; 1 where there is none */
function rowsOf(period: number): readonly FigureRow[] {
  return [
    {
      id: 'rmse',
      name: text('numbers.rmse'),
      explained: text('numbers.rmseExplained'),
      of: ({ rmse }) => ({ value: rmse }),
    },
    {
      id: 'mae',
      name: text('numbers.mae'),
      explained: text('numbers.maeExplained'),
      of: ({ mae }) => ({ value: mae }),
    },
    {
      id: 'mase',
      name: text('numbers.mase'),
      explained: text('numbers.maseExplained', { period }),
      of: ({ mase }) => mase,
    },
    { id: 'r2', name: text('numbers.r2'), explained: text('numbers.r2Explained'), of: ({ r2 }) => r2 },
    {
      id: 'spread',
      name: text('numbers.spread'),
      explained: text('numbers.spreadExplained'),
      of: ({ spread }) => spread,
    },
    {
      id: 'lag',
      name: text('numbers.lag'),
      explained: text('numbers.lagExplained'),
      of: ({ lag }, say) =>
        lag === null
          ? { value: null, why: text('numbers.noLag') }
          : say('numbers.lagSteps', { steps: lag.best, delayed: lag.delayed }),
    },
    {
      id: 'rows',
      name: text('numbers.rows'),
      explained: text('numbers.rowsExplained'),
      of: ({ count }, say) => say('charts.number', { value: count }),
    },
  ]
}

/** What stands in a cell, and whether that is a number or why there is none. */
function cellOf(row: FigureRow, metrics: Metrics | null, say: Say): { words: string; isNumber: boolean } {
  if (!metrics) return { words: say('numbers.noPart'), isNumber: false }
  const found = row.of(metrics, say)
  if (typeof found === 'string') return { words: found, isNumber: true }
  return found.value === null
    ? { words: say(found.why), isNumber: false }
    : { words: formatLoss(found.value, say), isNumber: true }
}

/** What can be said of the predictions of the output that is shown, in every part; nothing for a run without scores. */
export function FigureTable() {
  const say = useSay()
  const scores = useAppState((state) => state.scores)
  const shown = useAppState(shownOutput)
  const output = scores?.outputs[shown]
  if (!scores || !output) return null
  const { name, parts, period } = output
  return (
    <table className="figure-table" data-testid="figure-table">
      <caption>{say('numbers.ofOutput', { name, update: scores.update })}</caption>
      <thead>
        <tr>
          <th scope="col">{say('numbers.figure')}</th>
          {PARTS.map((part) => (
            <th key={part} scope="col">
              {say(PART_LABELS[part])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rowsOf(period ?? 1).map((row) => (
          <tr key={row.id} data-testid={`figure-${row.id}`}>
            <th scope="row">
              {say(row.name)} <span className="explained">{say(row.explained)}</span>
            </th>
            {PARTS.map((part) => {
              const { words, isNumber } = cellOf(row, parts[part], say)
              return (
                <td key={part} className={isNumber ? undefined : 'why'}>
                  {words}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
