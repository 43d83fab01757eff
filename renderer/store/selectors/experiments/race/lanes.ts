import type { ExperimentRun } from '@contract/experiment/experiment'
import { sizesOf } from '@contract/settings/source-config'
import type { RacePlan } from '../../../state/experiments/race-form'
import type { Lane } from './lane-clock'

/** The lanes of a race, with the runs that are made. */
export function lanesOf({ lanes }: RacePlan, runs: readonly ExperimentRun[]): readonly Lane[] {
  return lanes.map(({ data }, index) => ({
    index,
    outputs: sizesOf(data.source).outputs,
    run: runs.find((run) => run.index === index) ?? null,
  }))
}
