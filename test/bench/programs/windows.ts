import { windowAt } from '../../../main/trainer/dataset/sine-to-cosine'
import { tf } from '../../../main/trainer/tensorflow'
import type { WindowStack } from '../../../main/trainer/training/consecutive-updates'
import type { Case } from '../cases'

/** Numbers of windows, row-major [update, batch, time step]. */
export type WindowNumbers = { readonly inputs: Float32Array; readonly targets: Float32Array }

/** The windows of some updates; each sequence of a batch is half a period ahead of the one before it. */
export function windowNumbers(
  first: number,
  updates: number,
  { batch, timeSteps }: Pick<Case, 'batch' | 'timeSteps'>,
): WindowNumbers {
  const inputs = new Float32Array(updates * batch * timeSteps)
  const targets = new Float32Array(inputs.length)
  for (let row = 0; row < updates * batch; row += 1) {
    const window = windowAt(first + Math.floor(row / batch) + (row % batch), timeSteps)
    inputs.set(window.inputs, row * timeSteps)
    targets.set(window.targets, row * timeSteps)
  }
  return { inputs, targets }
}

/** The same as tensors. */
export function windowStack(first: number, updates: number, { batch, timeSteps }: Case): WindowStack {
  const { inputs, targets } = windowNumbers(first, updates, { batch, timeSteps })
  const shape: [number, number, number, number] = [updates, batch, timeSteps, 1]
  return { inputs: tf.tensor4d(inputs, shape), targets: tf.tensor4d(targets, shape) }
}
