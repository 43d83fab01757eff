import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import type { ArrayOf, NamedArrays } from '../../network/shape/named-arrays'
import { mismatch } from '../base/file-sentence'
import { blocksReordered, inverted, transposed } from './rearrange'

/*
 * ONNX keeps PyTorch's kernels as they are, below a first axis for the direction: W [1, gates · hidden, inputs], R
 * [1, gates · hidden, hidden], and both biases one after the other in B [1, 2 · gates · hidden]. The gates of the GRU
 * come as z, r, h where PyTorch has r, z, n, those of the LSTM as i, o, f, c where PyTorch has i, f, g, o.
 * Source: operator schemas RNN-14, GRU-14 and LSTM-14 of onnx/defs/rnn/defs.cc, torch/nn/modules/rnn.py.
 */

/** A recurrent layer as ONNX lays it out. */
export type OnnxLayer = { readonly w: ArrayOf; readonly r: ArrayOf; readonly b: ArrayOf }

/** A network's arrays: recurrent layers from the input up, then the read-out, a kernel [hidden, outputs] and a bias [outputs]. */
export type OnnxArrays = {
  readonly layers: readonly OnnxLayer[]
  readonly readout: { readonly kernel: ArrayOf; readonly bias: ArrayOf }
}

/** The block of PyTorch that comes first, second … in ONNX, by the number of gates. */
const ORDERS: ReadonlyMap<number, readonly number[]> = new Map([
  [1, [0]],
  [3, [1, 0, 2]],
  [4, [0, 3, 1, 2]],
])

/**
 * Lays weights out as ONNX has them; nothing is added up, every number stays what it is.
 *
 * @param tensors by PyTorch's names, both biases of every layer among them
 * @param layers recurrent layers in them
 */
export function toOnnx(tensors: NamedArrays, layers: number): OnnxArrays {
  const take = (name: string) => {
    const array = tensors.get(name)
    if (!array) throw new Error(`expected an array ${name}, but found none`)
    return array
  }
  return {
    layers: Array.from({ length: layers }, (_, layer) => {
      const recurrent = take(`rnn.weight_hh_l${layer}`)
      const [rows = 0, hidden = 1] = recurrent.shape
      const order = ORDERS.get(rows / hidden) ?? []
      const reordered = (array: ArrayOf) => blocksReordered(array, order)
      const biases = [take(`rnn.bias_ih_l${layer}`), take(`rnn.bias_hh_l${layer}`)].map(reordered)
      return {
        w: oneDirection(reordered(take(`rnn.weight_ih_l${layer}`))),
        r: oneDirection(reordered(recurrent)),
        b: { shape: [1, 2 * rows], values: joined(biases) },
      }
    }),
    readout: { kernel: transposed(take('out.weight')), bias: take('out.bias') },
  }
}

/**
 * Names arrays of ONNX as PyTorch does, to the last bit what `toOnnx` was given. Fails with `weights-mismatch` where
 * they cannot be those of such layers; whether they fit each other is asked by `checkNamedWeights`.
 */
export function fromOnnx({ layers, readout }: OnnxArrays): Result<NamedArrays> {
  const tensors = new Map<string, ArrayOf>()
  for (const [layer, { w, r, b }] of layers.entries()) {
    const [, rows = 0, hidden = 0] = r.shape
    const order = ORDERS.get(rows / hidden)
    const fits =
      [w, r].every(({ shape }) => shape.length === 3 && shape[0] === 1 && shape[1] === rows) &&
      b.shape.join() === `1,${2 * rows}`
    if (!order || !fits)
      return mismatch(text('layouts.noOnnxLayer', { layer: layer + 1, shapes: [w, r, b].map(shapeOf) }))
    const restored = (shape: readonly number[], values: Float32Array) =>
      blocksReordered({ shape, values }, inverted(order))
    tensors.set(`rnn.weight_ih_l${layer}`, restored(w.shape.slice(1), w.values))
    tensors.set(`rnn.weight_hh_l${layer}`, restored(r.shape.slice(1), r.values))
    tensors.set(`rnn.bias_ih_l${layer}`, restored([rows], b.values.subarray(0, rows)))
    tensors.set(`rnn.bias_hh_l${layer}`, restored([rows], b.values.subarray(rows)))
  }
  if (readout.kernel.shape.length !== 2)
    return mismatch(text('layouts.onnxReadOut', { found: shapeOf(readout.kernel) }))
  tensors.set('out.weight', transposed(readout.kernel))
  tensors.set('out.bias', readout.bias)
  return ok(tensors)
}

function shapeOf({ shape }: ArrayOf): string {
  return `[${shape.join(', ')}]`
}

function oneDirection({ shape, values }: ArrayOf): ArrayOf {
  return { shape: [1, ...shape], values }
}

function joined(arrays: readonly ArrayOf[]): Float32Array {
  const values = new Float32Array(arrays.reduce((length, array) => length + array.values.length, 0))
  let offset = 0
  for (const array of arrays) {
    values.set(array.values, offset)
    offset += array.values.length
  }
  return values
}
