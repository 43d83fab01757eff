import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import type { ArrayOf, NamedArrays } from '../../network/shape/named-arrays'
import { mismatch } from '../base/file-sentence'
import { blocksReordered, stacked, sum, transposed, unstacked, zerosOf } from './rearrange'

/*
 * Keras and TensorFlow.js keep one kernel [inputs, gates · hidden] and one recurrent kernel [hidden, gates · hidden] a
 * layer: PyTorch's, transposed. The gates of the LSTM come in the same order (i, f, g, o), those of the GRU as z, r, h
 * where PyTorch has r, z, n. The simple RNN and the LSTM have one bias [gates · hidden], which is the sum of PyTorch's
 * two; the GRU with the reset gate after the recurrent product (`reset_after=True`, Keras's default, and the only one
 * that PyTorch knows) has both as the rows of [2, 3 · hidden].
 * Source: keras/src/layers/rnn/{simple_rnn,gru,lstm}.py of Keras 3, torch/nn/modules/rnn.py.
 */

/** A recurrent layer as Keras lays it out. */
export type KerasLayer = {
  readonly kernel: ArrayOf
  readonly recurrentKernel: ArrayOf
  readonly bias: ArrayOf
}

/** A network's arrays as Keras lays them out: recurrent layers from the input up, then the Dense read-out. */
export type KerasArrays = {
  readonly layers: readonly KerasLayer[]
  readonly readout: { readonly kernel: ArrayOf; readonly bias: ArrayOf }
}

const GRU_GATES = 3
/** From r, z, n to z, r, h; its own inverse. */
const GRU_ORDER = [1, 0, 2]

/**
 * Lays weights out as Keras has them.
 *
 * @param tensors by PyTorch's names, both biases of every layer among them
 * @param layers recurrent layers in them
 */
export function toKeras(tensors: NamedArrays, layers: number): KerasArrays {
  const take = (name: string) => {
    const array = tensors.get(name)
    if (!array) throw new Error(`expected an array ${name}, but found none`)
    return array
  }
  return {
    layers: Array.from({ length: layers }, (_, layer) =>
      layerToKeras({
        kernel: take(`rnn.weight_ih_l${layer}`),
        recurrentKernel: take(`rnn.weight_hh_l${layer}`),
        biases: [take(`rnn.bias_ih_l${layer}`), take(`rnn.bias_hh_l${layer}`)],
      }),
    ),
    readout: { kernel: transposed(take('out.weight')), bias: take('out.bias') },
  }
}

/** A recurrent layer as PyTorch lays it out: kernels [gates · hidden, inputs or hidden], biases [gates · hidden]. */
type TorchLayer = {
  readonly kernel: ArrayOf
  readonly recurrentKernel: ArrayOf
  readonly biases: readonly [ArrayOf, ArrayOf]
}

function layerToKeras({ kernel, recurrentKernel, biases }: TorchLayer): KerasLayer {
  const [rows = 0, columns = 1] = recurrentKernel.shape
  const isGru = rows / columns === GRU_GATES
  const order = (array: ArrayOf) => (isGru ? blocksReordered(array, GRU_ORDER) : array)
  return {
    kernel: transposed(order(kernel)),
    recurrentKernel: transposed(order(recurrentKernel)),
    bias: isGru ? stacked(biases.map(order)) : sum(...biases),
  }
}

/**
 * Names arrays of Keras as PyTorch does; a single bias becomes the first of the two, the second is zero. Fails with
 * `weights-mismatch` where the arrays cannot be those of such layers; whether they fit each other is asked by
 * `checkNamedWeights`.
 */
export function fromKeras({ layers, readout }: KerasArrays): Result<NamedArrays> {
  const unlike = whyUnlike(layers)
  if (unlike) return mismatch(unlike)
  const tensors = new Map<string, ArrayOf>()
  for (const [layer, { kernel, recurrentKernel, bias }] of layers.entries()) {
    const [hidden = 0, columns = 0] = recurrentKernel.shape
    const gates = columns / hidden
    const misfit = whyNoLayer({ kernel, recurrentKernel, bias }, gates, layer + 1)
    if (misfit) return mismatch(misfit)
    const order = (array: ArrayOf) => (gates === GRU_GATES ? blocksReordered(array, GRU_ORDER) : array)
    const [input, recurrent] = gates === GRU_GATES ? unstacked(bias) : [bias, zerosOf(bias)]
    tensors.set(`rnn.weight_ih_l${layer}`, order(transposed(kernel)))
    tensors.set(`rnn.weight_hh_l${layer}`, order(transposed(recurrentKernel)))
    tensors.set(`rnn.bias_ih_l${layer}`, order(input as ArrayOf))
    tensors.set(`rnn.bias_hh_l${layer}`, order(recurrent as ArrayOf))
  }
  const { kernel, bias } = readout
  if (kernel.shape.length !== 2 || bias.shape.length !== 1)
    return mismatch(text('layouts.readOut', { kernel: shapeOf(kernel), bias: shapeOf(bias) }))
  tensors.set('out.weight', transposed(kernel))
  tensors.set('out.bias', bias)
  return ok(tensors)
}

/** What keeps recurrent layers from being those of one network, or null. */
function whyUnlike(layers: readonly KerasLayer[]): Text | null {
  const shapes = layers.map(({ recurrentKernel }) => recurrentKernel.shape)
  const sizes = shapes.map(([hidden = 0]) => hidden)
  if (new Set(sizes).size > 1) return text('layouts.otherSizes', { sizes })
  const gates = shapes.map(([hidden = 0, columns = 0]) => columns / hidden)
  if (new Set(gates).size > 1) return text('layouts.otherCells', { columns: gates.map(String) })
  return null
}

/** What keeps arrays from being a recurrent layer, or null; the first layer is 1. */
function whyNoLayer(
  { kernel, recurrentKernel, bias }: KerasLayer,
  gates: number,
  layer: number,
): Text | null {
  const shapes = {
    layer,
    kernel: shapeOf(kernel),
    recurrentKernel: shapeOf(recurrentKernel),
    bias: shapeOf(bias),
  }
  if (![1, GRU_GATES, 4].includes(gates) || recurrentKernel.shape.length !== 2)
    return text('layouts.noLayer', shapes)
  const columns = recurrentKernel.shape[1] as number
  if (kernel.shape.length !== 2 || kernel.shape[1] !== columns) return text('layouts.otherColumns', shapes)
  if (gates === GRU_GATES && bias.shape.join() === `${columns}`) return text('layouts.resetBefore', { layer })
  const wanted = gates === GRU_GATES ? `[2, ${columns}]` : `[${columns}]`
  return shapes.bias === wanted ? null : text('layouts.otherBias', { ...shapes, wanted })
}

function shapeOf({ shape }: ArrayOf): string {
  return `[${shape.join(', ')}]`
}
