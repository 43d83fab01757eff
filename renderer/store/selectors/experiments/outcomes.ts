import type { ExperimentRun } from '@contract/experiment/experiment'
import type { Measure } from '../../state/experiments/experiments-state'

/** How the runs of an experiment or of a cell ended. */
export type Ends = {
  /** Runs that count: those that were made to their end, and those that diverged. */
  readonly n: number
  /** Of these, those that diverged. */
  readonly diverged: number
  /** Not made, as all before them in their cell had diverged, or no worker could make them: nothing is known of their losses. */
  readonly skipped: number
  readonly failed: number
}

/** Whether a run says anything of its losses: one that diverged does. */
export function counts({ end }: ExperimentRun): boolean {
  return end !== 'skipped' && end !== 'failed'
}

/** How some runs ended. */
export function endsOf(runs: readonly ExperimentRun[]): Ends {
  const ended = (kind: ExperimentRun['end']) => runs.filter(({ end }) => end === kind).length
  const [skipped, failed] = [ended('skipped'), ended('failed')]
  return { n: runs.length - skipped - failed, diverged: ended('diverged'), skipped, failed }
}

/** What a run came to, by a measure; NaN where it diverged: that is worse than any loss. */
export function resultOf(run: ExperimentRun, measure: Measure): number {
  if (run.end === 'diverged') return Number.NaN
  return (measure === 'validation' ? run.validationLoss : run.lastLoss) ?? Number.NaN
}

/** What each run that counts came to. */
export function resultsOf(runs: readonly ExperimentRun[], measure: Measure): Float64Array {
  return Float64Array.from(runs.filter(counts), (run) => resultOf(run, measure))
}

/** The update that broke a run; null where none did. */
export function brokeAt({ end, updates }: ExperimentRun): number | null {
  return end === 'diverged' ? updates + 1 : null
}

/**
 * The loss of an update of a run: NaN where it had diverged by then, null where that is not kept, or it had come to its end
 * before. An update that it diverged at has no loss.
 */
export function lossAt(run: ExperimentRun, update: number): number | null {
  const broke = brokeAt(run)
  if (broke !== null && update >= broke) return Number.NaN
  if (update === run.updates) return run.lastLoss
  const place = (update - 1) / run.stride
  return Number.isInteger(place) && update < run.updates ? (run.losses[place] ?? null) : null
}
