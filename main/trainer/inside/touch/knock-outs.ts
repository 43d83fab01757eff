import type { UnitHeld } from '@contract/inside/touched'
import { toTheEnd } from '../net/work'
import { touchedPassInPieces, type Untouched } from './touched-pass'

/** Multiplications that all passes together may cost, some seconds; as many units as that allows are silenced. */
export const KNOCK_OUT_BUDGET = 4_000_000_000

/** What the loss changes by when a unit is silenced: [unit], of those that were tried. */
export type KnockOuts = { readonly toZero: Float64Array; readonly toMean: Float64Array }

/**
 * Silences every unit of a layer, one after the other, and tells what the loss changes by.
 *
 * @param layer from 0
 * @param lossOf the loss of predictions, [time step, output]
 * @param budget multiplications at most; one unit is tried at least
 */
export function knockOuts(
  untouched: Untouched,
  layer: number,
  lossOf: (predictions: Float64Array) => number,
  budget = KNOCK_OUT_BUDGET,
): KnockOuts {
  return toTheEnd(knockOutsInPieces(untouched, layer, lossOf, budget))
}

/** The same in pieces: it yields after every unit at least. */
export function* knockOutsInPieces(
  untouched: Untouched,
  layer: number,
  lossOf: (predictions: Float64Array) => number,
  budget = KNOCK_OUT_BUDGET,
): Generator<void, KnockOuts> {
  const { net, pass } = untouched
  const tried = Math.max(1, Math.floor(budget / (2 * costOfPass(untouched))))
  const units = Math.min(net.network.hiddenUnits, tried)
  const before = lossOf(pass.predictions)
  const [toZero, toMean] = [new Float64Array(units), new Float64Array(units)]
  const ways: readonly (readonly [UnitHeld, Float64Array])[] = [
    ['zero', toZero],
    ['mean', toMean],
  ]
  for (let unit = 0; unit < units; unit += 1)
    for (const [held, changes] of ways) {
      const touched = yield* touchedPassInPieces(untouched, [{ kind: 'unit', layer, unit, held }])
      changes[unit] = lossOf(touched.predictions) - before
      yield
    }
  return { toZero, toMean }
}

/** Multiplications of one pass. */
function costOfPass({ net: { layers, readOut }, pass: { timeSteps } }: Untouched): number {
  const ofTimeStep = layers.reduce(
    (cost, { kernel, recurrentKernel }) => cost + kernel.length + recurrentKernel.length,
    readOut.kernel.length,
  )
  return Math.max(1, timeSteps * ofTimeStep)
}
