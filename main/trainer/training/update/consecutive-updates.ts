import { repeated } from '../../repeated'
import { type Scalar, type Tensor1D, type Tensor2D, tf } from '../../tensorflow'
import { type TensorWindow, type TrainingState, type UpdatePlan, update } from './update'

/** What kind of calculation a row of updates is: with the shapes of its tensors it decides every native call. */
export type ConsecutivePlan = UpdatePlan & {
  /** How many there are. */
  readonly updates: number
  /** False: every window starts from states of zeros. */
  readonly carryState: boolean
  /** Where states are carried: every window starts from those of the first. */
  readonly freezeState: boolean
}

/** Windows of one length as rows, all [update · time step · batch, feature]. */
export type WindowRows = TensorWindow

/** What comes of several updates. */
export type ConsecutiveUpdates = {
  readonly state: TrainingState
  /** Of each update its loss, the norm of its gradient, and the sum of its new parameters: [update · 3]. */
  readonly figures: Tensor1D
  /** [update · time step · batch, feature]. */
  readonly predictions: Tensor2D
}

/** Numbers for each update in `figures`. */
export const FIGURES = 3

/**
 * Several updates in a row, each taking over the state the one before it left, or the first where that is frozen: still one pure function of tensors,
 * so that they can be recorded together and replayed in one native call.
 *
 * The sum of the new parameters is there to tell whether all of them are finite without reading them back.
 *
 * @param schedules the numbers of `scheduleOf` for one update after the other: [update · number]
 */
export function consecutiveUpdates(
  { updates, carryState, freezeState, ...plan }: ConsecutivePlan,
  state: TrainingState,
  windows: WindowRows,
  schedules: Tensor1D,
): ConsecutiveUpdates {
  // With all that is to be done for each of them, so that in a recording one follows right upon the other.
  const oneUpdate = repeated((before: TrainingState, window: TensorWindow, schedule: Scalar[]) => {
    const from = carryState ? before : withoutStates(before)
    const result = update(plan, from, window, schedule)
    return { ...result, sum: tf.sum<Scalar>(result.state.parameters) }
  })
  return tf.tidy(() => {
    const inputs = inParts(windows.inputs, updates)
    const targets = inParts(windows.targets, updates)
    const masks = windows.mask && inParts(windows.mask, updates)
    const numbers = tf.unstack(schedules) as Scalar[]
    const perUpdate = numbers.length / updates
    const figures: Scalar[] = []
    const predictions: Tensor2D[] = []
    let current = state
    for (let i = 0; i < updates; i += 1) {
      const window = {
        inputs: inputs[i] as Tensor2D,
        targets: targets[i] as Tensor2D,
        ...(masks && { mask: masks[i] as Tensor2D }),
      }
      const before = carryState && freezeState ? { ...current, states: state.states } : current
      const result = oneUpdate(before, window, numbers.slice(i * perUpdate, (i + 1) * perUpdate))
      figures.push(result.loss, result.gradientNorm, result.sum)
      predictions.push(result.predictions)
      current = result.state
    }
    return { state: current, figures: tf.stack(figures) as Tensor1D, predictions: tf.concat(predictions) }
  })
}

function inParts(rows: Tensor2D, parts: number): Tensor2D[] {
  return parts === 1 ? [rows] : (tf.split(rows, parts) as Tensor2D[])
}

/** The same where every window starts from states of zeros. */
export function withoutStates(state: TrainingState): TrainingState {
  return { ...state, states: state.states.map((ofLayers) => ofLayers.map((each) => tf.zerosLike(each))) }
}
