import { LESSON_SOURCE } from '../data/lesson/lesson-source'
import type { Source } from '../data/source/source'
import { placesOf, type Window } from '../data/source/window'
import type { ArrayOf } from '../network/shape/named-arrays'
import { withZeros } from '../network/shape/with-zeros'
import type { LastWindow } from '../run/run-types'
import { predict } from '../training/snapshot/predict'
import type { Snapshot } from '../training/snapshot/snapshot'
import type { Weights } from '../weights/named-weights'
import type { ScriptWindow } from '../weights/python/script-window'

/** What the weights were trained on. */
export type Seen = {
  readonly source: Source
  /** Null when no update has been made here. */
  readonly last: LastWindow | null
}

/** Time steps of a window where nobody knows the series. */
const UNKNOWN_TIME_STEPS = 24

/**
 * The window that a script beside the weights predicts: the last that the run made an update on, with the states that
 * went into it, or else the next one with the present states. Of a batch it is the first sequence.
 *
 * @param seen null when nobody knows the series: then it is one of zeros, unless the weights are of the lesson's curve
 */
export function windowOfScript({ snapshot, config }: Weights, seen: Seen | null): ScriptWindow {
  const last = seen?.last ?? null
  const source = seen?.source ?? (config.data.source.kind === 'lesson' ? LESSON_SOURCE : null)
  const { states, ...window } = last ?? nextWindow({ snapshot, config }, source)
  const { timeSteps } = window
  const { inputs, outputs } = snapshot.network
  const first = { inputs: window.inputs.slice(0, timeSteps * inputs), states: states.map(firstSequence) }
  return {
    ...first,
    update: last ? snapshot.updatesDone : snapshot.updatesDone + 1,
    made: last !== null,
    times: timesOf(window, source),
    targets: window.targets.slice(0, timeSteps * outputs),
    predictions: predict(snapshot, first.inputs, first.states),
  }
}

/** Radians of the lesson's curve, rows of a series. */
function timesOf(window: Window, source: Source | null): Float32Array {
  const unit = source?.facts.axis === 'half-periods' ? Math.PI : 1
  return Float32Array.from(placesOf(window), (place) => place * unit)
}

function nextWindow({ snapshot, config }: Weights, source: Source | null): LastWindow {
  const { position, updatesDone: update } = snapshot
  const window = source?.windowAt({ position, update }, config) ?? zeroWindow(snapshot)
  const carried = (state: ArrayOf) => {
    const { carryState, freezeState } = config.training
    if (!carryState) return withZeros(state, () => true)
    if (freezeState) return state
    return withZeros(state, (sequence) => window.continues?.[sequence] === 0)
  }
  return { ...window, states: snapshot.states.map(carried) }
}

function zeroWindow({ network: { inputs, outputs } }: Pick<Snapshot, 'network'>): Window {
  const timeSteps = UNKNOWN_TIME_STEPS
  return {
    timeSteps,
    inputs: new Float32Array(timeSteps * inputs),
    targets: new Float32Array(timeSteps * outputs),
    mask: null,
    continues: null,
    start: 0,
    step: 1,
    advance: 1,
  }
}

/** Of a state [layer, batch, hidden] what belongs to the first sequence: [layer, 1, hidden]. */
function firstSequence({ shape, values }: ArrayOf): ArrayOf {
  const [layers = 0, batch = 1, hidden = 0] = shape
  const first = new Float32Array(layers * hidden)
  for (let layer = 0; layer < layers; layer += 1) {
    const from = layer * batch * hidden
    first.set(values.subarray(from, from + hidden), layer * hidden)
  }
  return { shape: [layers, 1, hidden], values: first }
}
