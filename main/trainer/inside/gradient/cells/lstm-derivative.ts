import type { CellDerivative, CellMoment } from './cell-derivative'

/**
 * With c' = f ∘ c + i ∘ g, a change of the sums of i, f and g of a unit changes c' by
 *
 *     g i (1 - i)      c f (1 - f)      i (1 - g²)
 *
 * and a change of c by f. With h' = o ∘ tanh c', the sum of o changes h' by tanh c' · o (1 - o), and c' by o (1 - tanh² c').
 */
function slopesOf(
  { before, after, gates }: CellMoment,
  unit: number,
): {
  byInput: number
  byForget: number
  byCandidate: number
  byOutput: number
  ofCell: number
  keep: number
} {
  const at = (gate: number) => (gates[gate] as Float64Array)[unit] as number
  const [i, f, g, o] = [at(0), at(1), at(2), at(3)]
  const cellTanh = Math.tanh(after.c?.[unit] as number)
  return {
    byInput: g * i * (1 - i),
    byForget: (before.c?.[unit] as number) * f * (1 - f),
    byCandidate: i * (1 - g * g),
    byOutput: cellTanh * o * (1 - o),
    ofCell: o * (1 - cellTanh * cellTanh),
    keep: f,
  }
}

export const LSTM_DERIVATIVE: CellDerivative = {
  back: (moment, by, sums, recurrent, before) => {
    const units = by.h.length
    const [byCell, cellBefore] = [by.c as Float64Array, before.c as Float64Array]
    for (let k = 0; k < units; k += 1) {
      const { byInput, byForget, byCandidate, byOutput, ofCell, keep } = slopesOf(moment, k)
      const cell = (byCell[k] as number) + (by.h[k] as number) * ofCell
      byCell[k] = cell
      sums[k] = cell * byInput
      sums[units + k] = cell * byForget
      sums[2 * units + k] = cell * byCandidate
      sums[3 * units + k] = (by.h[k] as number) * byOutput
      cellBefore[k] = (cellBefore[k] as number) + cell * keep
    }
    if (recurrent !== sums) recurrent.set(sums)
  },
  jacobian: (moment, recurrentKernel) => {
    const units = moment.after.h.length
    const size = 2 * units
    const jacobian = new Float64Array(size * size)
    const weight = (block: number, i: number, j: number) =>
      recurrentKernel[(block * units + i) * units + j] as number
    for (let i = 0; i < units; i += 1) {
      const { byInput, byForget, byCandidate, byOutput, ofCell, keep } = slopesOf(moment, i)
      const [ofH, ofC] = [i * size, (units + i) * size]
      for (let j = 0; j < units; j += 1) {
        const cell = byInput * weight(0, i, j) + byForget * weight(1, i, j) + byCandidate * weight(2, i, j)
        jacobian[ofC + j] = cell
        jacobian[ofH + j] = byOutput * weight(3, i, j) + ofCell * cell
      }
      jacobian[ofC + units + i] = keep
      jacobian[ofH + units + i] = ofCell * keep
    }
    return jacobian
  },
}
