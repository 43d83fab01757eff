import type { VariedName } from '@contract/experiment/experiment'
import { cellsOf, configOfRun, runCount } from '@contract/experiment/plan-runs'
import { ok, type Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import { setupCode } from '@contract/setup/setup-code'
import { setupJson } from '@contract/setup/setup-json'
import type { SweepPlan } from './sweep-plan'

/** The runs of a sweep, by their places in its plan. */
export type PlannedRuns = {
  readonly count: number
  /** The settings that its columns are of. */
  readonly varied: readonly VariedName[]
  readonly at: (index: number) => { readonly config: RunConfig; readonly setup: string }
  /** The place of the run of these settings; null where it has none. */
  readonly indexOf: (config: RunConfig) => number | null
}

/** Fails where a run's setup code would be too long: the table has one for each. */
export function plannedRuns(plan: SweepPlan): Result<PlannedRuns> {
  const cells = cellsOf(plan)
  const count = runCount(plan)
  const runs: { config: RunConfig; setup: string }[] = []
  const places = new Map<string, number>()
  for (let index = 0; index < count; index += 1) {
    const config = configOfRun(plan, index, cells)
    const setup = setupCode(config)
    if (!setup.ok) return setup
    runs.push({ config, setup: setup.value })
    places.set(setupJson(config), index)
  }
  return ok({
    count,
    varied: plan.kind === 'sweep' ? plan.varied.map(({ setting }) => setting) : [],
    at: (index) => runs[index] as (typeof runs)[number],
    indexOf: (config) => places.get(setupJson(config)) ?? null,
  })
}
