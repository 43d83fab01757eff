import { LESSON_FACTS, type SourceFacts } from '@contract/data/source-facts'
import type { UpdateBatch } from '@contract/run/run'
import { type Curve, createCurve, shorten } from './curve'
import { type Growable, growableFloat64 } from './growable'
import { interleaved, ofOutput, placesOn } from './places'
import { createRunningMean } from './running-mean'
import { upperBound } from './search'
import { createValidationLosses, type ValidationLosses } from './validation'

/** Copies of what one update saw and said. */
export type WindowCopy = {
  /** Of the lesson t in radians, of a series rows: [time step]. */
  readonly times: Float64Array
  /** [time step] */
  readonly inputs: Float32Array
  /** [time step, output]; NaN where one is missing. */
  readonly targets: Float32Array
  /** [time step, output] */
  readonly predictions: Float32Array
}

/** Where a window's time steps stand in the curves: from `from` up to, not including, `to`. */
export type PointRange = { readonly from: number; readonly to: number }

/** Target (NaN where it is missing) and prediction of one output. */
export type OutputCurves = { readonly targets: Curve; readonly predictions: Curve }

/** The per-update numbers of the present run: outside React, for charts to read in place. */
export type History = {
  /** Goes up with every change; equal revisions mean that nothing changed. */
  readonly revision: number
  /** What the run learns from. */
  readonly facts: SourceFacts
  /** Number of updates kept. */
  readonly updates: number
  /** Number of the first update kept (1, or more after a page was opened late); 0 when there is none. */
  readonly firstUpdate: number
  readonly lastUpdate: number
  /** Number of time steps kept. */
  readonly points: number
  /** Place of every time step on the axis of the curves, see `placesOn`. */
  readonly times: Growable<Float64Array>
  readonly inputs: Curve
  /** One of each target column, in their order. */
  readonly outputs: readonly OutputCurves[]
  readonly losses: Curve
  readonly validation: Pick<ValidationLosses, 'updates' | 'losses' | 'at' | 'between'>
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
  /**
   * Forgets everything, for a run that learns from this.
   *
   * @param seen time steps that came before its first update: 0 where this is left out
   */
  readonly begin: (facts: SourceFacts, seen?: number) => void
  /** Time steps of an update that is kept. */
  readonly range: (update: number) => PointRange
  /** The update that the time step at this index belongs to. */
  readonly updateAt: (point: number) => number
  /** Where the time step at this index stands as on the wire: half periods, or the row of a series (the first is 0). */
  readonly placeAt: (point: number) => number
  /** Copies of a window's numbers; empty when the update is not kept. */
  readonly window: (update: number) => WindowCopy
}

function createOutputs({ targets }: SourceFacts): readonly OutputCurves[] {
  return targets.map(() => ({ targets: createCurve(), predictions: createCurve() }))
}

