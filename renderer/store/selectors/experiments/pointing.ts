import type { ExperimentRun } from '@contract/experiment/experiment'
import { counts } from './outcomes'

/** A place on the line of a run: one of the updates whose losses are kept. */
export type HairPoint = { readonly index: number; readonly update: number; readonly loss: number }

/** How far up a loss stands in the picture, from 0 to 1; not a number where it has no place in it. */
type ShareUp = (loss: number) => number

/** The update of one of the losses that are kept of a run, by its place. */
export function updateOfPlace({ losses, stride, updates }: ExperimentRun, place: number): number {
  return place >= losses.length - 1 ? updates : 1 + place * stride
}

/** The place of a loss that is kept, nearest to an update. */
function placeNear({ losses, stride }: ExperimentRun, update: number): number {
  return Math.min(losses.length - 1, Math.max(0, Math.round((update - 1) / stride)))
}

/** A run's line at the place nearest to an update; null where the run has no loss. */
export function pointOf(run: ExperimentRun, update: number): HairPoint | null {
  if (!counts(run) || run.losses.length === 0) return null
  const place = placeNear(run, update)
  return { index: run.index, update: updateOfPlace(run, place), loss: run.losses[place] as number }
}

/**
 * The line that is nearest to a place of the picture, at its update: by how far up it stands. One that had ended before the
 * update is not pointed at.
 */
export function nearestHair(
  runs: readonly ExperimentRun[],
  at: { readonly update: number; readonly up: number },
  shareUp: ShareUp,
): HairPoint | null {
  let [found, least] = [null as HairPoint | null, Number.POSITIVE_INFINITY]
  for (const run of runs) {
    if (run.updates < at.update - run.stride) continue
    const point = pointOf(run, at.update)
    const distance = point ? Math.abs(shareUp(point.loss) - at.up) : Number.NaN
    if (distance < least) [found, least] = [point, distance]
  }
  return found
}

/** The line that is next to one, above or below it, at its update; itself where there is none. */
export function nextHair(runs: readonly ExperimentRun[], from: HairPoint, way: 1 | -1): HairPoint {
  const there = runs
    .filter((run) => run.updates >= from.update)
    .flatMap((run) => pointOf(run, from.update) ?? [])
    // Equal ones in the order of their runs, so that all of them are come by.
    .sort((one, other) => one.loss - other.loss || one.index - other.index)
  const place = there.findIndex(({ index }) => index === from.index)
  return there[place + way] ?? from
}

/** Places along a run's line, and which of them a point stands on: for the keys that go along it. */
export function alongHair(run: ExperimentRun, point: HairPoint) {
  return { places: run.losses.length, place: placeNear(run, point.update) }
}
