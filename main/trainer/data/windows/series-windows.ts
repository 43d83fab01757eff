import { countedDraw } from '@contract/counted-draw'
import type { RunConfig } from '@contract/settings/run-config'
import type { Window } from '../source/window'
import type { PreparedSeries } from './prepared'
import { type WindowStarts, windowStarts } from './window-starts'

/** The windows that a run trains on, one for every place. */
export type SeriesWindows = {
  /** Windows of the training part that differ; a run begins again after `count / batch` updates. */
  readonly count: number
  /** @param position windows that were seen before, and whole batches of them: from 0 */
  readonly at: (position: number) => Window
}

/**
 * Cuts the training part into windows. In order of time, the part is cut into as many pieces of consecutive windows as a
 * batch has sequences, and sequence b goes through piece b, again and again; where a state is carried, each window begins
 * where the one before it ends. At random, every sequence of every update starts anywhere in the part.
 *
 * @throws RangeError at `at` when there are fewer windows than sequences: who asks has looked at `count`
 */
export function trainingWindows(
  series: PreparedSeries,
  { data: { window, stride, order }, network: { seed }, training: { batch, carryState } }: RunConfig,
): SeriesWindows {
  const { train } = series.stretches
  if (order === 'random') {
    const starts = windowStarts(train, window, 1)
    const none = new Uint8Array(batch)
    const drawn = (position: number) =>
      Array.from({ length: batch }, (_, b) =>
        starts.at(countedDraw(seed, position * batch + b, starts.count)),
      )
    return { count: starts.count, at: (position) => cut(series, drawn(position), window, none) }
  }
  const starts = windowStarts(train, window, carryState ? window : stride)
  const perSequence = Math.floor(starts.count / batch)
  return {
    count: starts.count,
    at: (position) => {
      if (perSequence === 0) throw new RangeError(`a batch of ${batch} from ${starts.count}`)
      const index = position % perSequence
      const places = Array.from({ length: batch }, (_, b) => b * perSequence + index)
      return cut(
        series,
        places.map(starts.at),
        window,
        index === 0 ? new Uint8Array(batch) : goingOn(starts, places, window),
      )
    },
  }
}

/** Which of the windows begin where the one before them ends; null when all do. */
function goingOn(starts: WindowStarts, places: readonly number[], window: number): Uint8Array | null {
  const goesOn = places.map((place) => starts.at(place - 1) + window === starts.at(place))
  return goesOn.every(Boolean) ? null : Uint8Array.from(goesOn, Number)
}

/** The windows that start at these rows, side by side. */
function cut(
  { inputs, targets, mask, raw, horizon }: PreparedSeries,
  rows: readonly number[],
  timeSteps: number,
  continues: Uint8Array | null,
): Window {
  const together = <A extends Float32Array | Uint8Array>(all: A, into: A, width: number, later: number) => {
    for (const [b, row] of rows.entries()) {
      const from = (row + later) * width
      into.set(all.subarray(from, from + timeSteps * width), b * timeSteps * width)
    }
    return into
  }
  const [seen, said] = [raw.inputs.length, raw.targets.length]
  const size = rows.length * timeSteps
  return {
    timeSteps,
    inputs: together(inputs, new Float32Array(size * seen), seen, 0),
    targets: together(targets, new Float32Array(size * said), said, horizon),
    // A run whose series lacks targets anywhere is masked everywhere: one kind of calculation for all of it.
    mask: mask && together(mask, new Uint8Array(size * said), said, horizon),
    continues,
    start: (rows[0] ?? 0) + horizon,
    step: 1,
    advance: 1,
  }
}
