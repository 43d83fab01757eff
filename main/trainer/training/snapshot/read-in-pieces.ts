import type { ArrayOf, NamedArrays } from '../../network/shape/named-arrays'
import type { HeldSnapshot, SlotName, Snapshot } from './snapshot'

/**
 * Where a training stands now, as copies that are read array by array: of a large network all of them take a tenth of a second and
 * more. Updates that are made between two pieces change nothing of it.
 *
 * @param held which is given back at the end
 */
export function* readInPieces({ snapshot, release }: HeldSnapshot): Generator<void, Snapshot> {
  try {
    const parameters = yield* arraysInPieces(snapshot.parameters)
    const slots = new Map<SlotName, NamedArrays>()
    for (const [slot, arrays] of snapshot.slots) slots.set(slot, yield* arraysInPieces(arrays))
    return { ...snapshot, parameters, slots }
  } finally {
    release()
  }
}

function* arraysInPieces(arrays: NamedArrays): Generator<void, NamedArrays> {
  const read = new Map<string, ArrayOf>()
  for (const [name, array] of arrays) {
    // A held array is read at each look at its values.
    const { shape, values } = array
    read.set(name, { shape, values })
    yield
  }
  return read
}
