import { describeNetwork } from '../network/shape/describe-network'
import { type ArrayOf, sizeOf } from '../network/shape/named-arrays'
import { packArrays, unpackArrays, viewArrays } from '../network/shape/packed-arrays'
import { numbersOf, ownNumbersOf, type Tensor1D, type Tensor2D, tf } from '../tensorflow'
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

type Download = Pick<Snapshot, 'parameters' | 'slots' | 'states'>

/**
 * Reads the tensors back, as arrays of the same network and optimiser that nobody else has.
 *
 * @param apart how packed numbers are taken apart
 */
export function downloaded(
  state: TrainingState,
  { network, optimizer }: Pick<Snapshot, 'network' | 'optimizer'>,
  apart: typeof unpackArrays = unpackArrays,
): Download {
  const layout = describeNetwork(network).parameters
  const arraysOf = (tensor: Tensor1D) => apart(ownNumbersOf(tensor), layout)
  return {
    parameters: arraysOf(state.parameters),
    slots: new Map(SLOTS[optimizer].map((slot, i) => [slot, arraysOf(state.slots[i] as Tensor1D)])),
    states: downloadedStates(state),
  }
}

/**
 * The same without a copy, to be written down at once and not changed: the arrays may be the tensors' own. With a large
 * network a copy is a moment in which no update is made.
 */
export function viewed(state: TrainingState, spec: Pick<Snapshot, 'network' | 'optimizer'>): Download {
  return downloaded(state, spec, viewArrays)
}

/**
 * A training as it stands now, whose parameters and slots are read when they are asked for, each array by itself and as a
 * copy: also after updates that have replaced the tensors, until `release` gives these back. For what is too large to be
 * read in one moment.
 */
export function held(
  state: TrainingState,
  { network, optimizer }: Pick<Snapshot, 'network' | 'optimizer'>,
): { readonly download: Download; readonly release: () => void } {
  const layout = describeNetwork(network).parameters
  // Clones share the numbers.
  const [parameters, ...slots] = [state.parameters, ...state.slots].map((tensor) => tf.clone(tensor))
  const arraysOf = (tensor: Tensor1D | undefined) => {
    if (!tensor) throw new Error(`expected another slot of ${optimizer}`)
    let offset = 0
    return new Map(
      layout.map(({ name, shape }) => {
        const from = offset
        offset += sizeOf(shape)
        return [name, readLater(tensor, from, shape)]
      }),
    )
  }
  return {
    download: {
      parameters: arraysOf(parameters),
      slots: new Map(SLOTS[optimizer].map((slot, i) => [slot, arraysOf(slots[i])])),
      states: downloadedStates(state),
    },
    release: () => tf.dispose([parameters, ...slots] as Tensor1D[]),
  }
}

/** An array in a packed tensor, which is read at every look at its numbers. */
function readLater(packed: Tensor1D, from: number, shape: readonly number[]): ArrayOf {
  return {
    shape,
    get values() {
      // No tidy: it would look for tensors in what it gives back, number by number.
      const part = tf.slice(packed, from, sizeOf(shape))
      const values = numbersOf(part)
      part.dispose()
      return values
    },
  }
}

/**
 * Copies the numbers of all tensors into a row, one after the other: parameters, slots and states, as they come in a
 * snapshot. Faster than taking them apart first.
 */
export function writeState({ parameters, slots, states }: TrainingState, row: Float32Array): void {
  let offset = 0
  for (const tensor of [parameters, ...slots, ...states.flat()]) {
    row.set(ownNumbersOf(tensor), offset)
    offset += tensor.size
  }
  if (offset !== row.length) throw new Error(`expected a row of ${offset} numbers, but found ${row.length}`)
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
  for (const [layer, tensor] of layers.entries()) values.set(ownNumbersOf(tensor), layer * batch * hidden)
  return { shape: [layers.length, batch, hidden], values }
}
