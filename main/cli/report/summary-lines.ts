import type { VariedName } from '@contract/experiment/experiment'
import { displayWidth, padStart } from '@contract/language/display-width'
import type { Say } from '@contract/language/say'
import { columnOf } from '../sweep/table/run-row'
import type { Measure } from './cells'
import { type CellSummary, nameOf, type Summary } from './summary'

/** What a summary is of. */
export type Reported = {
  readonly varied: readonly VariedName[]
  readonly measure: Measure
  readonly below: number | null
}

/** Digits of a loss, and least characters of its column. */
const DIGITS = 4
const WIDTH = 10

/** What the runs were, as lines for a person: a row for each cell, then the best one and what may be claimed of it. */
export function summaryLines(summary: Summary, { varied, measure, below }: Reported, say: Say): string[] {
  const { cells, best, claims } = summary
  const some = (of: (cell: CellSummary) => number) => cells.some((cell) => of(cell) > 0)
  const columns: { readonly title: string; readonly of: (cell: CellSummary) => string }[] = [
    ...varied.map((setting, at) => ({
      title: columnOf(setting),
      of: ({ cell }: CellSummary) => `${cell.values[at]}`,
    })),
    { title: say('reportCommand.runs'), of: ({ n }) => `${n}` },
    { title: say('reportCommand.median'), of: ({ median }) => lossText(median) },
    { title: '5%', of: ({ low }) => lossText(low) },
    { title: '95%', of: ({ high }) => lossText(high) },
    { title: say('reportCommand.diverged'), of: ({ diverged }) => `${diverged}` },
    ...(some(({ cell }) => cell.skipped)
      ? [{ title: say('reportCommand.skipped'), of: ({ cell }: CellSummary) => `${cell.skipped}` }]
      : []),
    ...(some(({ cell }) => cell.failed)
      ? [{ title: say('reportCommand.failed'), of: ({ cell }: CellSummary) => `${cell.failed}` }]
      : []),
    ...(below === null
      ? []
      : [
          { title: say('reportCommand.below', { limit: below }), of: (cell: CellSummary) => shareText(cell) },
        ]),
  ]
  const rows = [columns.map(({ title }) => title), ...cells.map((cell) => columns.map(({ of }) => of(cell)))]
  const widths = columns.map((_, at) => Math.max(WIDTH, ...rows.map((row) => displayWidth(row[at] ?? ''))))
  return [
    say('reportCommand.measured', { measure }),
    ...rows.map((row) => row.map((cell, at) => padStart(cell, widths[at] ?? 0)).join('  ')),
    ...(best
      ? ['', say('reportCommand.best', { cell: nameOf(best.cell, varied), median: lossText(best.median) })]
      : []),
    ...claims.map(({ words }) => say(words)),
  ]
}

/** The same as one JSON object; what is infinite or of no runs is null. */
export function summaryJson(summary: Summary, { varied, measure, below }: Reported): string {
  const settingsOf = ({ cell }: CellSummary) =>
    Object.fromEntries(varied.map((setting, at) => [setting, cell.values[at]]))
  return JSON.stringify({
    measure,
    limit: below,
    cells: summary.cells.map((each) => ({
      settings: settingsOf(each),
      n: each.n,
      diverged: each.diverged,
      skipped: each.cell.skipped,
      failed: each.cell.failed,
      p5: each.low,
      median: each.median,
      p95: each.high,
      below: each.below,
    })),
    best: summary.best && settingsOf(summary.best),
    claims: summary.claims.map(({ other, claim }) => ({ other: settingsOf(other), ...claim })),
  })
}

/** A loss with four digits; the sign of infinity where too many runs diverged. */
export function lossText(loss: number): string {
  if (Number.isNaN(loss)) return '–'
  return Number.isFinite(loss) ? `${Number(loss.toPrecision(DIGITS))}` : '∞'
}

function shareText({ below }: CellSummary): string {
  if (!below) return '–'
  const percent = (share: number) => `${Math.round(100 * share)}%`
  return `${percent(below.value)} (${percent(below.low)}–${percent(below.high)})`
}
