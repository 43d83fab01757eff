import type { ExperimentPlan, ExperimentRun } from '@contract/experiment/experiment'
import type { RunState } from '@contract/run/run'
import { differences } from '@contract/settings/settings'
import { sameSource } from '@contract/settings/source-config'
import { percentileAmong } from '@contract/statistics/quantile'
import { counts, lossAt } from './outcomes'

/** Where the present run stands among the runs of an experiment of seeds. */
export type PresentAmong =
  /** It has made no update. */
  | { readonly kind: 'none' }
  /** Its settings are others, or were changed on the way: it is another experiment. */
  | { readonly kind: 'other' }
  | {
      readonly kind: 'among'
      readonly update: number
      readonly loss: number
      /** The share of the others whose loss is higher, of equal ones half: from 0 to 1. */
      readonly lowerThan: number
      /** Runs that have a loss at that update, or had diverged by then. */
      readonly n: number
    }

/** These say how far a run goes and what is seen of it, and change none of its losses. */
const WITHOUT_EFFECT: readonly string[] = ['seed', 'updates', 'patience', 'shown']

/** Whether a run has had the settings of an experiment of seeds from its first update on, all but the seed. */
export function isOfPlan(
  run: Pick<RunState, 'config' | 'events'>,
  { kind, ...plan }: ExperimentPlan,
): boolean {
  if (kind === 'race' || !('base' in plan)) return false
  const { base } = plan
  const others = differences(run.config, base).filter((name) => !WITHOUT_EFFECT.includes(name))
  const changed = run.events.some(
    ({ after, wiped }) => wiped || Object.keys(after).some((name) => !WITHOUT_EFFECT.includes(name)),
  )
  return others.length === 0 && !changed && sameSource(run.config.data.source, base.data.source)
}

/**
 * Where a run stands among others at its newest update of which they have losses.
 *
 * @param lossOf of the present run, of any of its updates; NaN where it is not known
 */
export function presentAmong(
  run: Pick<RunState, 'config' | 'events' | 'updatesDone'> | null,
  plan: ExperimentPlan,
  runs: readonly ExperimentRun[],
  lossOf: (update: number) => number,
): PresentAmong {
  if (!run || run.updatesDone === 0) return { kind: 'none' }
  if (!isOfPlan(run, plan)) return { kind: 'other' }
  const counted = runs.filter(counts)
  const stride = counted.reduce((most, each) => Math.max(most, each.stride), 1)
  const last = counted.reduce((most, { updates }) => Math.max(most, updates), 0)
  const newest = Math.min(run.updatesDone, last)
  // Of a long run not every loss is kept.
  const update = newest === last ? newest : 1 + Math.floor((newest - 1) / stride) * stride
  const losses = counted.flatMap((each) => lossAt(each, update) ?? [])
  const loss = lossOf(update)
  if (losses.length === 0 || update < 1 || Number.isNaN(loss)) return { kind: 'none' }
  return { kind: 'among', update, loss, lowerThan: 1 - percentileAmong(losses, loss), n: losses.length }
}
