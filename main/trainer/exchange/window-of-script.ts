import { windowAt, windowSettings } from '../dataset/sine-to-cosine'
import type { ArrayOf } from '../network/shape/named-arrays'
import type { LastWindow } from '../run/run'
import { predict } from '../training/snapshot/predict'
import type { Weights } from '../weights/named-weights'
import type { ScriptWindow } from '../weights/python/script-window'

/**
 * The window that a script beside the weights predicts: the last that the run made an update on, with the states that
 * went into it, or else the next one with the present states. Of a batch it is the first sequence.
 *
 * @param last null when no update has been made here
 */
export function windowOfScript({ snapshot, config }: Weights, last: LastWindow | null): ScriptWindow {
  const { times, inputs, targets, states } = last ?? nextWindow({ snapshot, config })
  const first = { inputs: inputs.slice(0, times.length), states: states.map(firstSequence) }
  return {
    ...first,
    update: last ? snapshot.updatesDone : snapshot.updatesDone + 1,
    made: last !== null,
    times,
    targets: targets.slice(0, times.length),
    predictions: predict(snapshot, first.inputs, first.states),
  }
}

function nextWindow({ snapshot, config }: Weights): LastWindow {
  const { halfPeriods, updatesDone: update } = snapshot
  const window = windowAt({ halfPeriods, update, settings: windowSettings(config) })
  const zeros = ({ shape, values }: ArrayOf) => ({ shape, values: new Float32Array(values.length) })
  return { ...window, states: config.training.carryState ? snapshot.states : snapshot.states.map(zeros) }
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
