import type { Tensor, Tensor1D, Tensor2D } from '../../tensorflow'

/** The parameters of one recurrent layer, in PyTorch's layouts. */
export type LayerParameters = {
  /** W_ih: [gates · hidden, feature]. */
  readonly kernel: Tensor2D
  /** W_hh: [gates · hidden, hidden]. */
  readonly recurrentKernel: Tensor2D
  /** b_ih: [gates · hidden]. */
  readonly bias: Tensor1D
  /** b_hh: [gates · hidden]; not there where the family has one bias. */
  readonly recurrentBias?: Tensor1D
}

/** What a layer sees of a window. */
export type LayerWindow = {
  readonly parameters: LayerParameters
  /** Inputs, [time step · batch, feature], the time steps one after another. */
  readonly rows: Tensor2D
  /** States before the window, each [batch, hidden]; constants: here is where truncated BPTT cuts. */
  readonly states: readonly Tensor2D[]
}

/** What a forward pass leaves to the backward pass. */
export type Kept = Readonly<Record<string, Tensor2D | readonly Tensor2D[]>>

/**
 * How layers of one kind of cell run over a window: two pure functions of tensors, so that layers that are alike have to be recorded
 * only once.
 */
export type Cell<Keeps extends Kept> = {
  readonly forward: (window: LayerWindow) => {
    /** h after each time step, [time step · batch, hidden]. */
    readonly outputs: Tensor2D
    /** States after the window, each [batch, hidden]. */
    readonly states: readonly Tensor2D[]
    readonly kept: Keeps
  }
  readonly backward: (
    window: LayerWindow,
    kept: Keeps,
    outputGradient: Tensor2D,
  ) => {
    /** By each parameter, in the order of `LayerParameters`. */
    readonly parameters: readonly Tensor[]
    /** By x · W_ih^T: [time step · batch, gates · hidden]. */
    readonly projections: Tensor2D
  }
}
