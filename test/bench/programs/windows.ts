import { windowAt } from '../../../main/trainer/data/lesson/sine-to-cosine'
import { LESSON_SETTINGS } from '../../helpers/lesson-settings'
import type { Case } from '../cases'

/** The numbers of a window, row-major [batch, time step]. */
export type WindowNumbers = { readonly inputs: Float32Array; readonly targets: Float32Array }

/** The window of an update, as the app makes it: each sequence of a batch is a part of a period ahead of the last. */
export function windowNumbers(
  update: number,
  { batch, timeSteps }: Pick<Case, 'batch' | 'timeSteps'>,
): WindowNumbers {
  return windowAt({ position: update, update, settings: { ...LESSON_SETTINGS, points: timeSteps, batch } })
}