/** @param first what the curves are of until another run begins */
export function createHistory(first: SourceFacts = LESSON_FACTS): History {
  const times = growableFloat64()
  const inputs = createCurve()
  const [losses, gradientNorms] = [createCurve(), createCurve()]
  const means = createRunningMean()
  const validation = createValidationLosses()
  const [starts, places, distances] = [growableFloat64(), growableFloat64(), growableFloat64()]
  let facts = first
  let outputs = createOutputs(facts)
  let firstUpdate = 0
  let seenBefore = 0
  let revision = 0

  const long = () => [inputs, ...outputs.flatMap((each) => [each.targets, each.predictions])]
  const lastUpdate = () => (losses.values.length === 0 ? 0 : firstUpdate + losses.values.length - 1)
  const updateAt = (point: number) => firstUpdate + upperBound(starts.data, point, 0, starts.length) - 1

  function range(update: number): PointRange {
    const index = update - firstUpdate
    if (losses.values.length === 0 || index < 0 || index >= losses.values.length) return { from: 0, to: 0 }
    const next = index + 1 < starts.length ? starts.data[index + 1] : times.length
    return { from: starts.data[index] ?? 0, to: next ?? 0 }
  }

  function placeAt(point: number): number {
    const index = updateAt(point) - firstUpdate
    return (places.data[index] ?? 0) + (point - (starts.data[index] ?? 0)) * (distances.data[index] ?? 0)
  }

  /** Forgets all updates after the first `count`. */
  function truncate(count: number) {
    if (count >= losses.values.length) return
    const points = starts.data[count] ?? 0
    for (const ofUpdates of [starts, places, distances]) ofUpdates.truncate(count)
    times.truncate(points)
    for (const curve of long()) shorten(curve, points)
    for (const curve of [losses, gradientNorms]) shorten(curve, count)
    means.truncate(count)
    validation.truncate(count === 0 ? 0 : firstUpdate + count - 1)
  }

  return {
    get revision() {
      return revision
    },
    get facts() {
      return facts
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
    get outputs() {
      return outputs
    },
    losses,
    validation,
    meanLosses: means.curve,
    gradientNorms,
    starts,
    places,
    distances,
    append(batch) {
      if (batch.outputs !== outputs.length)
        throw new Error(`a batch of ${batch.outputs} outputs is none of a run of ${outputs.length}`)
      // What is missing before it was not recorded, as on a full disk: curves have no holes, so they start again from here.
      if (batch.firstUpdate > lastUpdate() + 1) truncate(0)
      if (losses.values.length === 0) firstUpdate = batch.firstUpdate
      // A revived trainer makes the updates after its checkpoint again: what comes again takes their place.
      if (batch.firstUpdate <= lastUpdate()) {
        truncate(Math.max(0, batch.firstUpdate - firstUpdate))
        if (losses.values.length === 0) firstUpdate = batch.firstUpdate
      }
      // Room for all of it first: a batch is kept whole or not at all.
      for (const ofSteps of [times, ...long().map(({ values }) => values)])
        ofSteps.reserve(batch.inputs.length)
      const ofEach = [starts, places, distances, losses.values, means, validation, gradientNorms.values]
      for (const ofUpdates of ofEach) ofUpdates.reserve(batch.losses.length)
      const newTimes = placesOn(facts.axis, batch, seenBefore + times.length)
      const newStarts = new Float64Array(batch.lengths.length)
      let next = times.length
      for (const [index, length] of batch.lengths.entries()) {
        newStarts[index] = next
        next += length
      }
      starts.append(newStarts)
      places.append(batch.starts)
      distances.append(batch.steps)
      times.append(newTimes)
      inputs.values.append(batch.inputs)
      for (const [output, { targets, predictions }] of outputs.entries()) {
        targets.values.append(ofOutput(batch.targets, batch.outputs, output))
        predictions.values.append(ofOutput(batch.predictions, batch.outputs, output))
      }
      losses.values.append(batch.losses)
      means.append(batch.losses)
      validation.append(batch.firstUpdate, batch.validationLosses)
      gradientNorms.values.append(batch.gradientNorms)
      revision++
    },
    begin(next, seen = 0) {
      truncate(0)
      seenBefore = seen
      facts = next
      outputs = createOutputs(facts)
      firstUpdate = 0
      revision++
    },
    range,
    updateAt,
    placeAt,
    window(update) {
      const { from, to } = range(update)
      const unit = facts.axis === 'half-periods' ? Math.PI : 1
      const copy = ({ values }: Curve) => values.data.slice(from, to)
      return {
        times: Float64Array.from({ length: to - from }, (_, i) => placeAt(from + i) * unit),
        inputs: copy(inputs),
        targets: interleaved(outputs.map((each) => copy(each.targets))),
        predictions: interleaved(outputs.map((each) => copy(each.predictions))),
      }
    },
  }
}

/** The value of a curve of updates at one of them; NaN when the update is not kept. */
export function valueAt(history: History, curve: Curve, update: number): number {
  const index = update - history.firstUpdate
  return index >= 0 && index < history.updates ? (curve.values.data[index] ?? Number.NaN) : Number.NaN
}
