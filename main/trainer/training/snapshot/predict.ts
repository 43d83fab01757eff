import { forward, type NetworkStates } from '../../network/network'
import { describeNetwork } from '../../network/shape/describe-network'
import { packArrays } from '../../network/shape/packed-arrays'
import { numbersOf, type Tensor2D, tf } from '../../tensorflow'
import type { Snapshot } from './snapshot'

/**
 * What a network predicts for one sequence, with given states before it.
 *
 * @param inputs [time step, input]
 * @param states each [layer, 1, hidden], as many as the cell has
 * @returns [time step, output]
 */
export function predict(
  { network, parameters }: Pick<Snapshot, 'network' | 'parameters'>,
  inputs: Float32Array,
  states: Snapshot['states'],
): Float32Array {
  let predictions = new Float32Array(0)
  tf.tidy(() => {
    const packed = tf.tensor1d(packArrays(parameters, describeNetwork(network).parameters))
    const { hiddenUnits } = network
    const before: NetworkStates = states.map(({ values }) =>
      Array.from({ length: network.layers }, (_, layer): Tensor2D => {
        const row = values.slice(layer * hiddenUnits, (layer + 1) * hiddenUnits)
        return tf.tensor2d(row, [1, hiddenUnits])
      }),
    )
    const window = tf.tensor2d(inputs, [inputs.length / network.inputs, network.inputs])
    const pass = forward({ network, readout: 'batched' }, packed, window, before)
    predictions = Float32Array.from(numbersOf(pass.predictions))
  })
  return predictions
}
