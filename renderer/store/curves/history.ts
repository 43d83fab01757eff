import { LESSON_FACTS, type SourceFacts } from '@contract/data/source-facts'
import { summaryOf, type UpdateSummary } from '@contract/run/recorded/update-summary'
import type { UpdateBatch } from '@contract/run/run'
import { type Curve, createCurve, type Plotted, shorten } from './curve'
import { createErrors, type Errors } from './errors'
import { type Growable, growableFloat64 } from './growable'
import { createRunningMean } from './running-mean'
import { type Positions, upperBound } from './search'
import { createSteps, STEP_BYTES, type Steps, type Stretch } from './steps/steps'
import { placeOf, positionsOf } from './steps/times'
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
export type OutputCurves = { readonly targets: Plotted; readonly predictions: Plotted }

/** The numbers of the present run, outside React: all that is one number an update, and of the time steps see `Steps`. */
export type History = {
  /** Goes up with every change; equal revisions mean that nothing changed. */
  readonly revision: number
  /** Goes up when updates come or go, and not when their time steps are read. */
  readonly updatesRevision: number
  /** What the run learns from. */
  readonly facts: SourceFacts
  /** Number of updates kept. */
  readonly updates: number
  /** Number of the first update kept (1, or more after a page was opened late); 0 when there is none. */
  readonly firstUpdate: number
  readonly lastUpdate: number
  /** Number of time steps of these updates. */
  readonly points: number
  /** Where their time steps stand on the axis of the curves. */
  readonly times: Positions
  readonly inputs: Plotted
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
  /** How far off the predictions of each update were; null of the lesson, whose losses say it. */
  readonly errors: Errors | null
  /**
   * Takes in updates; of a summary the time steps are in the record.
   *
   * @throws RangeError when there is no memory for them; nothing of them is kept then
   */
  readonly append: (updates: UpdateBatch | UpdateSummary) => void
  /** Which time steps are in memory; others can be wanted from the record. */
  readonly steps: Pick<Steps, 'want' | 'has'>
  /** See `Steps`. */
  readonly wanted: () => Stretch | null
  /** See `Steps`; also false where another run has begun. */
  readonly fill: (stretch: Stretch, pieces: readonly UpdateBatch[]) => boolean
  /** Hears when something is wanted. Returns a function that ends it. */
  readonly onWanted: (listener: () => void) => () => void
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
  /** Copies of a window's numbers; empty when the update is not kept, and while it is read from the record. */
  readonly window: (update: number) => WindowCopy
}

function outputsOf({ targets }: SourceFacts, { curves }: Steps): readonly OutputCurves[] {
  const curve = (index: number): Plotted => {
    const found = curves[index]
    if (!found) throw new Error(`there is no column ${index}`)
    return found
  }
  return targets.map((_, output) => ({
    targets: curve(1 + output),
    predictions: curve(1 + targets.length + output),
  }))
}

/**
 * @param first what the curves are of until another run begins
 * @param budget bytes of time steps that may be in memory
 */
