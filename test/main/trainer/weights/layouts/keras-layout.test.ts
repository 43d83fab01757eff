import { describe, expect, it } from 'vitest'
import { fromKeras, type KerasLayer } from '../../../../../main/trainer/weights/layouts/keras-layout'
import { sentenceOf } from '../../../../helpers/saying'

function arrayOf(shape: readonly number[]) {
  return { shape, values: new Float32Array(shape.reduce((size, length) => size * length, 1)) }
}

function layer(kernel: readonly number[], recurrentKernel: readonly number[], bias: readonly number[]) {
  return { kernel: arrayOf(kernel), recurrentKernel: arrayOf(recurrentKernel), bias: arrayOf(bias) }
}

function refusalOf(...layers: KerasLayer[]): string {
  const tensors = fromKeras({ layers, readout: { kernel: arrayOf([2, 1]), bias: arrayOf([1]) } })
  return tensors.ok ? '' : sentenceOf(tensors.error)
}

const LSTM = layer([1, 8], [2, 8], [8])

describe('layers of Keras that cannot be', () => {
  it.each([
    [[layer([1, 4], [2, 4], [4])], 'kernel, recurrent kernel and bias of layer 1 should be [inputs,'],
    [
      [LSTM, layer([2, 6], [2, 8], [8])],
      'the kernel of layer 2 should have as many columns as its recurrent kernel, but they are [2, 6] and [2, 8]',
    ],
    [[layer([1, 6], [2, 6], [6])], 'layer 1, a GRU, should have its reset gate after the recurrent product'],
    [
      [LSTM, layer([2, 8], [2, 8], [4])],
      'the bias of layer 2 should be [8] for its recurrent kernel [2, 8], but is [4]',
    ],
    [[LSTM, layer([2, 12], [3, 12], [12])], 'should be of one size, but have 2 and 3 hidden units'],
    [[LSTM, layer([2, 2], [2, 2], [2])], 'should be of one cell, but have 4 and 1 columns'],
  ])('are refused with one sentence that says which: %#', (layers, says) => {
    expect(refusalOf(...layers)).toMatch(/^This file does not fit Unroll's network: [^\n]+; choose [^\n]+\.$/)
    expect(refusalOf(...layers)).toContain(says)
  })

  it('but not those that can', () => {
    expect(refusalOf(LSTM, layer([2, 8], [2, 8], [8]))).toBe('')
  })
})
