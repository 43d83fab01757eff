import type { CellName } from '@contract/settings/run-config'
import { type InsideNet, insideNet } from '../../../../../main/trainer/inside/net/inside-net'
import { describeNetwork } from '../../../../../main/trainer/network/shape/describe-network'
import { sizeOf } from '../../../../../main/trainer/network/shape/named-arrays'

/**
 * A network that is a delay line: unit k holds what unit k − 1 held a time step before, and the first one the input. The
 * read-out is the last unit alone.
 *
 * @param gain of what goes in; tanh is linear where it is tiny
 */
export function delayLine(cell: CellName, units: number, gain: number): InsideNet {
  const network = { cell, layers: 1, hiddenUnits: units, family: 'pytorch', inputs: 1, outputs: 1 } as const
  const weights = new Map(
    describeNetwork(network).parameters.map(({ name, shape }) => [
      name,
      { shape, values: new Float32Array(sizeOf(shape)) },
    ]),
  )
  weights.get('rnn.weight_ih_l0')?.values.set([gain])
  for (let unit = 1; unit < units; unit += 1)
    weights.get('rnn.weight_hh_l0')?.values.set([1], unit * units + unit - 1)
  weights.get('out.weight')?.values.set([1], units - 1)
  return insideNet(network, weights)
}
