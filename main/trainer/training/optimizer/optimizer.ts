import type { Scalar, Tensor1D } from '../../tensorflow'

/** The settings of an optimiser that may change at any update. */
export type OptimizerSettings = {
  /** Step size, above 0, no unit. */
  readonly learningRate: number
  /** Of SGD: the share of the last change that is made again, from 0 to below 1. */
  readonly momentum: number
}

/** Parameters, and what is kept beside each of them, as packed vectors: [parameter count] each. */
export type Optimized = {
  readonly parameters: Tensor1D
  /** In the order of `SLOTS`. */
  readonly slots: Tensor1D[]
}

/** A rule by which parameters follow their gradient, on all of them at once. */
export type Optimizer = {
  /**
   * The numbers in which updates differ. Computed in float64 outside TensorFlow, so that the update itself is the
   * same calculation for every update and every setting: always as many.
   *
   * @param update number of this update since the slots were zero, from 1
   */
  readonly schedule: (settings: OptimizerSettings, update: number) => readonly number[]
  /** @param schedule the numbers of `schedule`, each a scalar */
  readonly apply: (before: Optimized, gradient: Tensor1D, schedule: readonly Scalar[]) => Optimized
}
