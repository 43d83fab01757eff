import type { GateName } from './states'

/** What is multiplied with weights, or stands alone. */
export type TermsFrom =
  /** The network's inputs at the time step. */
  | 'input'
  /** The units of the layer below, at the time step. */
  | 'below'
  /** The units of the same layer, one time step before. */
  | 'before'
  /** The units of the layer that is read out, at the time step. */
  | 'top'
  | 'bias'
  | 'recurrentBias'

/** Terms of a sum, each factor · weight · value. */
export type Terms = {
  readonly from: TermsFrom
  /** The reset gate, before what the candidate of a GRU has of the time step before; else 1. */
  readonly factor: number
  readonly weights: Float64Array
  /** As many as weights; 1 for a bias. */
  readonly values: Float64Array
}

export type Activation = 'tanh' | 'relu' | 'sigmoid'

/**
 * One line of what is worked out, each with its value after all:
 *
 * - `sum`: an activation of a sum of terms, or the sum itself where there is none
 * - `blend`: h = (1 − z) · n + z · h before, of a GRU
 * - `cell`: c = f · c before + i · g, of an LSTM
 * - `gated`: h = o · tanh c, of an LSTM
 * - `unscaled`: a number of the network in the column's own unit, value · scale + offset
 */
export type ArithmeticLine =
  | {
      readonly form: 'sum'
      readonly what: 'prediction' | 'h' | GateName
      readonly activation: Activation | null
      readonly terms: readonly Terms[]
      readonly sum: number
      readonly value: number
    }
  | {
      readonly form: 'blend'
      readonly update: number
      readonly candidate: number
      readonly before: number
      readonly value: number
    }
  | {
      readonly form: 'cell'
      readonly forget: number
      readonly before: number
      readonly input: number
      readonly candidate: number
      readonly value: number
    }
  | { readonly form: 'gated'; readonly output: number; readonly cell: number; readonly value: number }
  | {
      readonly form: 'unscaled'
      readonly number: number
      readonly scale: number
      readonly offset: number
      readonly value: number
    }

/** How a number of the network comes about at one time step, in the network's units. */
export type InsideArithmetic = {
  readonly kind: 'arithmetic'
  readonly layer: number
  /** Null: it is the prediction of the output. */
  readonly unit: number | null
  readonly output: number
  readonly timeStep: number
  /** In the order in which they are worked out. */
  readonly lines: readonly ArithmeticLine[]
}

/** Of which unit, or without one of which output, and at which time step; all from 0. */
export type ArithmeticAsk = {
  readonly kind: 'arithmetic'
  readonly layer: number
  readonly unit: number | null
  readonly output: number
  readonly timeStep: number
}
