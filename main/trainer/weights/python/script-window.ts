import type { ArrayOf } from '../../network/shape/named-arrays'

/** The window that a script predicts: one sequence, and what Unroll itself predicts for it. */
export type ScriptWindow = {
  /** The number of the update that was made on it, or would be made next. */
  readonly update: number
  /** Whether that update was made. */
  readonly made: boolean
  /** Time t of the lesson's curve in radians, or places in a series: [time step]. */
  readonly times: Float32Array
  /** [time step, input]. */
  readonly inputs: Float32Array
  /** [time step, output]. */
  readonly targets: Float32Array
  /** The states before it: h, and for the LSTM c after it; each [layer, 1, hidden]. */
  readonly states: readonly ArrayOf[]
  /** By the weights that are in the file: [time step, output]. */
  readonly predictions: Float32Array
}
