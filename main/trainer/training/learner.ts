import type { Window } from '../dataset/sine-to-cosine'
import { describeNetwork } from '../network/describe-network'
import { type Layout, packArrays, unpackArrays } from '../network/packed-arrays'
import { numbersOf, tf } from '../tensorflow'
import { adamSchedule } from './adam'
import type { WindowStack } from './consecutive-updates'
import { type Engine, eagerEngine } from './engine'
import type { Snapshot } from './snapshot'
import type { TrainingState } from './update'

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
  /**
   * Makes an update on each window, all of one length, in as few native calls as the engine can. A window at which
   * the loss diverges ends it: its result is the last one.
   */
  readonly updateAll: (windows: readonly Window[], settings: UpdateSettings) => readonly UpdateResult[]
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
 * @param engine asked for at every call, so that it may change; stays the caller's
 * @throws Error if the arrays of the snapshot are not those of one network
 */
export function createLearner(snapshot: Snapshot, engine: () => Engine = () => eagerEngine): Learner {
  const { parameters: layout } = describeNetwork(snapshot.hidden.shape[2] ?? 0)
  let state = uploaded(snapshot, layout)
  let { updatesDone, momentUpdates } = snapshot

  /** All updates or none: null when a loss among them is not a finite number, and nothing was changed. */
  function updateTogether(
    windows: readonly Window[],
    { learningRate, carryState }: UpdateSettings,
  ): UpdateResult[] | null {
    const schedules = windows.map((_, i) => adamSchedule(learningRate, momentUpdates + 1 + i))
    let results: UpdateResult[] = []
    const next = tf.tidy(() => {
      const made = engine().update(state, stackOf(windows), tf.tensor2d(schedules), carryState)
      const losses = numbersOf(made.losses)
      if (!losses.every(Number.isFinite)) return undefined
      const predictions = numbersOf(made.predictions)
      const timeSteps = predictions.length / windows.length
      results = Array.from(losses, (loss, i) => ({
        kind: 'updated',
        loss,
        predictions: predictions.slice(i * timeSteps, (i + 1) * timeSteps),
      }))
      return made.state
    })
    if (!next) return null
    tf.dispose(state)
    state = next
    updatesDone += windows.length
    momentUpdates += windows.length
    return results
  }

  function updateAll(windows: readonly Window[], settings: UpdateSettings): readonly UpdateResult[] {
    const together = updateTogether(windows, settings)
    if (together) return together
    if (windows.length === 1) return [{ kind: 'diverged' }]
    // One of them diverges. One by one, those before it count, as they would have.
    const results: UpdateResult[] = []
    for (const window of windows) {
      const [result] = updateAll([window], settings) as [UpdateResult]
      results.push(result)
      if (result.kind === 'diverged') break
    }
    return results
  }

  return {
    update: (window, settings) => updateAll([window], settings)[0] as UpdateResult,
    updateAll,
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

/**
 * Each window is one sequence with one feature: [update, 1, time step, 1].
 *
 * @throws Error if not all have as many inputs and targets
 */
function stackOf(windows: readonly Window[]): WindowStack {
  const timeSteps = windows[0]?.inputs.length ?? 0
  const stack = (series: readonly Float32Array[]) => {
    const values = new Float32Array(windows.length * timeSteps)
    for (const [index, numbers] of series.entries()) {
      if (numbers.length !== timeSteps)
        throw new Error(
          `all series of a window should have ${timeSteps} numbers, but one has ${numbers.length}`,
        )
      values.set(numbers, index * timeSteps)
    }
    return tf.tensor4d(values, [windows.length, 1, timeSteps, 1])
  }
  return {
    inputs: stack(windows.map(({ inputs }) => inputs)),
    targets: stack(windows.map(({ targets }) => targets)),
  }
}
