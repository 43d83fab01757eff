import type { VariedName } from '@contract/experiment/experiment'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { type Claim, claimOf } from '@contract/statistics/claim'
import { failuresAmong } from '@contract/statistics/outcomes'
import { quantile } from '@contract/statistics/quantile'
import { type Share, shareOf } from '@contract/statistics/share'
import { wordsOfClaim } from '@contract/statistics/statistics-words'
import { describeNetwork } from '../../trainer/network/shape/describe-network'
import { networkOf } from '../../trainer/network/shape/network-of'
import { optionOf } from '../run/run-settings'
import type { Cell } from './cells'

/** Cells that the best one is compared with: those next to it. */
const MOST_COMPARED = 5

/** What is said of the runs of a cell. */
export type CellSummary = {
  readonly cell: Cell
  readonly n: number
  readonly diverged: number
  /** Quantiles, infinite where too many diverged; NaN of no runs. */
  readonly low: number
  readonly median: number
  readonly high: number
  /** Runs below the limit; null where none is given, and of no runs. */
  readonly below: Share | null
}

/** What is said of a table of runs. */
export type Summary = {
  readonly cells: readonly CellSummary[]
  /** The cell with the lowest median; null where there is one alone, or none with a loss. */
  readonly best: CellSummary | null
  /** The best one beside those next to it, from the lowest median. */
  readonly claims: readonly { readonly other: CellSummary; readonly claim: Claim; readonly words: Text }[]
}

/**
 * What is to be said of some cells.
 *
 * @param varied settings that tell them apart
 * @param limit of the loss of a run that has converged; null for none
 */
export function summaryOf(
  cells: readonly Cell[],
  varied: readonly VariedName[],
  limit: number | null,
): Summary {
  const summaries = cells.map((cell) => summaryOfCell(cell, limit))
  if (cells.length < 2) return { cells: summaries, best: null, claims: [] }
  const ranked = summaries.filter(({ median }) => Number.isFinite(median)).sort((a, b) => a.median - b.median)
  const [best, ...others] = ranked
  if (!best) return { cells: summaries, best: null, claims: [] }
  const claims = others.slice(0, MOST_COMPARED).map((other) => {
    const claim = claimOf(groupOf(best.cell), groupOf(other.cell))
    return { other, claim, words: wordsOfClaim(claim, nameOf(best.cell, varied), nameOf(other.cell, varied)) }
  })
  return { cells: summaries, best, claims }
}

function summaryOfCell(cell: Cell, limit: number | null): CellSummary {
  const losses = cell.runs.map(({ loss }) => loss)
  return {
    cell,
    n: losses.length,
    diverged: failuresAmong(losses),
    low: quantile(losses, 0.05),
    median: quantile(losses, 0.5),
    high: quantile(losses, 0.95),
    below: limit === null ? null : shareOf(losses.filter((loss) => loss < limit).length, losses.length),
  }
}

function groupOf({ config, runs }: Cell) {
  const shapes = describeNetwork(networkOf(config)).parameters.map(({ shape }) => shape)
  return { shapes, runs }
}

/** A cell as it is called: the options that it was made with. */
export function nameOf({ values }: Cell, varied: readonly VariedName[]): Text {
  return text('reportCommand.cell', {
    options: varied.map((setting, at) => `--${optionOf(setting)} ${values[at]}`),
  })
}
