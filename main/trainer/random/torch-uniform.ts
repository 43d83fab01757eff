import type { RandomBits } from './mersenne-twister'

const MASK = 0xffffff
const UNIT = 2 ** -24

/**
 * Draws as `Tensor.uniform_(low, high)` does in PyTorch on the CPU, in float32: one word of 32 bits for each number,
 * of which the low 24 make x in [0, 1), then x · (high - low) + low. (ATen/core/TransformationHelper.h.)
 *
 * @returns `count` numbers from [low, high); rounding may give `high` itself
 */
export function fillUniform(random: RandomBits, count: number, low: number, high: number): Float32Array {
  const from = Math.fround(low)
  const range = Math.fround(Math.fround(high) - from)
  // Float64 holds the product exactly, so each number is rounded once, at the end, as by the fused
  // multiply-add that PyTorch is compiled to.
  return Float32Array.from({ length: count }, () => (random() & MASK) * UNIT * range + from)
}
