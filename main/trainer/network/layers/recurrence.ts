import type { Tensor2D } from '../../tensorflow'

/** What a cell starts a window with. Rows are [time step · batch, …], the time steps one after another. */
export type RecurrenceInput = {
  /** x_t · W_ih^T and the biases: [time step · batch, gates · hidden]. */
  readonly projections: Tensor2D
  /** W_hh: [gates · hidden, hidden]. */
  readonly recurrentKernel: Tensor2D
  /** States before the window, each [batch, hidden]; constants: here is where truncated BPTT cuts. */
  readonly states: readonly Tensor2D[]
}

/** A window's forward pass through a cell, and what the backward pass needs of it. */
export type Recurrence = {
  /** h_t after each time step, [time step · batch, hidden]. */
  readonly outputs: Tensor2D
  /** States after the window, each [batch, hidden]. */
  readonly states: readonly Tensor2D[]
  readonly backward: (outputGradient: Tensor2D) => RecurrenceGradient
}

/** Gradient of the loss by what a cell adds up at each time step, and the h_(t-1) that W_hh was multiplied with. */
export type RecurrenceGradient = {
  /** By x_t · W_ih^T + h_(t-1) · W_hh^T and the biases: [time step · batch, gates · hidden]. */
  readonly sums: Tensor2D
  /** [time step · batch, hidden]. */
  readonly statesBefore: Tensor2D
}

/** The recurrence of one kind of cell over a window. */
export type Unroll = (input: RecurrenceInput) => Recurrence
