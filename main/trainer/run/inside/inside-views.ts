import type { InsideAsk, InsideFound, InsideKind } from '@contract/inside/inside'
import type { Look } from './look'
import { tellArithmetic } from './views/arithmetic'
import { tellDynamics, tellPlane } from './views/dynamics'
import { tellGradient } from './views/gradient'
import { tellKnockOuts } from './views/knock-outs'
import { tellMemory } from './views/memory'
import { tellRatios } from './views/ratios'
import { tellSensitivity } from './views/sensitivity'
import { tellStates } from './views/states'
import { tellTouched } from './views/touched'
import { tellUnit } from './views/unit'
import { tellUpdate } from './views/update'
import { tellWeights } from './views/weights'

/**
 * Finds out one kind of thing about a look, in pieces of some milliseconds. What cannot be told of it is a `problem`, a
 * sentence.
 */
export type InsideView<Kind extends InsideKind> = (
  look: Look,
  ask: InsideAsk<Kind>,
) => Generator<void, InsideFound<Kind>>

const VIEWS: { readonly [Kind in InsideKind]: InsideView<Kind> } = {
  states: tellStates,
  gradient: tellGradient,
  weights: tellWeights,
  ratios: tellRatios,
  update: tellUpdate,
  touched: tellTouched,
  'knock-outs': tellKnockOuts,
  memory: tellMemory,
  sensitivity: tellSensitivity,
  dynamics: tellDynamics,
  plane: tellPlane,
  unit: tellUnit,
  arithmetic: tellArithmetic,
}

/** Finds out what is asked about a look. */
export function viewOf<Kind extends InsideKind>(
  look: Look,
  ask: InsideAsk<Kind> & { readonly kind: Kind },
): Generator<void, InsideFound<Kind>> {
  return VIEWS[ask.kind](look, ask)
}
