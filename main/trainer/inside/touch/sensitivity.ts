import { backThrough } from '../gradient/back-through'
import type { InsideNet } from '../net/inside-net'
import { countWork, toTheEnd } from '../net/work'
import type { Pass } from '../pass/pass'

/**
 * The derivative of one number predicted by every number that goes in (Madsen 2019 shows it as connectivity).
 *
 * @param timeStep of the prediction, from 0
 * @param output from 0
 * @returns [time step, feature]; 0 after the prediction
 */
export function sensitivity(net: InsideNet, pass: Pass, timeStep: number, output: number): Float64Array {
  return toTheEnd(sensitivityInPieces(net, pass, timeStep, output))
}

/** The same for large networks: it yields after every 5 ms of work or so. */
export function* sensitivityInPieces(
  net: InsideNet,
  pass: Pass,
  timeStep: number,
  output: number,
): Generator<void, Float64Array> {
  const byPredictions = new Float64Array(pass.predictions.length)
  byPredictions[timeStep * net.network.outputs + output] = 1
  const inputs = new Float64Array(pass.inputs.length)
  yield* backThrough(net, pass, byPredictions, {
    ...{ last: timeStep, lowest: 0, parameters: null },
    ...{ inputs, work: countWork() },
  })
  return inputs
}
