import { describeNetwork } from '../network/shape/describe-network'
import type { ArrayOf } from '../network/shape/named-arrays'
import { packArrays, unpackArrays } from '../network/shape/packed-arrays'
import { numbersOf, type Tensor1D, type Tensor2D, tf } from '../tensorflow'
import { SLOTS, type Snapshot } from './snapshot/snapshot'
import type { TrainingState } from './update/update'

/**
 * Makes the tensors of a snapshot; they belong to the caller.
 *
 * @throws Error if the arrays of the snapshot are not those of its network and optimiser
 */
export function uploaded({ network, optimizer, parameters, slots, states }: Snapshot): TrainingState {
  const layout = describeNetwork(network).parameters
  // In a tidy, so that nothing stays behind if one of them does not fit.
  return tf.tidy(() => ({
    parameters: tf.tensor1d(packArrays(parameters, layout)),
    slots: SLOTS[optimizer].map((slot): Tensor1D => {
      const arrays = slots.get(slot)
      if (!arrays) throw new Error(`expected the slot ${slot} of ${optimizer}, but found none`)
      return tf.tensor1d(packArrays(arrays, layout))
    }),
    states: states.map(layersOf),
  }))
}

/** Reads the tensors back, as arrays of the same network and optimiser. */
export function downloaded(
  state: TrainingState,
  { network, optimizer }: Pick<Snapshot, 'network' | 'optimizer'>,
): Pick<Snapshot, 'parameters' | 'slots' | 'states'> {
  const layout = describeNetwork(network).parameters
  return {
    parameters: unpackArrays(numbersOf(state.parameters), layout),
    slots: new Map(
      SLOTS[optimizer].map((slot, i) => [slot, unpackArrays(numbersOf(state.slots[i] as Tensor1D), layout)]),
    ),
    states: downloadedStates(state),
  }
}

/** Reads the states alone back. */
export function downloadedStates({ states }: Pick<TrainingState, 'states'>): readonly ArrayOf[] {
  return states.map(together)
}

/** [layer, batch, hidden] to one tensor [batch, hidden] for each layer. */
function layersOf({ shape, values }: ArrayOf): Tensor2D[] {
  const [layers, batch, hidden] = shape as [number, number, number]
  const size = batch * hidden
  // A copy of each: TensorFlow.js reads an array when the tensor is first used, not now.
  return Array.from({ length: layers }, (_, layer) =>
    tf.tensor2d(values.slice(layer * size, (layer + 1) * size), [batch, hidden]),
  )
}

/** One tensor [batch, hidden] for each layer to [layer, batch, hidden]. */
function together(layers: readonly Tensor2D[]): ArrayOf {
  const [batch, hidden] = layers[0]?.shape ?? [0, 0]
  const values = new Float32Array(layers.length * batch * hidden)
  for (const [layer, tensor] of layers.entries()) values.set(numbersOf(tensor), layer * batch * hidden)
  return { shape: [layers.length, batch, hidden], values }
}
