import { LESSON } from '@contract/settings'
import { windowOver } from '../../../main/trainer/dataset/sine-to-cosine'
import type { Case } from '../cases'

/** Numbers of windows, row-major [update, batch, time step]. */
export type WindowNumbers = { readonly inputs: Float32Array; readonly targets: Float32Array }

/** The windows of some updates; each sequence of a batch is half a period ahead of the one before it. */
export function windowNumbers(
  first: number,
  updates: number,
  { batch, timeSteps }: Pick<Case, 'batch' | 'timeSteps'>,
): WindowNumbers {
  const settings = { ...LESSON, points: timeSteps }
  const inputs = new Float32Array(updates * batch * timeSteps)
  const targets = new Float32Array(inputs.length)
  for (let row = 0; row < updates * batch; row += 1) {
    const window = windowOver(first + Math.floor(row / batch) + (row % batch), 1, settings)
    inputs.set(window.inputs, row * timeSteps)
    targets.set(window.targets, row * timeSteps)
  }
  return { inputs, targets }
}
