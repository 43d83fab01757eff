import { type Tensor, tf } from '../../../../../main/trainer/tensorflow'

export type WindowSizes = { readonly timeSteps: number; readonly batch: number; readonly hidden: number }

/** The smallest, ordinary ones, and those with a rest of rows and of units however many go side by side. */
export const WINDOW_SIZES: readonly WindowSizes[] = [
  { timeSteps: 1, batch: 1, hidden: 1 },
  { timeSteps: 7, batch: 1, hidden: 3 },
  { timeSteps: 3, batch: 5, hidden: 17 },
  { timeSteps: 4, batch: 16, hidden: 64 },
  { timeSteps: 2, batch: 6, hidden: 90 },
  { timeSteps: 3, batch: 7, hidden: 48 },
  { timeSteps: 2, batch: 1, hidden: 130 },
]

/** The rows of the last sequence alone, of rows [time step · batch, width]. */
export function rowsOfLast(values: Float32Array, batch: number, width: number): Float32Array {
  return Float32Array.from({ length: values.length / batch }, (_, place) => {
    const row = Math.floor(place / width) * batch + batch - 1
    return values[row * width + (place % width)] as number
  })
}

/** Of each row 1 where all of it are numbers, else 0. */
export function rowsOfNumbers(rows: Tensor): readonly number[] {
  return tf.all(tf.logicalNot(tf.isNaN(rows)), 1).arraySync() as unknown as readonly number[]
}
