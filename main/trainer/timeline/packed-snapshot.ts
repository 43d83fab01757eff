import { type ArrayOf, type NamedArrays, sizeOf } from '../network/shape/named-arrays'
import type { Snapshot } from '../training/snapshot/snapshot'

/** A snapshot as one row of numbers and its counts: parameters, slots and states, one after the other. */
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
  let offset = 0
  const next = ({ shape }: ArrayOf): ArrayOf => {
    const values = numbers.subarray(offset, offset + sizeOf(shape))
    offset += values.length
    return { shape, values }
  }
  const all = (arrays: NamedArrays): NamedArrays =>
    new Map([...arrays].map(([name, array]) => [name, next(array)]))
  const { network, optimizer } = like
  const parameters = all(like.parameters)
  const slots = new Map([...like.slots].map(([slot, arrays]) => [slot, all(arrays)]))
  const states = like.states.map(next)
  if (offset !== numbers.length) throw new Error(`expected ${offset} numbers, but found ${numbers.length}`)
  return { updatesDone, position, slotUpdates, network, optimizer, parameters, slots, states }
}

function arraysOf({ parameters, slots, states }: Snapshot): readonly ArrayOf[] {
  return [...parameters.values(), ...[...slots.values()].flatMap((arrays) => [...arrays.values()]), ...states]
}
