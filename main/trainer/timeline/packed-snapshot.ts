import { describeNetwork } from '../network/shape/describe-network'
import { type ArrayOf, type NamedArrays, sizeOf } from '../network/shape/named-arrays'
import { SLOTS, type Snapshot } from '../training/snapshot/snapshot'

/** A snapshot as one row of numbers and its counts: parameters, slots and states, one after the other, as a learner has them. */
export type PackedSnapshot = Pick<Snapshot, 'updatesDone' | 'position' | 'slotUpdates'> & {
  readonly numbers: Float32Array
}

/** Copies a snapshot's numbers into one row. */
export function packSnapshot(snapshot: Snapshot): PackedSnapshot {
  const arrays = arraysOf(snapshot)
  const numbers = new Float32Array(arrays.reduce((sum, { shape }) => sum + sizeOf(shape), 0))
  let offset = 0
  for (const { shape, values } of arrays) {
    numbers.set(values, offset)
    offset += sizeOf(shape)
  }
  const { updatesDone, position, slotUpdates } = snapshot
  return { updatesDone, position, slotUpdates, numbers }
}

/**
 * The snapshot again; its arrays are parts of the row.
 *
 * @param like any snapshot of the same training
 */
export function unpackSnapshot(packed: PackedSnapshot, like: Snapshot): Snapshot {
  const { updatesDone, position, slotUpdates, numbers } = packed
  const { network, optimizer } = like
  let offset = 0
  const next = (shape: readonly number[]): ArrayOf => {
    const values = numbers.subarray(offset, offset + sizeOf(shape))
    offset += values.length
    return { shape, values }
  }
  const layout = describeNetwork(network).parameters
  const all = (): NamedArrays => new Map(layout.map(({ name, shape }) => [name, next(shape)]))
  const parameters = all()
  const slots = new Map(SLOTS[optimizer].map((slot) => [slot, all()]))
  const states = like.states.map(({ shape }) => next(shape))
  if (offset !== numbers.length) throw new Error(`expected ${offset} numbers, but found ${numbers.length}`)
  return { updatesDone, position, slotUpdates, network, optimizer, parameters, slots, states }
}

function arraysOf({ network, optimizer, parameters, slots, states }: Snapshot): readonly ArrayOf[] {
  // By name: a snapshot that came out of a file may have another order.
  const layout = describeNetwork(network).parameters
  const inOrder = (arrays: NamedArrays | undefined) =>
    layout.map(({ name }) => {
      const array = arrays?.get(name)
      if (!array) throw new Error(`expected an array ${name}, but found none`)
      return array
    })
  return [...inOrder(parameters), ...SLOTS[optimizer].flatMap((slot) => inOrder(slots.get(slot))), ...states]
}
