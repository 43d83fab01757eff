import type { Result } from '@contract/result'
import type { ArrayOf, NamedArrays } from '../../network/named-arrays'
import { mismatch, quoted } from '../base/file-sentence'
import { fromKeras, type KerasArrays } from '../layouts/keras-layout'

/*
 * The names of arrays in Keras's layout: `layers/0/kernel`, `layers/0/recurrent_kernel`, `layers/0/bias`, …, and
 * `dense/kernel`, `dense/bias` for the read-out.
 */
const KERAS_NAME = /^(?:layers\/(\d{1,3})\/(kernel|recurrent_kernel|bias)|dense\/(?:kernel|bias))$/

/** Whether the arrays are called as Keras's are. */
export function areKerasNames(names: readonly string[]): boolean {
  return names.some((name) => KERAS_NAME.test(name))
}

/** Names the arrays of a network in Keras's layout. */
export function withKerasNames({ layers, readout }: KerasArrays): NamedArrays {
  return new Map([
    ...layers.flatMap(({ kernel, recurrentKernel, bias }, layer): [string, ArrayOf][] => [
      [`layers/${layer}/kernel`, kernel],
      [`layers/${layer}/recurrent_kernel`, recurrentKernel],
      [`layers/${layer}/bias`, bias],
    ]),
    ['dense/kernel', readout.kernel],
    ['dense/bias', readout.bias],
  ])
}

/** Finds them again and gives them PyTorch's names and layouts. Fails with `weights-mismatch`. */
export function fromKerasNames(arrays: NamedArrays): Result<NamedArrays> {
  const layers = new Set([...arrays.keys()].flatMap((name) => KERAS_NAME.exec(name)?.[1] ?? [])).size
  const expected = [
    ...Array.from({ length: layers }, (_, layer) =>
      ['kernel', 'recurrent_kernel', 'bias'].map((part) => `layers/${layer}/${part}`),
    ).flat(),
    'dense/kernel',
    'dense/bias',
  ]
  const missing = expected.find((name) => !arrays.has(name))
  const odd = missing ?? [...arrays.keys()].find((name) => !expected.includes(name))
  if (odd !== undefined)
    return mismatch(
      `${quoted(odd)} is ${missing === undefined ? 'not part of it' : 'missing'}; save ${layers > 0 ? `layers/0 to layers/${layers - 1}` : 'layers/0'} with kernel, recurrent_kernel and bias each, and dense/kernel and dense/bias`,
    )
  const take = (name: string) => arrays.get(name) as ArrayOf
  return fromKeras({
    layers: Array.from({ length: layers }, (_, layer) => ({
      kernel: take(`layers/${layer}/kernel`),
      recurrentKernel: take(`layers/${layer}/recurrent_kernel`),
      bias: take(`layers/${layer}/bias`),
    })),
    readout: { kernel: take('dense/kernel'), bias: take('dense/bias') },
  })
}
