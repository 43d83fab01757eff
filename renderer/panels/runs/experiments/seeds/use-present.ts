import type { ExperimentPlan, ExperimentRun } from '@contract/experiment/experiment'
import { useMemo } from 'react'
import { useAppState, useWorld } from '../../../../app-world'
import { thinned } from '../../../../store/selectors/experiments/hairs'
import {
  isOfPlan,
  type PresentAmong,
  presentAmong,
} from '../../../../store/selectors/experiments/present-among'

/** Points of its line at most. */
const MOST_POINTS = 1000

/** The present run beside those of an experiment: where it stands, and its line, which is empty where it is not compared. */
export type Present = {
  readonly among: PresentAmong
  readonly seed: number
  readonly updates: Float64Array
  readonly losses: Float64Array
}

export function usePresent(plan: ExperimentPlan, runs: readonly ExperimentRun[]): Present {
  const { history } = useWorld()
  const run = useAppState((state) => state.run)
  const done = useAppState((state) => state.progress.updatesDone)
  // The updates of a run that goes on are read from its record, later than it is known.
  const revision = history.updatesRevision
  // biome-ignore lint/correctness/useExhaustiveDependencies: the history is outside of React; its revision says when it is another one.
  return useMemo(() => {
    const first = history.firstUpdate
    const { data, length } = history.losses.values
    const lossOf = (update: number) => (first === 0 ? Number.NaN : history.losses.at(update - first))
    const state = run && { config: run.config, events: run.events, updatesDone: done }
    const shown = run && isOfPlan(run, plan) ? thinned(data.subarray(0, length), MOST_POINTS) : []
    return {
      among: presentAmong(state, plan, runs, lossOf),
      seed: run?.config.network.seed ?? 0,
      updates: Float64Array.from(shown, (place) => first + place),
      losses: Float64Array.from(shown, (place) => data[place] as number),
    }
  }, [history, run, done, revision, plan, runs])
}
