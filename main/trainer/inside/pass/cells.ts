import type { GateName } from '@contract/inside/states'
import type { CellName } from '@contract/settings/run-config'

/** One time step of one layer: what is there of it, and what is still to be filled, all rows of its own numbers. */
export type CellStep = {
  /** W_ih x + b_ih, [gates · hidden]; becomes the arguments of the activations. */
  readonly sums: Float64Array
  /** W_hh h + b_hh, [gates · hidden]. */
  readonly recurrent: Float64Array
  readonly before: { readonly h: Float64Array; readonly c?: Float64Array }
  readonly after: { readonly h: Float64Array; readonly c?: Float64Array }
  /** [hidden] each, in the order of `GATES`. */
  readonly gates: readonly Float64Array[]
  /** Of the GRU: W_hn h + b_hn, [hidden]. */
  readonly recurrentCandidate?: Float64Array
  /** Told of each row once its numbers are there, and may change them. */
  readonly tell: (what: 'h' | 'c' | GateName, values: Float64Array) => void
}

/**
 * The cells for one time step, with the formulas of `main/trainer/network/layers`, where they come from PyTorch's modules.
 * What `tell` changes counts for everything that is computed after it.
 */
export const CELL_STEPS: { readonly [Name in CellName]: (step: CellStep) => void } = {
  'rnn-tanh': simple(Math.tanh),
  'rnn-relu': simple((x) => Math.max(0, x)),
  gru,
  lstm,
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

/** h' = act(W_ih x + b_ih + W_hh h + b_hh) */
function simple(activation: (x: number) => number) {
  return ({ sums, recurrent, after, tell }: CellStep) => {
    add(sums, recurrent, sums.length)
    activate(sums, 0, after.h, activation)
    tell('h', after.h)
  }
}

/**
 *     r = σ(W_ir x + b_ir + W_hr h + b_hr)      z = σ(W_iz x + b_iz + W_hz h + b_hz)
 *     n = tanh(W_in x + b_in + r ∘ (W_hn h + b_hn))      h' = (1 - z) ∘ n + z ∘ h
 */
function gru({ sums, recurrent, before, after, gates, recurrentCandidate, tell }: CellStep) {
  const [reset, update, candidate] = gates as [Float64Array, Float64Array, Float64Array]
  const units = after.h.length
  add(sums, recurrent, 2 * units)
  activate(sums, 0, reset, sigmoid)
  tell('reset', reset)
  activate(sums, units, update, sigmoid)
  tell('update', update)
  recurrentCandidate?.set(recurrent.subarray(2 * units))
  for (let i = 0; i < units; i += 1) {
    const at = 2 * units + i
    sums[at] = (sums[at] as number) + (reset[i] as number) * (recurrent[at] as number)
  }
  activate(sums, 2 * units, candidate, Math.tanh)
  tell('candidate', candidate)
  for (let i = 0; i < units; i += 1) {
    const [n, z] = [candidate[i] as number, update[i] as number]
    after.h[i] = (1 - z) * n + z * (before.h[i] as number)
  }
  tell('h', after.h)
}

/**
 * With W x for W_i x + b_i + W_h h + b_h of each:
 *
 *     i = σ(W x)   f = σ(W x)   g = tanh(W x)   o = σ(W x)      c' = f ∘ c + i ∘ g      h' = o ∘ tanh c'
 */
function lstm({ sums, recurrent, before, after, gates, tell }: CellStep) {
  const [input, forget, candidate, output] = gates as [Float64Array, Float64Array, Float64Array, Float64Array]
  const [cellBefore, cell] = [before.c as Float64Array, after.c as Float64Array]
  const units = after.h.length
  add(sums, recurrent, sums.length)
  activate(sums, 0, input, sigmoid)
  tell('input', input)
  activate(sums, units, forget, sigmoid)
  tell('forget', forget)
  activate(sums, 2 * units, candidate, Math.tanh)
  tell('candidate', candidate)
  activate(sums, 3 * units, output, sigmoid)
  tell('output', output)
  for (let i = 0; i < units; i += 1)
    cell[i] =
      (forget[i] as number) * (cellBefore[i] as number) + (input[i] as number) * (candidate[i] as number)
  tell('c', cell)
  for (let i = 0; i < units; i += 1) after.h[i] = (output[i] as number) * Math.tanh(cell[i] as number)
  tell('h', after.h)
}

function add(sums: Float64Array, more: Float64Array, count: number) {
  for (let i = 0; i < count; i += 1) sums[i] = (sums[i] as number) + (more[i] as number)
}

function activate(sums: Float64Array, from: number, result: Float64Array, activation: (x: number) => number) {
  for (let i = 0; i < result.length; i += 1) result[i] = activation(sums[from + i] as number)
}
