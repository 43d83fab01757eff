import type { VariedName } from '@contract/experiment/experiment'
import type { Say } from '@contract/language/say'
import { NUMBERS } from '@contract/settings/numbers'
import { isNumber, SETTINGS } from '@contract/settings/settings'
import { describeNetwork } from '../../trainer/network/shape/describe-network'
import { networkOf } from '../../trainer/network/shape/network-of'
import type { CellsWords, FigureCell } from '../picture/cells'
import { drawCellsInLine } from '../picture/cells-in-line'
import { drawHeatmap } from '../picture/heatmap'
import { numberLabel } from '../picture/log-axis'
import { drawSortedRuns } from '../picture/sorted-runs'
import type { Measure } from './cells'
import { type CellSummary, nameOf, type Summary } from './summary'
import { lossText } from './summary-lines'

/** The runs as an SVG document, by how many settings are varied: sorted, along the one, or the medians of both. */
export function drawRuns(
  { cells, best }: Summary,
  varied: readonly VariedName[],
  measure: Measure,
  say: Say,
): string {
  const drawn = cells.map((summary) => figureCell(summary, varied))
  const runs = cells.reduce((sum, { n }) => sum + n, 0)
  const [only] = cells
  const told = best ?? only
  const words: CellsWords = {
    title: only ? titleOf(only, varied) : '',
    about:
      best === null
        ? say('reportCommand.aboutRuns', { runs, measure, median: lossText(told?.median ?? Number.NaN) })
        : say('reportCommand.aboutCells', {
            ...{ cells: cells.length, runs, measure },
            ...{ best: nameOf(best.cell, varied), median: lossText(best.median) },
          }),
    loss: say('reportCommand.measure', { measure }),
    median: say('reportCommand.median'),
    band: say('reportCommand.band'),
    run: say('reportCommand.run'),
    diverged: say('reportCommand.diverged'),
    rank: say('reportCommand.rank'),
  }
  const [first, second] = varied
  if (first && second) {
    const labelsOf = (at: number) => [...new Set(drawn.map(({ labels }) => labels[at] ?? ''))]
    // Cells are sorted by the first setting, and each value of the second one is at its place in some row.
    const columns = [...new Set(inOrderOf(cells, 1).map((value) => labelOf(second, value)))]
    const settings = [say(SETTINGS[first].label), say(SETTINGS[second].label)] as const
    return drawHeatmap({ settings, rows: labelsOf(0), columns, cells: drawn, words })
  }
  const [sole] = drawn
  if (first)
    return drawCellsInLine({
      cells: drawn,
      values: isNumber(first) ? cells.map(({ cell }) => Number(cell.values[0])) : null,
      isLogarithmic: isNumber(first) && NUMBERS[first].step === 'proportion',
      setting: say(SETTINGS[first].label),
      words,
    })
  if (!sole) throw new Error('a table without runs is refused')
  return drawSortedRuns(sole, words)
}

/** What all runs have in common, as the figure of a run has it above itself. */
function titleOf({ cell: { config } }: CellSummary, varied: readonly VariedName[]): string {
  const { summary } = describeNetwork(networkOf(config))
  const ofNetwork: readonly VariedName[] = ['cell', 'hiddenUnits', 'layers', 'family']
  return varied.some((name) => ofNetwork.includes(name)) ? '' : summary
}

function figureCell({ cell, low, median, high }: CellSummary, varied: readonly VariedName[]): FigureCell {
  return {
    labels: varied.map((setting, at) => labelOf(setting, cell.values[at])),
    losses: cell.runs.map(({ loss }) => loss),
    ...{ low, median, high },
  }
}

function labelOf(setting: VariedName, value: unknown): string {
  return isNumber(setting) ? numberLabel(Number(value)) : `${value}`
}

/** The values of a setting, numbers from the lowest; names in the order in which they come. */
function inOrderOf(cells: readonly CellSummary[], at: number): unknown[] {
  const values = cells.map(({ cell }) => cell.values[at])
  return values.every((value) => typeof value === 'number') ? values.sort((a, b) => a - b) : values
}
