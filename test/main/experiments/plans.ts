import type { ExperimentPlan } from '@contract/experiment/experiment'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'

/** Small enough for a test with real workers. */
export const SMALL = withSettings(LESSON, { hiddenUnits: 4, points: 3, updates: 20 })

/** One setting, so many seeds. */
export function seedsPlan(count: number, base = SMALL): ExperimentPlan {
  return { kind: 'seeds', base, seeds: { first: 1, count } }
}

/** Three learning rates, so many seeds each. */
export function sweepPlan(count: number, base = SMALL): ExperimentPlan {
  const varied = [{ setting: 'learningRate', values: [0.01, 0.1, 1] }] as const
  return { kind: 'sweep', base, varied, seeds: { first: 1, count } }
}
