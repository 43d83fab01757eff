import type { Window } from '../../dataset/sine-to-cosine'
import { tf } from '../../tensorflow'
import type { WindowRows } from './consecutive-updates'

/** What of a window is trained on; its times are for those who look at it. */
export type TrainingWindow = Pick<Window, 'inputs' | 'targets' | 'halfPeriods'>

/**
 * Windows as tensors, in the order of the network's rows: of each window its time steps, of each time step all
 * sequences. [update · time step · batch, 1].
 *
 * @param windows series of [batch · time step], one sequence after the other
 * @throws Error if not all series have as many numbers, or not as many for each sequence
 */
export function rowsOf(windows: readonly TrainingWindow[], batch: number): WindowRows {
  const size = windows[0]?.inputs.length ?? 0
  if (size % batch !== 0)
    throw new Error(`a window should have as many numbers for each of ${batch} sequences, but has ${size}`)
  const timeSteps = size / batch
  const rows = (series: readonly Float32Array[]) => {
    const values = new Float32Array(windows.length * size)
    for (const [index, numbers] of series.entries()) {
      if (numbers.length !== size)
        throw new Error(`all series of a window should have ${size} numbers, but one has ${numbers.length}`)
      for (let sequence = 0; sequence < batch; sequence += 1)
        for (let t = 0; t < timeSteps; t += 1)
          values[index * size + t * batch + sequence] = numbers[sequence * timeSteps + t] as number
    }
    return tf.tensor2d(values, [values.length, 1])
  }
  return {
    inputs: rows(windows.map((each) => each.inputs)),
    targets: rows(windows.map((each) => each.targets)),
  }
}

/** Of rows as `rowsOf` makes them, the time steps of each window's first sequence. */
export function firstSequences(rows: Float32Array, windows: number, batch: number): Float32Array[] {
  const size = rows.length / windows
  return Array.from({ length: windows }, (_, index) =>
    Float32Array.from({ length: size / batch }, (_, t) => rows[index * size + t * batch] as number),
  )
}
