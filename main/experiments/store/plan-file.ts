import type { ExperimentPlan } from '@contract/experiment/experiment'
import { parsePlan } from '@contract/experiment/parse-plan'
import type { Result } from '@contract/result'
import { parseSettings } from '@contract/settings/parse-settings'
import { writtenSettings } from '@contract/settings/settings'
import * as v from 'valibot'

/** What `plan.json` says of the experiment in whose folder it lies. */
export const PLAN_FILE = v.object({
  /** Goes up with every experiment: which is the newest is not for the clock on the wall to say. */
  serial: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** Milliseconds up to the last moment that a date can be. */
  begunAt: v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15)),
  /** With the settings of runs by name alone, as in every file. */
  plan: v.unknown(),
})

/** A plan as it is written. */
export function writtenPlan(plan: ExperimentPlan): unknown {
  return plan.kind === 'race'
    ? { ...plan, lanes: plan.lanes.map(writtenSettings) }
    : { ...plan, base: writtenSettings(plan.base) }
}

/** The plan that was written, and fails as `parsePlan` does: with what another version has allowed. */
export function readPlan(written: unknown): Result<ExperimentPlan> {
  return parsePlan(written, parseSettings)
}
