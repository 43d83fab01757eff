import type { GateName } from './states'

/** The weights of one gate of a unit, or of the unit itself where the cell has no gates. */
export type UnitWeights = {
  /** Null: of the unit itself. */
  readonly gate: GateName | null
  /** Of what comes in at the same time step, the network's inputs or the units of the layer below: [feature]. */
  readonly below: Float32Array
  /** Of the units of its layer, one time step before: [hidden]. */
  readonly before: Float32Array
  /** b_ih, and b_hh where the family has it. */
  readonly biases: Float32Array
}

/** What a unit does to the gates of another layer's or its own layer's units; without gates it is one, null. */
export type UnitReach = { readonly gate: GateName | null; readonly weights: Float32Array }

/** One unit among the others: the weights that lead to it and from it. */
export type InsideUnit = {
  readonly kind: 'unit'
  readonly layer: number
  readonly unit: number
  readonly incoming: readonly UnitWeights[]
  /** To the units of its own layer, one time step later: [hidden] each. */
  readonly toUnits: readonly UnitReach[]
  /** To the units of the layer above, at the same time step: [hidden] each; none of the last layer. */
  readonly toAbove: readonly UnitReach[]
  /** To the outputs: [output]; none of a layer that is not read out. */
  readonly toOutputs: Float32Array
}

/** Which unit; both from 0. */
export type UnitAsk = { readonly kind: 'unit'; readonly layer: number; readonly unit: number }
