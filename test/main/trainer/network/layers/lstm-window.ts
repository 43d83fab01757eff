/*
 * A window of an LSTM in double precision, one number after the other, and its gradient: the second source that our ops
 * are held to. Rows are [time step · batch, …], gates in the order i, f, g, o.
 */

import type { WindowSizes } from './window-sizes'

/** What a window is computed from, float32. */
export type WindowInputs = {
  /** [time step · batch, 4 · hidden] */
  readonly projections: Float32Array
  /** [4 · hidden] */
  readonly bias: Float32Array
  /** [4 · hidden, hidden] */
  readonly kernel: Float32Array
  /** [batch, hidden] */
  readonly state: Float32Array
  readonly cell: Float32Array
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))

/** What `UnrollLstm` gives: states and cells with those before the window, and i, f, g, o and tanh c. */
export function plainWindow({ timeSteps, batch, hidden }: WindowSizes, inputs: WindowInputs) {
  const states = [...inputs.state]
  const cells = [...inputs.cell]
  const gates: number[] = []
  for (let row = 0; row < timeSteps * batch; row += 1) {
    const before = row * hidden
    const sum = (gate: number, unit: number) => {
      const at = gate * hidden + unit
      let total = (inputs.projections[row * 4 * hidden + at] as number) + (inputs.bias[at] as number)
      for (let k = 0; k < hidden; k += 1)
        total += (inputs.kernel[at * hidden + k] as number) * (states[before + k] as number)
      return total
    }
    const [all, h]: [number[][], number[]] = [[[], [], [], [], []], []]
    for (let unit = 0; unit < hidden; unit += 1) {
      const [i, f, o] = [sigmoid(sum(0, unit)), sigmoid(sum(1, unit)), sigmoid(sum(3, unit))]
      const g = Math.tanh(sum(2, unit))
      const cell = f * (cells[before + unit] as number) + i * g
      cells.push(cell)
      h.push(o * Math.tanh(cell))
      for (const [gate, value] of [i, f, g, o, Math.tanh(cell)].entries()) all[gate]?.push(value)
    }
    states.push(...h)
    gates.push(...all.flat())
  }
  return { states, cells, gates }
}

/** What `UnrollLstmGrad` gives: the gradient by what the gates are made of, [time step · batch, 4 · hidden]. */
export function plainGradient(
  { timeSteps, batch, hidden }: WindowSizes,
  { kernel }: Pick<WindowInputs, 'kernel'>,
  { cells, gates }: { readonly cells: ArrayLike<number>; readonly gates: ArrayLike<number> },
  outputGradient: ArrayLike<number>,
): number[] {
  const result = new Array<number>(timeSteps * batch * 4 * hidden).fill(0)
  const passedOn = new Array<number>(batch * hidden).fill(0)
  for (let row = timeSteps * batch - 1; row >= 0; row -= 1) {
    const next = row + batch
    for (let unit = 0; unit < hidden; unit += 1) {
      const place = row * hidden + unit
      let dh = outputGradient[place] as number
      if (next < timeSteps * batch)
        for (let k = 0; k < 4 * hidden; k += 1)
          dh += (result[next * 4 * hidden + k] as number) * (kernel[k * hidden + unit] as number)
      const gate = (index: number) => gates[(row * 5 + index) * hidden + unit] as number
      const [i, f, g, o, tanh] = [gate(0), gate(1), gate(2), gate(3), gate(4)]
      const at = (row % batch) * hidden + unit
      const dc = (passedOn[at] as number) + dh * o * (1 - tanh * tanh)
      const before = cells[place] as number
      const byGates = [
        dc * g * i * (1 - i),
        dc * before * f * (1 - f),
        dc * i * (1 - g * g),
        dh * tanh * o * (1 - o),
      ]
      for (const [index, value] of byGates.entries()) result[(row * 4 + index) * hidden + unit] = value
      passedOn[at] = dc * f
    }
  }
  return result
}
