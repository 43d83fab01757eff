import type { Tensor, Tensor1D, Tensor2D } from '../../tensorflow'

/** The parameters of one recurrent layer, in PyTorch's layouts. */
export type LayerParameters = {
  /** W_ih: [gates · hidden, feature]. */
  readonly kernel: Tensor2D
  /** W_hh: [gates · hidden, hidden]. */
  readonly recurrentKernel: Tensor2D
  /** b_ih: [gates · hidden]. */
  readonly bias: Tensor1D
  /** b_hh: [gates · hidden]; null where the family has one bias. */
  readonly recurrentBias: Tensor1D | null
}

/** A window's forward and backward pass through a layer. */
export type LayerPass = {
  /** h after each time step, [time step · batch, hidden]. */
  readonly outputs: Tensor2D
  /** States after the window, each [batch, hidden]. */
  readonly states: readonly Tensor2D[]
  readonly backward: (outputGradient: Tensor2D) => LayerGradient
}

export type LayerGradient = {
  /** By each parameter, in the order of `LayerParameters`. */
  readonly parameters: readonly Tensor[]
  /** By the rows that came in; made only when asked for, as nobody asks at the lowest layer. */
  readonly rows: () => Tensor2D
}

/**
 * Runs a layer of one kind of cell over a window.
 *
 * @param rows inputs, [time step · batch, feature], the time steps one after another
 * @param states states before the window, each [batch, hidden]; constants: here is where truncated BPTT cuts
 */
export type RunLayer = (parameters: LayerParameters, rows: Tensor2D, states: readonly Tensor2D[]) => LayerPass
