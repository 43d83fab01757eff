import type { CellName } from '@contract/settings/run-config'
import { repeated } from '../../repeated'
import { nativeOp, type Tensor, type Tensor2D, tf } from '../../tensorflow'
import type { LayerParameters } from './layer'
import type { LayerPass } from './recurrent-layer'
import { RELU, TANH } from './simple-rnn'

/** A window's forward pass, and its backward pass: the gradients by the parameters, in the order of `LayerParameters`. */
export type BasicRnnPass = Pick<LayerPass, 'outputs' | 'states'> & {
  readonly backward: (outputGradient: Tensor2D) => readonly Tensor[]
}

/** The product of two matrices by TensorFlow's own op, whatever their size, as its Python has it with oneDNN off. */
export function matMul(a: Tensor2D, b: Tensor2D, transposeA = false, transposeB = false): Tensor2D {
  return nativeOp('MatMul', [a, b], { transpose_a: transposeA, transpose_b: transposeB })
}

/**
 * Runs TensorFlow's BasicRNNCell over a window, op for op as a graph of TensorFlow's Python that unrolls it:
 *
 *     h_t = act([x_t, h_(t-1)] · W + b)      W = W_ih^T over W_hh^T, [feature + hidden, hidden]
 *
 * It is the function of `runLayer` for a cell with one bias, but other ops in another order, so that the last bits are
 * TensorFlow's. That one has fewer ops and is what all other networks are computed by.
 *
 * @param parameters of a simple cell, without b_hh
 * @param rows inputs, [time step · batch, feature]
 * @param before h before the window, [batch, hidden]
 */
export function runBasicRnn(
  cell: CellName,
  { kernel: inputKernel, recurrentKernel, bias }: LayerParameters,
  rows: Tensor2D,
  before: Tensor2D,
): BasicRnnPass {
  const { apply, backward } = cell === 'rnn-relu' ? RELU : TANH
  const [batch, units] = before.shape
  const features = rows.shape[1]
  const kernel = tf.transpose(tf.concat([inputKernel, recurrentKernel], 1))
  const joined: Tensor2D[] = []
  const after: Tensor2D[] = []
  const step = repeated((inputs: Tensor2D, h: Tensor2D) => {
    const seen = tf.concat([inputs, h], 1)
    return { seen, state: apply(tf.add<Tensor2D>(matMul(seen, kernel), bias)) }
  })
  let last = before
  for (const inputs of tf.split(rows, rows.shape[0] / batch) as Tensor2D[]) {
    const { seen, state } = step(inputs, last)
    joined.push(seen)
    after.push(state)
    last = state
  }

  /** da_t, the gradients by what the activation is applied to. */
  function throughTime(outputGradient: Tensor2D): readonly Tensor2D[] {
    const direct = tf.split(outputGradient, after.length) as Tensor2D[]
    const stepBack = repeated((gradient: Tensor2D, later: Tensor2D, state: Tensor2D) => {
      // By what was joined; the part of the state of it.
      const through = tf.slice(matMul(later, kernel, false, true), [0, features], [batch, units])
      return backward(tf.add<Tensor2D>(gradient, through), state)
    })
    const gradients: Tensor2D[] = []
    for (let t = after.length - 1; t >= 0; t -= 1) {
      const [gradient, later, state] = [direct[t] as Tensor2D, gradients[0], after[t] as Tensor2D]
      gradients.unshift(later ? stepBack(gradient, later, state) : backward(gradient, state))
    }
    return gradients
  }

  return {
    outputs: tf.concat(after),
    states: [last],
    backward: (outputGradient) => {
      const gradients = throughTime(outputGradient)
      const byKernel = gradients.map((gradient, t) => matMul(joined[t] as Tensor2D, gradient, true))
      // A sum over one sequence is that sequence.
      const byBias = gradients.map((gradient) => (batch === 1 ? gradient : tf.sum(gradient, 0, true)))
      const [byInputs, byStates] = tf.split(tf.transpose(summed(byKernel)), [features, units], 1)
      return [byInputs as Tensor2D, byStates as Tensor2D, tf.reshape(summed(byBias as Tensor2D[]), [units])]
    },
  }
}

/** Adds up what the time steps contribute, in TensorFlow's order. */
function summed(ofTimeSteps: readonly Tensor2D[]): Tensor2D {
  return tf.addN(orderOfSum(ofTimeSteps.length).map((t) => ofTimeSteps[t] as Tensor2D))
}

/**
 * The order in which TensorFlow's `AddN` is given what so many time steps contribute. Its graph optimiser sorts what may be
 * added in any order by the names of the nodes, which are made at `MatMul`, `MatMul_1`, `MatMul_2`, …: so 1, 10, 11, 2, …, 9
 * and 0 at the end, as `_` comes after digits and before letters.
 */
export function orderOfSum(timeSteps: number): readonly number[] {
  const nameOf = (t: number) => `MatMul${t === 0 ? '' : `_${t}`}_grad`
  return Array.from({ length: timeSteps }, (_, t) => t).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
}
