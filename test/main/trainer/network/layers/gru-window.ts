/*
 * A window of a GRU in double precision, one number after the other, and its gradient: the second source that our ops
 * are held to. Rows are [time step · batch, …], gates in the order r, z, n.
 */

import type { WindowSizes } from './window-sizes'

/** What a window is computed from, float32. */
export type WindowInputs = {
  /** [time step · batch, 3 · hidden] */
  readonly projections: Float32Array
  /** b_ih, [3 · hidden] */
  readonly bias: Float32Array
  /** [3 · hidden, hidden] */
  readonly kernel: Float32Array
  /** b_hh, [3 · hidden] */
  readonly recurrentBias: Float32Array
  /** [batch, hidden] */
  readonly state: Float32Array
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))

/** What `UnrollGru` gives: states with those before the window, and r, z, W_hn h + b_hn and n. */
export function plainWindow(
  { timeSteps, batch, hidden }: WindowSizes,
  inputs: { readonly [Name in keyof WindowInputs]: ArrayLike<number> },
) {
  const states = Array.from(inputs.state)
  const gates: number[] = []
  for (let row = 0; row < timeSteps * batch; row += 1) {
    const before = row * hidden
    const byInput = (gate: number, unit: number) =>
      (inputs.projections[(row * 3 + gate) * hidden + unit] as number) +
      (inputs.bias[gate * hidden + unit] as number)
    const byState = (gate: number, unit: number) => {
      const at = gate * hidden + unit
      let total = inputs.recurrentBias[at] as number
      for (let k = 0; k < hidden; k += 1)
        total += (inputs.kernel[at * hidden + k] as number) * (states[before + k] as number)
      return total
    }
    const [all, h]: [number[][], number[]] = [[[], [], [], []], []]
    for (let unit = 0; unit < hidden; unit += 1) {
      const r = sigmoid(byInput(0, unit) + byState(0, unit))
      const z = sigmoid(byInput(1, unit) + byState(1, unit))
      const recurrent = byState(2, unit)
      const n = Math.tanh(byInput(2, unit) + r * recurrent)
      h.push((1 - z) * n + z * (states[before + unit] as number))
      for (const [gate, value] of [r, z, recurrent, n].entries()) all[gate]?.push(value)
    }
    states.push(...h)
    gates.push(...all.flat())
  }
  return { states, gates }
}

/** What `UnrollGruGrad` gives: the gradients by x · W_ih^T and by h · W_hh^T, both [time step · batch, 3 · hidden]. */
export function plainGradient(
  { timeSteps, batch, hidden }: WindowSizes,
  { kernel }: Pick<WindowInputs, 'kernel'>,
  { states, gates }: { readonly states: ArrayLike<number>; readonly gates: ArrayLike<number> },
  outputGradient: ArrayLike<number>,
) {
  const projected = new Array<number>(timeSteps * batch * 3 * hidden).fill(0)
  const recurrent = [...projected]
  const passedOn = new Array<number>(batch * hidden).fill(0)
  for (let row = timeSteps * batch - 1; row >= 0; row -= 1) {
    const next = row + batch
    for (let unit = 0; unit < hidden; unit += 1) {
      const place = row * hidden + unit
      const at = (row % batch) * hidden + unit
      let dh = (outputGradient[place] as number) + (passedOn[at] as number)
      if (next < timeSteps * batch)
        for (let k = 0; k < 3 * hidden; k += 1)
          dh += (recurrent[next * 3 * hidden + k] as number) * (kernel[k * hidden + unit] as number)
      const gate = (index: number) => gates[(row * 4 + index) * hidden + unit] as number
      const [r, z, product, n] = [gate(0), gate(1), gate(2), gate(3)]
      const byN = dh * (1 - z) * (1 - n * n)
      const byR = byN * product * r * (1 - r)
      const byZ = dh * ((states[place] as number) - n) * z * (1 - z)
      for (const [index, value] of [byR, byZ, byN].entries())
        projected[(row * 3 + index) * hidden + unit] = value
      for (const [index, value] of [byR, byZ, byN * r].entries())
        recurrent[(row * 3 + index) * hidden + unit] = value
      passedOn[at] = dh * z
    }
  }
  return { projected, recurrent }
}
