import type { ExperimentRun } from '@contract/experiment/experiment'

/** A run of an experiment with these losses, one an update, that reached its goal; `changes` as wanted. */
export function madeRun(
  index: number,
  losses: readonly number[],
  changes: Partial<ExperimentRun> = {},
): ExperimentRun {
  const kept = Float32Array.from(losses)
  return {
    index,
    end: 'goal',
    updates: kept.length,
    stride: 1,
    losses: kept,
    validationLosses: new Float32Array(),
    lastLoss: kept.at(-1) ?? null,
    bestLoss: kept.length === 0 ? null : Math.min(...kept),
    best: null,
    validationLoss: null,
    rivalLoss: null,
    seconds: 1.5,
    shown: [],
    ...changes,
  }
}

/** A run that the update after these losses broke. */
export function divergedRun(index: number, losses: readonly number[]): ExperimentRun {
  return madeRun(index, losses, { end: 'diverged' })
}
