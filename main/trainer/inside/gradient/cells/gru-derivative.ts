import type { CellDerivative, CellMoment } from './cell-derivative'

/**
 * With h' = (1 - z) ∘ n + z ∘ h, a change of each sum of unit i changes h' by
 *
 *     W_in x + b_in:   a = (1 - z)(1 - n²)             W_hn h + b_hn:   a r
 *     sum of r:        a (W_hn h + b_hn) r (1 - r)     sum of z:        (h - n) z (1 - z)
 *
 * and a change of h itself by z.
 */
function slopesOf(
  { before, gates, recurrentCandidate }: CellMoment,
  i: number,
): { byReset: number; byUpdate: number; byCandidate: number; byRecurrent: number; direct: number } {
  const [reset, update, candidate] = gates as [Float64Array, Float64Array, Float64Array]
  const [r, z, n] = [reset[i] as number, update[i] as number, candidate[i] as number]
  const byCandidate = (1 - z) * (1 - n * n)
  return {
    byReset: byCandidate * (recurrentCandidate?.[i] as number) * r * (1 - r),
    byUpdate: ((before.h[i] as number) - n) * z * (1 - z),
    byCandidate,
    byRecurrent: byCandidate * r,
    direct: z,
  }
}

export const GRU_DERIVATIVE: CellDerivative = {
  back: (moment, by, sums, recurrent, before) => {
    const units = by.h.length
    for (let i = 0; i < units; i += 1) {
      const { byReset, byUpdate, byCandidate, byRecurrent, direct } = slopesOf(moment, i)
      const gradient = by.h[i] as number
      const [reset, update] = [gradient * byReset, gradient * byUpdate]
      sums[i] = reset
      recurrent[i] = reset
      sums[units + i] = update
      recurrent[units + i] = update
      sums[2 * units + i] = gradient * byCandidate
      recurrent[2 * units + i] = gradient * byRecurrent
      before.h[i] = (before.h[i] as number) + gradient * direct
    }
  },
  jacobian: (moment, recurrentKernel) => {
    const units = moment.after.h.length
    const jacobian = new Float64Array(units * units)
    const weight = (block: number, i: number, j: number) =>
      recurrentKernel[(block * units + i) * units + j] as number
    for (let i = 0; i < units; i += 1) {
      const { byReset, byUpdate, byRecurrent, direct } = slopesOf(moment, i)
      for (let j = 0; j < units; j += 1)
        jacobian[i * units + j] =
          byReset * weight(0, i, j) + byUpdate * weight(1, i, j) + byRecurrent * weight(2, i, j)
      jacobian[i * units + i] = (jacobian[i * units + i] as number) + direct
    }
    return jacobian
  },
}
