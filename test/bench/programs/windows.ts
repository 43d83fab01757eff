import { LESSON } from '@contract/settings'
import { windowAt } from '../../../main/trainer/dataset/sine-to-cosine'
import type { Case } from '../cases'

/** Numbers of windows, row-major [update, batch, time step]. */
export type WindowNumbers = { readonly inputs: Float32Array; readonly targets: Float32Array }

/** The windows of some updates, as our own engines see them. */
export function windowNumbers(
  first: number,
  updates: number,
  { batch, timeSteps }: Pick<Case, 'batch' | 'timeSteps'>,
): WindowNumbers {
  const settings = { ...LESSON, points: timeSteps, batch }
  const inputs = new Float32Array(updates * batch * timeSteps)
  const targets = new Float32Array(inputs.length)
  for (let i = 0; i < updates; i += 1) {
    const window = windowAt({ halfPeriods: first + i, update: first + i, settings })
    inputs.set(window.inputs, i * window.inputs.length)
    targets.set(window.targets, i * window.targets.length)
  }
  return { inputs, targets }
}
