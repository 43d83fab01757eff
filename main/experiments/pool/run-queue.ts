import type { ExperimentPlan, ExperimentRun, ExperimentRunEnd } from '@contract/experiment/experiment'
import { SKIPPED_AFTER } from '@contract/experiment/limits'
import { cellsOf, configOfRun, runCount, runsPerCell } from '@contract/experiment/plan-runs'
import type { Job } from './job'

/** Which run of a plan is made next, and what is known once it is made. It follows from the plan and the runs alone, never from a clock. */
export type RunQueue = {
  /** Runs that are left out before any is made: the app had ended before it was written that they are. */
  readonly unmade: readonly ExperimentRun[]
  /** Runs that have not come to an end. */
  readonly left: () => number
  readonly waiting: () => number
  readonly next: () => Job | null
  readonly back: (job: Job) => void
  /** Takes in a run that was asked for; the runs that have come to their ends by that: others may have waited for it, or be left out. */
  readonly take: (run: ExperimentRun) => readonly ExperimentRun[]
}

/** A run that was not made. */
export function unmadeRun(index: number, end: 'skipped' | 'failed'): ExperimentRun {
  return {
    ...{
      index,
      end,
      updates: 0,
      stride: 1,
      losses: new Float32Array(),
      validationLosses: new Float32Array(),
    },
    ...{
      lastLoss: null,
      bestLoss: null,
      best: null,
      validationLoss: null,
      rivalLoss: null,
      seconds: 0,
      shown: [],
    },
  }
}

/**
 * Runs of a plan by their seeds, and for each seed cell after cell, so that a map of the cells fills evenly. A cell whose first
 * `SKIPPED_AFTER` runs have all diverged is left out from there on; what was made of it meanwhile does not count, so that the same
 * plan has the same runs wherever it is made. The runs of a race are made one after the other: their times are to be compared.
 *
 * @param ended those that need not be made, and how they ended
 */
export function createRunQueue(plan: ExperimentPlan, ended: ReadonlyMap<number, ExperimentRunEnd>): RunQueue {
  const cells = cellsOf(plan)
  const each = runsPerCell(plan)
  const ends = new Map(ended)
  /** Made before it is known whether their cell is left out. */
  let held: readonly ExperimentRun[] = []
  let left = runCount(plan) - ended.size
  const order = Array.from({ length: each }, (_, seed) => cells.map((_, cell) => cell * each + seed)).flat()
  let waiting = order.filter((index) => !ends.has(index))
  /** Whether a run of a race is being made. */
  let isRacing = false

  const cellOf = (index: number) => Math.floor(index / each)
  const isLate = (index: number) => index % each >= SKIPPED_AFTER

  /** Whether more than its first runs are made of a cell; null as long as nobody knows. */
  function goesOn(cell: number): boolean | null {
    const first = Array.from({ length: Math.min(each, SKIPPED_AFTER) }, (_, seed) =>
      ends.get(cell * each + seed),
    )
    if (first.some((end) => end !== undefined && end !== 'diverged')) return true
    return first.includes(undefined) ? null : false
  }

  function job(index: number): Job {
    return { index, config: configOfRun(plan, index, cells), shown: plan.kind === 'race' ? 'all' : 'last' }
  }

  function end(runs: readonly ExperimentRun[]): readonly ExperimentRun[] {
    for (const run of runs) ends.set(run.index, run.end)
    left -= runs.length
    return runs
  }

  /** What of a cell waited for its first runs. */
  function decided(cell: number): readonly ExperimentRun[] {
    const on = goesOn(cell)
    if (on === null) return []
    const isOfCell = (index: number) => cellOf(index) === cell && isLate(index)
    const made = held.filter(({ index }) => isOfCell(index))
    held = held.filter((run) => !made.includes(run))
    if (on) return end(made)
    const unmade = waiting.filter(isOfCell)
    waiting = waiting.filter((index) => !isOfCell(index))
    return end([...made.map(({ index }) => index), ...unmade].map((index) => unmadeRun(index, 'skipped')))
  }

  return {
    unmade: cells.flatMap((_, cell) => decided(cell)),
    left: () => left,
    waiting: () => (isRacing ? 0 : waiting.length),
    next: () => {
      if (isRacing) return null
      // What may turn out to be left out comes last.
      const sure = waiting.find((index) => !isLate(index) || goesOn(cellOf(index)) === true)
      const index = sure ?? waiting[0]
      if (index === undefined) return null
      waiting = waiting.filter((other) => other !== index)
      isRacing = plan.kind === 'race'
      return job(index)
    },
    back: ({ index }) => {
      isRacing = false
      waiting = [index, ...waiting]
    },
    take: (run) => {
      isRacing = false
      const cell = cellOf(run.index)
      if (!isLate(run.index)) return [...end([run]), ...decided(cell)]
      held = [...held, run]
      return decided(cell)
    },
  }
}
