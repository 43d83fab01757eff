import type { ExperimentRun, ShownWindow } from '@contract/experiment/experiment'
import { thinned } from '../hairs'
import { brokeAt } from '../outcomes'
import { remembered } from '../remembered'
import { type Lane, lastUpdateOf, type RaceBy, secondsAt } from './lane-clock'
import { endOfRace, racing } from './race-clock'

/** Points of a lane's line of losses: its chart is small. */
const MOST_POINTS = 600

/** The losses of a lane as a line, by updates or by seconds. */
export type LaneLine = {
  readonly x: Float64Array
  readonly y: Float32Array
  /** What broke it, and its last loss; null where nothing did. */
  readonly broke: { readonly x: number; readonly y: number } | null
}

/** The lines of a run by what they stand over. */
const linesOf = remembered((run: ExperimentRun): { readonly [By in RaceBy]: LaneLine } => {
  const { losses, stride, updates } = run
  const places = thinned(losses, MOST_POINTS)
  const of = Float64Array.from(places, (place) =>
    place === losses.length - 1 ? updates : 1 + place * stride,
  )
  const y = Float32Array.from(places, (place) => losses[place] as number)
  const broken = brokeAt(run)
  const line = (x: Float64Array, brokenAt: number): LaneLine => ({
    ...{ x, y },
    broke: broken === null ? null : { x: brokenAt, y: y.at(-1) ?? Number.NaN },
  })
  return {
    updates: line(of, lastUpdateOf(run)),
    seconds: line(
      of.map((update) => secondsAt(run, update)),
      secondsAt(run, lastUpdateOf(run)),
    ),
  }
})

export function lossLine(run: ExperimentRun, by: RaceBy): LaneLine {
  return linesOf(run)[by]
}

/** The newest window of a run that is kept of an update up to a given one; null before the first. */
export function windowAt({ shown }: ExperimentRun, update: number): ShownWindow | null {
  return shown.findLast((window) => window.update <= update) ?? null
}

/** The first column of what is [time step, output]. */
export function firstColumn(values: Float32Array, outputs: number): Float32Array {
  return values.filter((_, at) => at % outputs === 0)
}

/** What the charts of all lanes have in common, so that they can be compared by eye. */
export type RaceAxes = {
  /** The end of the axis of updates or of seconds. */
  readonly end: number
  /** The least and the greatest target of the first column of all windows; infinite without any. */
  readonly least: number
  readonly greatest: number
  /** Time steps of the longest window. */
  readonly timeSteps: number
  /** Losses that must be seen: those of lanes that diverged only where there are no others. */
  readonly losses: readonly number[]
}

export function axesOf(lanes: readonly Lane[], by: RaceBy): RaceAxes {
  const runs = racing(lanes)
  const whole = runs.filter((run) => brokeAt(run) === null)
  let [least, greatest, timeSteps] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1]
  for (const { run, outputs } of lanes)
    for (const { targets } of run?.shown ?? []) {
      timeSteps = Math.max(timeSteps, targets.length / outputs)
      for (let at = 0; at < targets.length; at += outputs) {
        const target = targets[at] as number
        if (target < least) least = target
        if (target > greatest) greatest = target
      }
    }
  const seen = whole.length > 0 ? whole : runs
  return {
    ...{ least, greatest, timeSteps },
    end: endOfRace(lanes, by),
    losses: seen.flatMap((run) =>
      [...lossLine(run, by).y].filter((loss) => loss > 0 && Number.isFinite(loss)),
    ),
  }
}
