import { describe, expect, it } from 'vitest'
import { insideNet } from '../../../../../main/trainer/inside/net/inside-net'
import { describeNetwork } from '../../../../../main/trainer/network/shape/describe-network'
import { viewArrays } from '../../../../../main/trainer/network/shape/packed-arrays'
import { smallSpec } from '../small-net'

describe('a network to be looked into', () => {
  it.each(['pytorch', 'tensorflow'] as const)('has the weights where they belong: %s', (family) => {
    const network = smallSpec({ cell: 'gru', hiddenUnits: 2, family })
    const { parameters, parameterCount } = describeNetwork(network)
    const counted = Float32Array.from({ length: parameterCount }, (_, i) => i)
    const { layers, readOut } = insideNet(network, viewArrays(counted, parameters))
    const found = layers.flatMap(({ kernel, recurrentKernel, bias, recurrentBias }) => [
      ...[...kernel, ...recurrentKernel, ...bias, ...(recurrentBias ?? [])],
    ])
    expect([...found, ...readOut.kernel, ...readOut.bias]).toEqual([...counted])
    expect(layers.map(({ features, kernel }) => [features, kernel.length])).toEqual([
      [2, 12],
      [2, 12],
    ])
    expect(layers.map(({ recurrentBias }) => recurrentBias?.length ?? null)).toEqual(
      family === 'pytorch' ? [6, 6] : [null, null],
    )
  })

  it('is a copy', () => {
    const network = smallSpec()
    const packed = new Float32Array(describeNetwork(network).parameterCount)
    const net = insideNet(network, viewArrays(packed, describeNetwork(network).parameters))
    packed.fill(1)
    expect(net.readOut.kernel.every((x) => x === 0)).toBe(true)
  })

  it('is refused with weights of another network', () => {
    const other = describeNetwork(smallSpec({ hiddenUnits: 4 }))
    const weights = viewArrays(new Float32Array(other.parameterCount), other.parameters)
    expect(() => insideNet(smallSpec(), weights)).toThrow(
      'expected an array rnn.weight_ih_l0 of shape [5, 2]',
    )
  })
})
