/** A layer, counted from 0. */
export type KnockOutsAsk = { readonly kind: 'knock-outs'; readonly layer: number }

/** A prediction, both counted from 0. */
export type SensitivityAsk = {
  readonly kind: 'sensitivity'
  readonly timeStep: number
  readonly output: number
}

/** What the loss of a window would be without each unit of a layer. */
export type InsideKnockOuts = {
  readonly kind: 'knock-outs'
  /** From 0. */
  readonly layer: number
  /** Units of the layer; of a large network fewer were tried, from the first on. */
  readonly units: number
  /**
   * The loss with a unit silenced, less the loss as it is, in the network's units: held at 0, and at its mean over the window;
   * [unit], of those that were tried.
   */
  readonly toZero: Float64Array
  readonly toMean: Float64Array
}

/** How one number predicted answers to everything that goes in. */
export type InsideSensitivity = {
  readonly kind: 'sensitivity'
  readonly timeStep: number
  readonly output: number
  /**
   * The derivative of the prediction by each number that goes in, both as the network has them: of each input column
   * [time step]; 0 after the prediction.
   */
  readonly byInputs: readonly Float32Array[]
}
