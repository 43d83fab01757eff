import type { ExperimentPlan, Seeds, Varied } from '@contract/experiment/experiment'
import { parsePlan } from '@contract/experiment/parse-plan'
import { cellsOf } from '@contract/experiment/plan-runs'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import { SETTINGS, settingsOf } from '@contract/settings/settings'
import { optionOf } from '../run/run-settings'

/** What `sweep` makes: all seeds of some settings. */
export type SweepPlan = Exclude<ExperimentPlan, { readonly kind: 'race' }>

/**
 * The plan of all runs. Fails in one sentence as `parsePlan` does, and where a setting would do nothing in any cell: all its
 * runs would be the same.
 */
export function sweepPlan(base: RunConfig, varied: readonly Varied[], seeds: Seeds): Result<SweepPlan> {
  const asked = varied.length > 0 ? { kind: 'sweep', base, varied, seeds } : { kind: 'seeds', base, seeds }
  const parsed = parsePlan(asked)
  if (!parsed.ok) return parsed
  const plan = parsed.value
  if (plan.kind === 'race') throw new Error('a plan is of the kind that was asked for')
  const cells = cellsOf(plan)
  const idle = varied.find(
    ({ setting }) => !cells.some((cell) => SETTINGS[setting].applies?.(settingsOf(cell)) ?? true),
  )
  if (!idle) return ok(plan)
  return fail('invalid-setting', text('sweepCommand.doesNothing', { option: optionOf(idle.setting) }))
}
