import type { ExperimentRun } from '@contract/experiment/experiment'
import { counts } from '../outcomes'
import {
  afterSeconds,
  afterUpdates,
  type Lane,
  type LaneMoment,
  lastUpdateOf,
  type RaceBy,
  secondsAt,
} from './lane-clock'

/** Where a run is at a moment of the race: of its updates, or of its worker's seconds. */
export function laneAt(run: ExperimentRun, by: RaceBy, cursor: number): LaneMoment {
  return by === 'updates' ? afterUpdates(run, cursor) : afterSeconds(run, cursor)
}

/** The lanes that have numbers. */
export function racing(lanes: readonly Lane[]): readonly ExperimentRun[] {
  return lanes.flatMap(({ run }) => (run && counts(run) ? [run] : []))
}

/** The moment at which the last lane comes to its end; 0 of none. */
export function endOfRace(lanes: readonly Lane[], by: RaceBy): number {
  const ends = racing(lanes).map((run) =>
    by === 'updates' ? lastUpdateOf(run) : secondsAt(run, lastUpdateOf(run)),
  )
  return Math.max(0, ...ends)
}

/**
 * How far the race can be shown: in lock step no lane goes on without the others. A run comes when it is made to its end, so
 * that of one that is still to come there is nothing; one that will not come holds nobody up.
 *
 * @param isMaking whether runs that are missing are still to come
 */
export function reachOf(lanes: readonly Lane[], by: RaceBy, isMaking: boolean): number {
  return isMaking && lanes.some(({ run }) => run === null) ? 0 : endOfRace(lanes, by)
}

/**
 * The moment that is so many updates away: each time that at which the next lane makes one, or the last one has made one.
 *
 * @param by what the lanes have in common
 * @param steps less than 0 for back
 */
export function stepped(lanes: readonly Lane[], by: RaceBy, cursor: number, steps: number): number {
  const end = endOfRace(lanes, by)
  if (by === 'updates') return Math.min(end, Math.max(0, Math.floor(cursor) + steps))
  const runs = racing(lanes)
  let at = cursor
  for (let step = 0; step < Math.abs(steps); step += 1)
    at = steps > 0 ? nextTime(runs, at, end) : timeBefore(runs, at)
  return at
}

function nextTime(runs: readonly ExperimentRun[], at: number, end: number): number {
  const times = runs.flatMap((run) => {
    const { update, state } = afterSeconds(run, at)
    return state === 'under-way' ? [secondsAt(run, update + 1)] : []
  })
  return Math.min(end, ...times)
}

function timeBefore(runs: readonly ExperimentRun[], at: number): number {
  const times = runs.map((run) => {
    const { update, state } = afterSeconds(run, at)
    const newest = state === 'diverged' ? update + 1 : update
    const time = secondsAt(run, newest)
    return time < at ? time : secondsAt(run, newest - 1)
  })
  return Math.max(0, ...times)
}

/** The same moment of a race, counted the other way: that of the lane that is farthest. */
export function otherwise(lanes: readonly Lane[], from: RaceBy, cursor: number): number {
  if (cursor >= endOfRace(lanes, from)) return endOfRace(lanes, from === 'updates' ? 'seconds' : 'updates')
  const places = racing(lanes).map((run) => {
    const { update } = laneAt(run, from, cursor)
    return from === 'updates' ? secondsAt(run, update) : update
  })
  return Math.max(0, ...places)
}

/**
 * Where the race is some time later, played to its end within a given time.
 *
 * @param passed seconds of a person
 * @param whole seconds that the whole race takes
 */
export function played(cursor: number, passed: number, whole: number, reach: number): number {
  return Math.min(reach, cursor + (reach * passed) / whole)
}
