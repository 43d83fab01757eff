import type { ExperimentRun } from '@contract/experiment/experiment'

/** What all lanes of a race have in common at a moment: a number of updates, or seconds of each one's own worker. */
export type RaceBy = 'updates' | 'seconds'

/** A lane of a race. */
export type Lane = {
  /** Its place in the plan. */
  readonly index: number
  /** Columns that it predicts. */
  readonly outputs: number
  /** Null as long as it is not made. */
  readonly run: ExperimentRun | null
}

/** Where a lane is. */
export type LaneMoment = {
  /** Updates that it has made by then. */
  readonly update: number
  /** `ended`: at its goal, or by its patience. `diverged`: the update after these broke it. */
  readonly state: 'under-way' | 'ended' | 'diverged'
}

/** The updates that a run has numbers of: of one that diverged the one that broke it counts too. */
export function lastUpdateOf({ end, updates }: ExperimentRun): number {
  return end === 'diverged' ? updates + 1 : updates
}

/**
 * Seconds of its worker after which an update of a run was made. Between two windows that are kept updates are taken to be
 * equally long; the one that broke a run as long as the mean of those before it.
 *
 * @param update from 0 to `lastUpdateOf`
 */
export function secondsAt(run: ExperimentRun, update: number): number {
  const { shown, updates, seconds } = run
  if (update <= 0 || updates === 0) return 0
  if (update > updates) return seconds * (update / updates)
  const next = firstPlace(shown.length, (place) => (shown[place]?.update ?? 0) >= update)
  const [before, after] = [shown[next - 1], shown[next]]
  const from = before ? before : { update: 0, at: 0 }
  const to = after ? after : { update: updates, at: seconds }
  if (to.update === update) return to.at
  return from.at + ((to.at - from.at) * (update - from.update)) / (to.update - from.update)
}

/** Where a run is after so many updates of the race. */
export function afterUpdates(run: ExperimentRun, count: number): LaneMoment {
  const update = Math.min(run.updates, Math.max(0, Math.floor(count)))
  if (run.end === 'diverged') return { update, state: count > run.updates ? 'diverged' : 'under-way' }
  return { update, state: update === run.updates ? 'ended' : 'under-way' }
}

/** Where a run is after so many seconds of its worker. */
export function afterSeconds(run: ExperimentRun, seconds: number): LaneMoment {
  const last = lastUpdateOf(run)
  // The first update that is not made yet, less one.
  const made = firstPlace(last, (place) => secondsAt(run, place + 1) > seconds)
  return afterUpdates(run, made)
}

/** The first of so many places at which something holds, which holds from there on; as many as there are where it holds nowhere. */
function firstPlace(places: number, holds: (place: number) => boolean): number {
  let [low, high] = [0, places]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
