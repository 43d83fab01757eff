import { jacobian, stateSize } from '../gradient/jacobian'
import type { InsideNet } from '../net/inside-net'
import { addTransposedProduct } from '../net/products'
import { row } from '../net/rows'
import { countWork, toTheEnd } from '../net/work'
import type { Pass } from '../pass/pass'
import { scaled } from './scaled'
import { singularValuesInPieces } from './singular-values'

/**
 * How fast a small difference in a layer's state grows over a window, in nats per time step:
 *
 *     λ = (1/T) log ‖J_T … J_1‖
 *
 * with J_t the Jacobian of the state after time step t by the one before it, what comes from below held fixed, and the
 * spectral norm. Below zero differences die out, above zero they grow; over long windows it tends to the greatest Lyapunov
 * exponent. The product is brought to size 1 after every factor, so that nothing is lost however long the window is.
 *
 * @param layer from 0
 * @returns -Infinity where nothing of a difference is left; NaN of a window without time steps
 * @throws Error if a number is not finite
 */
export function growthRate(net: InsideNet, pass: Pass, layer: number): number {
  return toTheEnd(growthRateInPieces(net, pass, layer))
}

/** The same for large networks: it yields after every 5 ms of work or so. */
export function growthRateInPieces(net: InsideNet, pass: Pass, layer: number): Generator<void, number> {
  return growthOfProduct(stateSize(net), pass.timeSteps, (timeStep) => jacobian(net, pass, layer, timeStep))
}

/**
 * (1/count) log ‖F_count … F_1‖ of square matrices.
 *
 * @param factor gives the factor by its number, from 0
 */
export function* growthOfProduct(
  size: number,
  count: number,
  factor: (at: number) => Float64Array,
): Generator<void, number> {
  const work = countWork()
  let [product, logarithm] = [new Float64Array(0), 0]
  for (let at = 0; at < count; at += 1) {
    const next = at === 0 ? factor(at) : new Float64Array(size * size)
    if (at > 0) {
      const left = factor(at)
      for (let i = 0; i < size; i += 1) {
        addTransposedProduct(product, row(left, i, size), row(next, i, size))
        if (work.isPiece(product.length)) yield
      }
    }
    const { values, scale } = scaled(next)
    if (scale === 0) return Number.NEGATIVE_INFINITY
    logarithm += Math.log(scale)
    product = values as Float64Array<ArrayBuffer>
  }
  const [norm = Number.NaN] = yield* singularValuesInPieces(product, size)
  return (logarithm + Math.log(norm)) / count
}
