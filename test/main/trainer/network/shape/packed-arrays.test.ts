import { describe, expect, it } from 'vitest'
import { initialWeights } from '../../../../../main/trainer/network/initial-weights'
import { describeNetwork } from '../../../../../main/trainer/network/shape/describe-network'
import { packArrays, unpackArrays } from '../../../../../main/trainer/network/shape/packed-arrays'
import { LESSON_SETTINGS } from '../../../../helpers/lesson-settings'

const { parameters: layout, parameterCount } = describeNetwork({ ...LESSON_SETTINGS, hiddenUnits: 3 })
const weights = initialWeights({ ...LESSON_SETTINGS, hiddenUnits: 3 })

describe('packed arrays', () => {
  it('come apart as they went in', () => {
    const packed = packArrays(weights, layout)
    expect(packed).toHaveLength(parameterCount)
    expect(unpackArrays(packed, layout)).toEqual(weights)
  })

  it('lie in the order of the layout, whatever the order of the map', () => {
    const reversed = new Map([...weights].reverse())
    expect(packArrays(reversed, layout)).toEqual(packArrays(weights, layout))
  })

  it('are copies in both directions', () => {
    const packed = packArrays(weights, layout)
    const apart = unpackArrays(packed, layout)
    packed.fill(7)
    expect(apart).toEqual(weights)
  })

  it('refuse an array that is missing, of another shape, cut short, or too many', () => {
    const bias = { shape: [1], values: new Float32Array(1) }
    const without = new Map([...weights].filter(([name]) => name !== 'out.bias'))
    expect(() => packArrays(without, layout)).toThrow('expected 6 arrays, but found 5')
    expect(() => packArrays(new Map([...without, ['other', bias]]), layout)).toThrow(
      'expected an array out.bias of shape [1], but found none',
    )
    const scalar = { ...bias, shape: [] }
    expect(() => packArrays(new Map([...without, ['out.bias', scalar]]), layout)).toThrow(
      'found [] with 1 values',
    )
    const short = { shape: [1], values: new Float32Array(0) }
    expect(() => packArrays(new Map([...without, ['out.bias', short]]), layout)).toThrow(
      'found [1] with 0 values',
    )
    expect(() => packArrays(new Map([...weights, ['other', bias]]), layout)).toThrow('but found 7')
  })
})
