/** One time step of one layer as a forward pass has left it, all rows of its own numbers. */
export type CellMoment = {
  readonly before: { readonly h: Float64Array; readonly c?: Float64Array }
  readonly after: { readonly h: Float64Array; readonly c?: Float64Array }
  /** [hidden] each, in the order of `GATES`. */
  readonly gates: readonly Float64Array[]
  /** Of the GRU: W_hn h + b_hn, [hidden]. */
  readonly recurrentCandidate?: Float64Array
}

/** Gradients of a loss by the states between two time steps, [hidden] each. */
export type StateGradient = { readonly h: Float64Array; readonly c?: Float64Array }

/** How a cell's states answer to what comes before them. */
export type CellDerivative = {
  /**
   * The backward pass through one time step.
   *
   * @param by by the states after it: by h the whole, by c without what goes through h, which is added to it here
   * @param sums filled with the gradient by W_ih x + b_ih, [gates · hidden]
   * @param recurrent filled with the gradient by W_hh h + b_hh, [gates · hidden]; may be the same array, where the cell
   * simply adds the two
   * @param before gets added what reaches the states before it past the matrices
   */
  readonly back: (
    moment: CellMoment,
    by: StateGradient,
    sums: Float64Array,
    recurrent: Float64Array,
    before: StateGradient,
  ) => void
  /**
   * The Jacobian of the states after the time step by those before it, where h, and for the LSTM c after it, are one
   * state of S numbers: [S, S], a row for each number after it.
   *
   * @param recurrentKernel W_hh, [gates · hidden, hidden]
   */
  readonly jacobian: (moment: CellMoment, recurrentKernel: Float64Array) => Float64Array
}
