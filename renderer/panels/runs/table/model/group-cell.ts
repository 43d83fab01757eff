import type { Say } from '@contract/language/say'
import { text } from '@contract/language/texts'
import type { ListedRun } from '@contract/run/kept-run'
import { quantile } from '@contract/statistics/quantile'
import { titleText } from '../../../../store/words/run-texts'
import type { RunColumn } from './columns'

/**
 * What a group of runs has in a column: of losses the median and the range, of all else what all of them have. A run that
 * diverged counts as an infinite loss.
 */
export function groupCell(column: RunColumn, runs: readonly ListedRun[], say: Say): string {
  const [first] = runs
  if (!first) return ''
  if (column.id === 'name') return say('runsTab.groupName', { run: titleText(first), count: runs.length })
  if (!column.isLoss) {
    const shown = new Set(runs.map((run) => column.show(column.of(run), say)))
    return shown.size === 1 ? ([...shown][0] ?? '') : ''
  }
  const losses = runs.map(column.of).filter((loss) => typeof loss === 'number')
  if (losses.length === 0) return column.show(null, say)
  const at = (share: number) => text('runsTab.figure', { figure: column.show(quantile(losses, share), say) })
  const range = { median: at(0.5), least: at(0), most: at(1) }
  return say('runsTab.groupLoss', { ...range, count: losses.length, all: runs.length })
}
