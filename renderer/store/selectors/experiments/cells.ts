import type { ExperimentRun } from '@contract/experiment/experiment'
import { cellsOf, placeOfRun } from '@contract/experiment/plan-runs'
import { weightShapes } from '@contract/experiment/weight-shapes'
import type { RunConfig } from '@contract/settings/run-config'
import type { Group } from '@contract/statistics/claim'
import { quantile } from '@contract/statistics/quantile'
import type { Measure, SweepPlan } from '../../state/experiments/experiments-state'
import { counts, type Ends, endsOf, resultOf, resultsOf } from './outcomes'

/** The runs of one value, or of one pair of values, of a sweep. */
export type Cell = Ends & {
  /** Its place in the plan, and that of its value of each varied setting. */
  readonly cell: number
  readonly at: readonly number[]
  readonly config: RunConfig
  /** In the order of their seeds. */
  readonly runs: readonly ExperimentRun[]
  /** Of the runs that count; NaN of those that diverged. */
  readonly results: Float64Array
  /** Infinite where half of them diverged; NaN of none. */
  readonly median: number
  readonly low: number
  readonly high: number
}

/** The shares of runs between which the band of a cell lies, as that of an experiment of seeds. */
const [LOW, HIGH] = [0.05, 0.95]

/** The cells of a sweep with the runs that are made, in the order of the plan. */
export function cellsWithRuns(
  plan: SweepPlan,
  runs: readonly ExperimentRun[],
  measure: Measure,
): readonly Cell[] {
  const across = plan.varied[1]?.values.length ?? 1
  const byCell = new Map<number, ExperimentRun[]>()
  for (const run of runs) {
    const { cell } = placeOfRun(plan, run.index)
    byCell.set(cell, [...(byCell.get(cell) ?? []), run])
  }
  return cellsOf(plan).map((config, cell) => {
    const own = [...(byCell.get(cell) ?? [])].sort((one, other) => one.index - other.index)
    const results = resultsOf(own, measure)
    return {
      ...{ cell, config, runs: own, results, ...endsOf(own) },
      at: plan.varied.length === 1 ? [cell] : [Math.floor(cell / across), cell % across],
      median: quantile(results, 0.5),
      low: quantile(results, LOW),
      high: quantile(results, HIGH),
    }
  })
}

/** The cells that have a median, the lowest first. */
export function byMedian(cells: readonly Cell[]): readonly Cell[] {
  return cells.filter(({ median }) => Number.isFinite(median)).sort((one, other) => one.median - other.median)
}

/** A cell as a claim is made about it. */
export function groupOf(plan: SweepPlan, { config, runs }: Cell, measure: Measure): Group {
  return {
    shapes: weightShapes(config),
    runs: runs
      .filter(counts)
      .map((run) => ({ seed: placeOfRun(plan, run.index).seed, loss: resultOf(run, measure) })),
  }
}
