import type { CellDerivative } from './cell-derivative'

/** h' = act(a): tanh' = 1 - h'². */
export const TANH_DERIVATIVE = simple((h) => 1 - h * h)

/** The same with relu, whose slope at zero is 0, as PyTorch has it. */
export const RELU_DERIVATIVE = simple((h) => (h > 0 ? 1 : 0))

/** J = diag(act'(a)) · W_hh, and by a = act'(a) ∘ dh. */
function simple(slope: (h: number) => number): CellDerivative {
  return {
    back: ({ after }, by, sums, recurrent) => {
      for (let i = 0; i < sums.length; i += 1) {
        const gradient = (by.h[i] as number) * slope(after.h[i] as number)
        sums[i] = gradient
        recurrent[i] = gradient
      }
    },
    jacobian: ({ after }, recurrentKernel) => {
      const units = after.h.length
      return recurrentKernel.map((weight, at) => weight * slope(after.h[Math.floor(at / units)] as number))
    },
  }
}
