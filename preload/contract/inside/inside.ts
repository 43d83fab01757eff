import type { Text } from '../language/text'
import type { RunId } from '../run-id'
import type { ArithmeticAsk, InsideArithmetic } from './arithmetic'
import type { InsideDynamics, InsidePlane } from './dynamics'
import type { InsideGradient } from './gradient'
import type { InsideMemory, MemoryAsk } from './memory'
import type { InsideStates } from './states'
import type { InsideKnockOuts, InsideSensitivity, KnockOutsAsk, SensitivityAsk } from './tables'
import type { InsideTouched, TouchedAsk } from './touched'
import type { InsideUnit, UnitAsk } from './unit'
import type { InsideUpdate, UpdateAsk } from './update'
import type { InsideRatios, InsideWeights } from './weights'

/**
 * What can be asked about the inside of a network, by kind: what is asked, and what is told of it. A new kind is a line here;
 * the compiler then asks for its schema (`main/wire/inside-schemas.ts`) and for how it is found out (`main/trainer/run/inside`).
 */
export type InsideKinds = {
  states: { readonly asked: { readonly kind: 'states' }; readonly told: InsideStates }
  /** `timeStep` is counted from 0; null: the last. */
  dynamics: {
    readonly asked: { readonly kind: 'dynamics'; readonly layer: number; readonly timeStep: number | null }
    readonly told: InsideDynamics
  }
  plane: { readonly asked: { readonly kind: 'plane'; readonly layer: number }; readonly told: InsidePlane }
  /** `layer` is counted from 0. */
  gradient: {
    readonly asked: { readonly kind: 'gradient'; readonly layer: number }
    readonly told: InsideGradient
  }
  weights: { readonly asked: { readonly kind: 'weights' }; readonly told: InsideWeights }
  ratios: { readonly asked: { readonly kind: 'ratios' }; readonly told: InsideRatios }
  update: { readonly asked: UpdateAsk; readonly told: InsideUpdate }
  memory: { readonly asked: MemoryAsk; readonly told: InsideMemory }
  'knock-outs': { readonly asked: KnockOutsAsk; readonly told: InsideKnockOuts }
  sensitivity: { readonly asked: SensitivityAsk; readonly told: InsideSensitivity }
  touched: { readonly asked: TouchedAsk; readonly told: InsideTouched }
  unit: { readonly asked: UnitAsk; readonly told: InsideUnit }
  arithmetic: { readonly asked: ArithmeticAsk; readonly told: InsideArithmetic }
}

export type InsideKind = keyof InsideKinds

/** One thing that is asked about a look. */
export type InsideAsk<Kind extends InsideKind = InsideKind> = InsideKinds[Kind]['asked']

/** What is told of it; of numbers that cannot be had, why. */
export type InsideTold<Kind extends InsideKind = InsideKind> = InsideKinds[Kind]['told']

/** Several things at a time are of the same weights, whatever is trained meanwhile. */
export type InsideQuestion = {
  readonly runId: RunId
  /**
   * The update whose window is looked at, from 1, with the weights and the states that went into it; null: the one that comes
   * next, with those of now.
   */
  readonly update: number | null
  readonly asks: readonly InsideAsk[]
  /** Which sequence of the batch, from 0; left out: the first. */
  readonly sequence?: number | undefined
  /** A newer question takes the place of what is under way in its lane: what takes long must not be given up for each new look. */
  readonly lane: InsideLane
}

export type InsideLane = 'live' | 'slow'

/** The most that are asked at a time. */
export const MOST_INSIDE_ASKS = 16

export type InsideAnswer = {
  readonly runId: RunId
  /** The update whose window was looked at. */
  readonly update: number
  /** In the order of the asks: what was found, or why it could not be. */
  readonly told: readonly InsideFound[]
}

export type InsideFound<Kind extends InsideKind = InsideKind> =
  | { readonly value: InsideTold<Kind> }
  | { readonly problem: Text }
