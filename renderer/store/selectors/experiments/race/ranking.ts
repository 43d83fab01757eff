import type { ExperimentRun } from '@contract/experiment/experiment'
import type { Measure } from '../../../state/experiments/experiments-state'
import { counts } from '../outcomes'
import type { Lane, LaneMoment, RaceBy } from './lane-clock'
import { laneAt, racing } from './race-clock'

/** A lane at a moment of the race. */
export type Standing = {
  readonly index: number
  /** From 1; equal losses share one, and so do all that diverged. Null where there is nothing to rank by. */
  readonly place: number | null
  /** The loss that it is ranked by: of the newest update that one is kept of; null without one. */
  readonly loss: number | null
  readonly update: number
  readonly state: LaneMoment['state'] | 'coming' | 'failed'
}

/** By which losses lanes are ranked: the validation losses where all have them and nothing else was chosen. */
export function raceMeasure(chosen: Measure | null, lanes: readonly Lane[]): Measure {
  return canRankByValidation(lanes) ? (chosen ?? 'validation') : 'loss'
}

export function canRankByValidation(lanes: readonly Lane[]): boolean {
  const runs = racing(lanes)
  return runs.length > 0 && runs.every(({ validationLosses }) => validationLosses.length > 0)
}

/** Where each lane is and its place, in the order of the lanes. */
export function standingsOf(
  lanes: readonly Lane[],
  by: RaceBy,
  cursor: number,
  measure: Measure,
): readonly Standing[] {
  // At one number of updates all are compared by the loss of one and the same update, where they have that.
  const stride = by === 'updates' ? Math.max(1, ...racing(lanes).map((run) => run.stride)) : 1
  const standings = lanes.map(({ index, run }): Omit<Standing, 'place'> => {
    if (run === null) return { index, loss: null, update: 0, state: 'coming' }
    if (!counts(run)) return { index, loss: null, update: 0, state: 'failed' }
    const moment = laneAt(run, by, cursor)
    const isOut = moment.state === 'diverged'
    return { index, ...moment, loss: isOut ? null : newestLoss(run, moment.update, stride, measure) }
  })
  return standings.map((standing) => ({ ...standing, place: placeAmong(standing, standings) }))
}

/** Lanes by their places; those that have none come last, in the order of the plan. */
export function byPlace(standings: readonly Standing[]): readonly Standing[] {
  return standings.toSorted(
    (one, other) =>
      (one.place ?? Number.POSITIVE_INFINITY) - (other.place ?? Number.POSITIVE_INFINITY) ||
      one.index - other.index,
  )
}

function placeAmong(
  standing: Omit<Standing, 'place'>,
  all: readonly Omit<Standing, 'place'>[],
): number | null {
  const worth = ({ loss, state }: Omit<Standing, 'place'>) =>
    state === 'diverged' ? Number.POSITIVE_INFINITY : loss
  const own = worth(standing)
  if (own === null) return null
  return 1 + all.filter((other) => (worth(other) ?? Number.POSITIVE_INFINITY) < own).length
}

/**
 * The newest loss of a run that is kept of an update up to a given one; null before the first.
 *
 * @param stride updates from one that counts to the next: a multiple of the run's own, or less
 */
export function newestLoss(
  run: ExperimentRun,
  update: number,
  stride: number,
  measure: Measure,
): number | null {
  if (update < 1) return null
  if (update >= run.updates) return measure === 'validation' ? run.validationLoss : run.lastLoss
  const each = Math.max(stride, run.stride)
  const place = (Math.floor((update - 1) / each) * each) / run.stride
  if (measure === 'loss') return run.losses[place] ?? null
  // Between two evaluations the last one holds.
  for (let at = place; at >= 0; at -= 1) {
    const loss = run.validationLosses[at]
    if (loss !== undefined && !Number.isNaN(loss)) return loss
  }
  return null
}
