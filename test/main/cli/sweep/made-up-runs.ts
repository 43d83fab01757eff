import type { ExperimentRun } from '@contract/experiment/experiment'
import { inEnglish } from '@contract/language/say'
import { type PlannedRuns, plannedRuns } from '../../../../main/cli/sweep/planned-runs'
import { parseSweepOptions } from '../../../../main/cli/sweep/sweep-options'
import { type RunRow, rowOf } from '../../../../main/cli/sweep/table/run-row'

/** The runs that these options plan. */
export function planOf(line: string): PlannedRuns {
  const options = parseSweepOptions(line.split(' '))
  if (!options.ok) throw new Error(inEnglish(options.error.text))
  const planned = plannedRuns(options.value.plan)
  if (!planned.ok) throw new Error(inEnglish(planned.error.text))
  return planned.value
}

/** A row of a run that nobody has made. */
export function rowAt(planned: PlannedRuns, index: number, run: Partial<ExperimentRun> = {}): RunRow {
  const { config, setup } = planned.at(index)
  const made = {
    ...{ index, end: 'goal' as const, updates: 60, stride: 1, seconds: 0.123456 },
    ...{ lastLoss: Math.fround(0.1 * (index + 1)), bestLoss: Math.fround(0.01), best: null },
    ...{ validationLoss: null, rivalLoss: null },
    ...run,
  }
  return rowOf(made, config, planned.varied, setup)
}
