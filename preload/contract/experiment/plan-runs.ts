import type { RunConfig, Settings } from '../settings/run-config'
import { withSettings } from '../settings/settings'
import type { ExperimentPlan } from './experiment'

/** The settings of each cell of a plan, in the order of its runs: of a pair the first setting is the slower one. */
export function cellsOf(plan: ExperimentPlan): readonly RunConfig[] {
  if (plan.kind === 'race') return plan.lanes
  if (plan.kind === 'seeds') return [plan.base]
  return plan.varied.reduce<readonly RunConfig[]>(
    (cells, { setting, values }) =>
      cells.flatMap((cell) =>
        values.map((value) => withSettings(cell, { [setting]: value } as Partial<Settings>)),
      ),
    [plan.base],
  )
}

/** Runs of each cell. */
export function runsPerCell(plan: ExperimentPlan): number {
  return plan.kind === 'race' ? 1 : plan.seeds.count
}

/** All runs of a plan. */
export function runCount(plan: ExperimentPlan): number {
  const cells =
    plan.kind === 'race'
      ? plan.lanes.length
      : plan.kind === 'seeds'
        ? 1
        : plan.varied.reduce((product, { values }) => product * values.length, 1)
  return cells * runsPerCell(plan)
}

/** Where a run stands in its plan. */
export function placeOfRun(
  plan: ExperimentPlan,
  index: number,
): { readonly cell: number; readonly seed: number } {
  const each = runsPerCell(plan)
  const cell = Math.floor(index / each)
  const lane = plan.kind === 'race' ? plan.lanes[cell] : null
  const first = plan.kind === 'race' ? (lane?.network.seed ?? 0) : plan.seeds.first
  return { cell, seed: first + (index % each) }
}

/**
 * The settings of a run of a plan: those of its cell, and its seed.
 *
 * @param cells of the plan, see `cellsOf`
 * @throws RangeError if the plan has no such run
 */
export function configOfRun(plan: ExperimentPlan, index: number, cells = cellsOf(plan)): RunConfig {
  const { cell, seed } = placeOfRun(plan, index)
  const config = cells[cell]
  if (!config) throw new RangeError(`the experiment has no run ${index}`)
  return withSettings(config, { seed })
}
