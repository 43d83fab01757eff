import type { CellName } from '../settings/run-config'

/** What a square matrix does to vectors; null where it is too large for that. */
export type MatrixFacts = {
  /** Real and imaginary parts, the farthest from zero first. */
  readonly eigenvalues: { readonly re: Float64Array; readonly im: Float64Array } | null
  /** The largest singular value σ₁: by how much a vector is lengthened at most. */
  readonly stretch: number | null
}

/** How the state of one layer answers to the state before it. */
export type InsideDynamics = {
  readonly kind: 'dynamics'
  readonly cell: CellName
  readonly layer: number
  /** Of the Jacobian, from 0. */
  readonly timeStep: number
  readonly timeSteps: number
  /** Numbers that go from one time step to the next: h, and c of an LSTM. */
  readonly size: number
  /** The recurrent kernel; of a GRU or an LSTM its block for the candidate. */
  readonly kernel: MatrixFacts
  /** The state after the time step by the state before it, what comes from below held fixed. */
  readonly jacobian: MatrixFacts
  /** λ = (1/T) log ‖J_T … J_1‖ over the window, in nats a time step; null where it is too much to compute. */
  readonly growth: number | null
}

/** Hidden states of one layer over a window, and the directions in which they differ most. */
export type InsidePlane = {
  readonly kind: 'plane'
  readonly layer: number
  readonly units: number
  /** The one before the window first: [time step + 1, hidden]. */
  readonly states: Float32Array
  /** [hidden]. */
  readonly mean: Float64Array
  /** Of length 1, with the largest number positive; two at most: [component, hidden]. */
  readonly components: Float64Array
}
