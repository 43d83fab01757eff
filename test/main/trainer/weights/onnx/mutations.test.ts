import { LESSON } from '@contract/settings/lesson'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeOnnx, encodeOnnx } from '../../../../../main/trainer/weights/onnx/codec'
import { tensorCount } from '../../../../helpers/tensor-count'
import { anyDamaged, anyMutation, judge } from '../any-mutation'
import { drawnWeights } from '../drawn-weights'
import { bound, DAMAGED_FILES, inProportion, TOLD } from '../many-files'
import { field, METADATA } from './fields'

const ours = encodeOnnx(drawnWeights({ cell: 'rnn-relu', hiddenUnits: 1 }))
const WHOLE = [ours, encodeOnnx(drawnWeights({ cell: 'gru', layers: 2, hiddenUnits: 1 }))]

/** All of a file but the texts about the run, which may say the same in other words: JSON. */
function beforeTexts(bytes: Uint8Array): Buffer {
  const buffer = Buffer.from(bytes)
  return buffer.subarray(0, buffer.indexOf('unroll.format'))
}

describe(`${TOLD} damaged ONNX models`, () => {
  it('get a verdict, never an exception, and none passes that Unroll would not write', () => {
    const parts = [
      field(13, 'a'),
      field(14, 1),
      field(5, field(8, 'rnn.W_l1')),
      field(1, 2 ** 40),
      field(METADATA, ''),
      Uint8Array.of(0x0b),
      new Uint8Array(10).fill(0xff),
      Uint8Array.of(0, 0, 0x80, 0x7f),
    ]
    const before = tensorCount()
    const { seen, look } = judge()
    fc.assert(
      fc.property(anyDamaged(WHOLE, anyMutation(parts)), (bytes) => {
        const result = decodeOnnx(bytes, LESSON)
        look(result)
        if (result.ok && !beforeTexts(encodeOnnx(result.value)).equals(beforeTexts(bytes)))
          throw new Error('not what Unroll writes')
      }),
      DAMAGED_FILES,
    )
    // The damage is neither harmless nor all stopped by the first check.
    expect(seen.good).toBeGreaterThan(inProportion(300))
    expect(seen.kinds.size).toBeGreaterThan(bound(20, 30))
    expect(tensorCount()).toEqual(before)
  })
})
