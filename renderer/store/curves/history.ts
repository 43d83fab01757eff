import type { UpdateBatch } from '@contract/run/run'
import { type Curve, createCurve, shorten } from './curve'
import { type Growable, growableFloat64 } from './growable'
import { createRunningMean } from './running-mean'
import { upperBound } from './search'

/** Copies of what one update saw and said. */
export type WindowCopy = {
  readonly times: Float64Array
  readonly inputs: Float32Array
  readonly targets: Float32Array
  readonly predictions: Float32Array
}

/** Where a window's time steps stand in the curves: from `from` up to, not including, `to`. */
export type PointRange = { readonly from: number; readonly to: number }

/** The per-update numbers of the present run: outside React, for charts to read in place. */
export type History = {
  /** Goes up with every change; equal revisions mean that nothing changed. */
  readonly revision: number
  /** Number of updates kept. */
  readonly updates: number
  /** Number of the first update kept (1, or more after a page was opened late); 0 when there is none. */
  readonly firstUpdate: number
  readonly lastUpdate: number
  /** Number of time steps kept. */
  readonly points: number
  readonly times: Growable<Float64Array>
  readonly inputs: Curve
  readonly targets: Curve
  readonly predictions: Curve
  readonly losses: Curve
  /** Mean of the losses from the first update kept to each of them. */
  readonly meanLosses: Curve
  /** Global norm of each update's gradient. */
  readonly gradientNorms: Curve
  /** Index of the first time step of every kept update. */
  readonly starts: Growable<Float64Array>
  /** Place of the first time step of every kept update, and distance between two, as on the wire. */
  readonly places: Growable<Float64Array>
  readonly distances: Growable<Float64Array>
  /** @throws RangeError when there is no memory for the batch; nothing of it is kept then */
  readonly append: (batch: UpdateBatch) => void
  readonly clear: () => void
  /** Time steps of an update that is kept. */
  readonly range: (update: number) => PointRange
  /** The update that the time step at this index belongs to. */
  readonly updateAt: (point: number) => number
  /** Copies of a window's numbers; empty when the update is not kept. */
  readonly window: (update: number) => WindowCopy
}

export function createHistory(): History {
  const times = growableFloat64()
  const [inputs, targets, predictions] = [createCurve(), createCurve(), createCurve()]
  const [losses, gradientNorms] = [createCurve(), createCurve()]
  const means = createRunningMean()
  const [starts, places, distances] = [growableFloat64(), growableFloat64(), growableFloat64()]
  let firstUpdate = 0
  let revision = 0

  const lastUpdate = () => (losses.values.length === 0 ? 0 : firstUpdate + losses.values.length - 1)

  function range(update: number): PointRange {
    const index = update - firstUpdate
    if (losses.values.length === 0 || index < 0 || index >= losses.values.length) return { from: 0, to: 0 }
    const next = index + 1 < starts.length ? starts.data[index + 1] : times.length
    return { from: starts.data[index] ?? 0, to: next ?? 0 }
  }

  /** Forgets all updates after the first `count`. */
  function truncate(count: number) {
    if (count >= losses.values.length) return
    const points = starts.data[count] ?? 0
    for (const ofUpdates of [starts, places, distances]) ofUpdates.truncate(count)
    times.truncate(points)
    for (const curve of [inputs, targets, predictions]) shorten(curve, points)
    for (const curve of [losses, gradientNorms]) shorten(curve, count)
    means.truncate(count)
  }

  return {
    get revision() {
      return revision
    },
    get updates() {
      return losses.values.length
    },
    get firstUpdate() {
      return losses.values.length === 0 ? 0 : firstUpdate
    },
    get lastUpdate() {
      return lastUpdate()
    },
    get points() {
      return times.length
    },
    times,
    inputs,
    targets,
    predictions,
    losses,
    meanLosses: means.curve,
    gradientNorms,
    starts,
    places,
    distances,
    append(batch) {
      // What is missing before it was not recorded, as on a full disk: curves have no holes, so they start again from here.
      if (batch.firstUpdate > lastUpdate() + 1) truncate(0)
      if (losses.values.length === 0) firstUpdate = batch.firstUpdate
      // A revived trainer makes the updates after its checkpoint again: what comes again takes their place.
      if (batch.firstUpdate <= lastUpdate()) {
        truncate(Math.max(0, batch.firstUpdate - firstUpdate))
        if (losses.values.length === 0) firstUpdate = batch.firstUpdate
      }
      // Room for all of it first: a batch is kept whole or not at all.
      for (const long of [times, inputs.values, targets.values, predictions.values])
        long.reserve(batch.inputs.length)
      for (const short of [starts, places, distances, losses.values, means, gradientNorms.values])
        short.reserve(batch.losses.length)
      const newStarts = new Float64Array(batch.lengths.length)
      let next = times.length
      for (let index = 0; index < newStarts.length; index++) {
        newStarts[index] = next
        next += batch.lengths[index] ?? 0
      }
      starts.append(newStarts)
      const newTimes = new Float64Array(batch.inputs.length)
      let at = 0
      for (const [index, length] of batch.lengths.entries()) {
        const [start, step] = [batch.starts[index] ?? 0, batch.steps[index] ?? 0]
        for (let j = 0; j < length; j++) newTimes[at++] = (start + j * step) * Math.PI
      }
      times.append(newTimes)
      places.append(batch.starts)
      distances.append(batch.steps)
      inputs.values.append(batch.inputs)
      targets.values.append(batch.targets)
      predictions.values.append(batch.predictions)
      losses.values.append(batch.losses)
      means.append(batch.losses)
      gradientNorms.values.append(batch.gradientNorms)
      revision++
    },
    clear() {
      truncate(0)
      firstUpdate = 0
      revision++
    },
    range,
    updateAt(point) {
      return firstUpdate + upperBound(starts.data, point, 0, starts.length) - 1
    },
    window(update) {
      const { from, to } = range(update)
      return {
        times: times.data.slice(from, to),
        inputs: inputs.values.data.slice(from, to),
        targets: targets.values.data.slice(from, to),
        predictions: predictions.values.data.slice(from, to),
      }
    },
  }
}
