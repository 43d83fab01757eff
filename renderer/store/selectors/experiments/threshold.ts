import type { ExperimentRun } from '@contract/experiment/experiment'
import { quantile } from '@contract/statistics/quantile'
import type { Measure } from '../../state/experiments/experiments-state'
import { counts } from './outcomes'

/**
 * What a run must come below to count as converged until a person says otherwise: what the best rival loses on the validation
 * part, or a tenth of what the untrained network loses in the middle, in one digit.
 */
export function convergedUsually(runs: readonly ExperimentRun[], measure: Measure): number {
  const counted = runs.filter(counts)
  const rival =
    measure === 'validation' ? counted.find(({ rivalLoss }) => rivalLoss !== null)?.rivalLoss : null
  if (rival) return Number(rival.toPrecision(3))
  const first = quantile(
    counted.flatMap(({ losses }) => losses[0] ?? []),
    0.5,
  )
  return first > 0 && Number.isFinite(first) ? Number((first / 10).toPrecision(1)) : 0.1
}
