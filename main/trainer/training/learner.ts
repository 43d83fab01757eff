import type { Window } from '../dataset/sine-to-cosine'
import { describeNetwork } from '../network/describe-network'
import { type Layout, packArrays, unpackArrays } from '../network/packed-arrays'
import { numbersOf, tf } from '../tensorflow'
import { adamSchedule } from './adam'
import type { Snapshot } from './snapshot'
import { type TensorWindow, type TrainingState, update } from './update'

/** What an update needs beside its window; a change takes effect at that very update. */
export type UpdateSettings = {
  /** Step size of the optimiser (Adam), no unit. */
  readonly learningRate: number
  /** Whether the window starts from the hidden state the last one ended with, or from zero. */
  readonly carryState: boolean
}

/** `diverged`: the loss was not a finite number, so nothing was changed. */
export type UpdateResult =
  | {
      readonly kind: 'updated'
      /** Mean squared error over the window, from before the update. */
      readonly loss: number
      /** One for each time step, from before the update. */
      readonly predictions: Float32Array
    }
  | { readonly kind: 'diverged' }

/** A training that stands between two updates and holds its tensors. */
export type Learner = {
  /** Makes one update on a window of any length. If it throws, nothing was changed. */
  readonly update: (window: Window, settings: UpdateSettings) => UpdateResult
  /** Everything needed to go on from here exactly, as plain copies. */
  readonly snapshot: () => Snapshot
  /** Updates that the weights have seen. */
  readonly updatesDone: () => number
  /** Gives the tensors back; the learner is of no use afterwards. */
  readonly dispose: () => void
}

/**
 * Takes up a training where a snapshot left it. The numbers are copied: the snapshot stays as it is.
 *
 * @throws Error if the arrays of the snapshot are not those of one network
 */
export function createLearner(snapshot: Snapshot): Learner {
  const { parameters: layout } = describeNetwork(snapshot.hidden.shape[2] ?? 0)
  let state = uploaded(snapshot, layout)
  let { updatesDone, momentUpdates } = snapshot

  return {
    update: (window, { learningRate, carryState }) => {
      const schedule = adamSchedule(learningRate, momentUpdates + 1)
      let loss = Number.NaN
      let predictions: Float32Array = new Float32Array()
      const next = tf.tidy(() => {
        const from = carryState ? state : { ...state, hidden: tf.zerosLike(state.hidden) }
        const result = update(from, tensorsOf(window), tf.tensor1d(schedule, 'float32'))
        loss = numbersOf(result.loss)[0] as number
        if (!Number.isFinite(loss)) return undefined
        predictions = numbersOf(result.predictions)
        return result.state
      })
      if (!next) return { kind: 'diverged' }
      tf.dispose(state)
      state = next
      updatesDone += 1
      momentUpdates += 1
      return { kind: 'updated', loss, predictions }
    },
    snapshot: () => ({
      updatesDone,
      parameters: unpackArrays(numbersOf(state.parameters), layout),
      firstMoments: unpackArrays(numbersOf(state.firstMoments), layout),
      secondMoments: unpackArrays(numbersOf(state.secondMoments), layout),
      momentUpdates,
      hidden: { shape: [...state.hidden.shape], values: numbersOf(state.hidden) },
    }),
    updatesDone: () => updatesDone,
    dispose: () => tf.dispose(state),
  }
}

function uploaded(snapshot: Snapshot, layout: Layout): TrainingState {
  // In a tidy, so that nothing stays behind if one of them does not fit.
  return tf.tidy(() => ({
    parameters: tf.tensor1d(packArrays(snapshot.parameters, layout)),
    firstMoments: tf.tensor1d(packArrays(snapshot.firstMoments, layout)),
    secondMoments: tf.tensor1d(packArrays(snapshot.secondMoments, layout)),
    // A copy: TensorFlow.js reads the array when the tensor is first used, not now.
    hidden: tf.tensor3d(snapshot.hidden.values.slice(), [...snapshot.hidden.shape] as [
      number,
      number,
      number,
    ]),
  }))
}

/** One sequence with one feature: [1, time step, 1]. */
function tensorsOf({ inputs, targets }: Window): TensorWindow {
  const shape: [number, number, number] = [1, inputs.length, 1]
  return { inputs: tf.tensor3d(inputs, shape), targets: tf.tensor3d(targets, shape) }
}