export function createHistory(first: SourceFacts = LESSON_FACTS, budget = STEP_BYTES): History {
  const [losses, gradientNorms] = [createCurve(), createCurve()]
  const means = createRunningMean()
  const validation = createValidationLosses()
  const [starts, places, distances] = [growableFloat64(), growableFloat64(), growableFloat64()]
  let facts = first
  let firstUpdate = 0
  let points = 0
  let seenBefore = 0
  let [revision, read] = [0, 0]
  const windows = { starts, places, distances, points: () => points }
  const listeners = new Set<() => void>()
  const stepsOf = ({ targets }: SourceFacts) =>
    createSteps({
      ...{ starts, points: windows.points, budget },
      columns: 1 + 2 * targets.length,
      firstUpdate: () => firstUpdate,
      onWanted: () => {
        for (const listener of listeners) listener()
      },
    })
  const errorsOf = ({ axis, targets }: SourceFacts) =>
    axis === 'time-steps' ? createErrors(targets.length) : null
  let steps = stepsOf(facts)
  let outputs = outputsOf(facts, steps)
  let errors = errorsOf(facts)

  const lastUpdate = () => (losses.values.length === 0 ? 0 : firstUpdate + losses.values.length - 1)
  const updateAt = (point: number) => firstUpdate + upperBound(starts.data, point, 0, starts.length) - 1
  const placeAt = (point: number) => placeOf(windows, point)

  function range(update: number): PointRange {
    const index = update - firstUpdate
    if (losses.values.length === 0 || index < 0 || index >= losses.values.length) return { from: 0, to: 0 }
    const next = index + 1 < starts.length ? starts.data[index + 1] : points
    return { from: starts.data[index] ?? 0, to: next ?? 0 }
  }

  /** Forgets all updates after the first `count`. */
  function truncate(count: number) {
    if (count >= losses.values.length) return
    points = starts.data[count] ?? 0
    for (const ofUpdates of [starts, places, distances]) ofUpdates.truncate(count)
    steps.truncate(count, points)
    errors?.truncate(count)
    for (const curve of [losses, gradientNorms]) shorten(curve, count)
    means.truncate(count)
    validation.truncate(count === 0 ? 0 : firstUpdate + count - 1)
  }

  function take(summary: UpdateSummary, batch: UpdateBatch | null) {
    if (summary.outputs !== outputs.length)
      throw new Error(`a batch of ${summary.outputs} outputs is none of a run of ${outputs.length}`)
    // What is missing before it was not recorded, as on a full disk: curves have no holes, so they start again from here.
    if (summary.firstUpdate > lastUpdate() + 1) truncate(0)
    if (losses.values.length === 0) firstUpdate = summary.firstUpdate
    // A revived trainer makes the updates after its checkpoint again: what comes again takes their place.
    if (summary.firstUpdate <= lastUpdate()) {
      truncate(Math.max(0, summary.firstUpdate - firstUpdate))
      if (losses.values.length === 0) firstUpdate = summary.firstUpdate
    }
    // Room for all of it first: a batch is kept whole or not at all.
    steps.reserve(summary.blocks.length)
    const ofEach = [starts, places, distances, losses.values, means, validation, gradientNorms.values]
    for (const ofUpdates of errors ? [...ofEach, errors] : ofEach) ofUpdates.reserve(summary.losses.length)
    const newStarts = new Float64Array(summary.lengths.length)
    let next = points
    for (const [index, length] of summary.lengths.entries()) {
      newStarts[index] = next
      next += length
    }
    starts.append(newStarts)
    places.append(summary.starts)
    distances.append(summary.steps)
    const [before, had] = [losses.values.length, points]
    points = next
    try {
      steps.append(summary, batch)
    } catch (error) {
      points = had
      for (const ofUpdates of [starts, places, distances]) ofUpdates.truncate(before)
      steps.truncate(before, had)
      throw error
    }
    errors?.append(summary)
    losses.values.append(summary.losses)
    means.append(summary.losses)
    validation.append(summary.firstUpdate, summary.validationLosses)
    gradientNorms.values.append(summary.gradientNorms)
    revision++
  }

  return {
    get revision() {
      return revision
    },
    get updatesRevision() {
      return revision - read
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
      return points
    },
    get times() {
      return positionsOf(facts.axis, windows, seenBefore)
    },
    get inputs() {
      return steps.curves[0] as Plotted
    },
    get outputs() {
      return outputs
    },
    losses,
    validation,
    meanLosses: means.curve,
    gradientNorms,
    get errors() {
      return errors
    },
    get steps() {
      return steps
    },
    starts,
    places,
    distances,
    append: (updates) => ('inputs' in updates ? take(summaryOf(updates), updates) : take(updates, null)),
    wanted: () => steps.wanted(),
    fill(stretch, pieces) {
      const filled = steps.fill(stretch, pieces)
      if (filled) {
        revision++
        read++
      }
      return filled
    },
    onWanted(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    begin(next, seen = 0) {
      truncate(0)
      seenBefore = seen
      facts = next
      steps = stepsOf(facts)
      outputs = outputsOf(facts, steps)
      errors = errorsOf(facts)
      firstUpdate = 0
      revision++
    },
    range,
    updateAt,
    placeAt,
    window(update) {
      const { from, to } = range(update)
      const length = steps.want(from, to) ? to - from : 0
      const unit = facts.axis === 'half-periods' ? Math.PI : 1
      const each = (of: (step: number) => number) => Float32Array.from({ length }, (_, i) => of(from + i))
      const ofOutputs = (of: (output: OutputCurves) => Plotted) => {
        const values = new Float32Array(length * outputs.length)
        for (const [output, curves] of outputs.entries())
          for (let i = 0; i < length; i++) values[i * outputs.length + output] = of(curves).at(from + i)
        return values
      }
      return {
        times: Float64Array.from({ length }, (_, i) => placeAt(from + i) * unit),
        inputs: each((steps.curves[0] as Plotted).at),
        targets: ofOutputs(({ targets }) => targets),
        predictions: ofOutputs(({ predictions }) => predictions),
      }
    },
  }
}

/** The value of a curve of updates at one of them; NaN when the update is not kept. */
export function valueAt(history: History, curve: Curve, update: number): number {
  const index = update - history.firstUpdate
  return index >= 0 && index < history.updates ? (curve.values.data[index] ?? Number.NaN) : Number.NaN
}
