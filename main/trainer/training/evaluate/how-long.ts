import type { NetworkPlan } from '../../network/network'
import { CELL_SHAPES } from '../../network/shape/cell-shapes'
import { describeNetwork } from '../../network/shape/describe-network'

/** Milliseconds for which a forward pass may hold up the thread that hears a pause. */
const SHORT = 20
/** Parameters that are laid out for a pass in a millisecond, and read for a time step; measured on two slow cores, as the rest is. */
const LAID_OUT = 260_000
const READ = 8_000_000
/** Parameters that a sequence is multiplied with in a millisecond. */
const MULTIPLIED = 50_000_000
/** Milliseconds of a time step of a layer besides, op by op, where its window is not one op. */
const STEP = 0.09
/** From one number of time steps to the next one that is tried. */
const LESS = 0.8

/**
 * Whether a forward pass takes longer than a pause should wait. It is told by the shapes, roughly: what hangs on it is who makes
 * the pass, and no number.
 *
 * @param beside sequences side by side
 */
export function isLongPass({ network }: NetworkPlan, timeSteps: number, beside: number): boolean {
  const always = describeNetwork(network).parameterCount / LAID_OUT
  return always + timeSteps * timeStepOf(network, beside) > SHORT
}

/**
 * How many of the time steps that are wanted a pass should make that is to be short, besides what any pass of this network takes.
 * From 1.
 *
 * @param beside sequences side by side, for so many time steps
 */
export function shortPass(
  { network }: NetworkPlan,
  wanted: number,
  beside: (timeSteps: number) => number,
): number {
  let timeSteps = wanted
  while (timeSteps > 1 && timeSteps * timeStepOf(network, beside(timeSteps)) > SHORT)
    timeSteps = Math.max(1, Math.floor(timeSteps * LESS))
  return timeSteps
}

/** Milliseconds of a time step of a pass. */
function timeStepOf(network: NetworkPlan['network'], beside: number): number {
  const { parameterCount } = describeNetwork(network)
  const ops = CELL_SHAPES[network.cell].gates > 1 ? 0 : network.layers * STEP
  return parameterCount / READ + (beside * parameterCount) / MULTIPLIED + ops
}
