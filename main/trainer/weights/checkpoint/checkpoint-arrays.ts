import type { RunConfig } from '@contract/settings/run-config'
import { stateShapes } from '../../network/shape/cell-shapes'
import { describeNetwork } from '../../network/shape/describe-network'
import { type ArrayOf, type NamedArrays, sizeOf } from '../../network/shape/named-arrays'
import { networkOf } from '../../network/shape/network-of'
import type { SlotName, Snapshot } from '../../training/snapshot/snapshot'

/** A snapshot without its numbers, and without what the settings of its run say. */
export type SnapshotNote = Pick<Snapshot, 'updatesDone' | 'position' | 'slotUpdates'> & {
  readonly slots: readonly SlotName[]
}

/** The note of a snapshot. */
export function noteOf({ updatesDone, position, slotUpdates, slots }: Snapshot): SnapshotNote {
  return { updatesDone, position, slotUpdates, slots: [...slots.keys()] }
}

/*
 * Sets of arrays beside each other in one file: the parameters under their own names, each slot of the optimiser and
 * the carried states under these.
 */
const slotGroup = (slot: SlotName) => `slot.${slot}.`
const stateName = (index: number) => `state.${index}`

/**
 * All arrays of a snapshot in one set; each name begins with the prefix, so that two snapshots fit in one
 * file.
 */
export function flattenSnapshot(prefix: string, snapshot: Snapshot): [string, ArrayOf][] {
  const { parameters, slots, states } = snapshot
  const under = (group: string, arrays: NamedArrays) =>
    [...arrays].map(([name, array]): [string, ArrayOf] => [`${prefix}${group}${name}`, array])
  return [
    ...under('', parameters),
    ...[...slots].flatMap(([slot, arrays]) => under(slotGroup(slot), arrays)),
    ...states.map((state, index): [string, ArrayOf] => [`${prefix}${stateName(index)}`, state]),
  ]
}

/** Bytes of the numbers of all arrays of a snapshot. */
export function bytesOfSnapshot(snapshot: Snapshot): number {
  return flattenSnapshot('', snapshot).reduce(
    (sum, [, { shape }]) => sum + sizeOf(shape) * Float32Array.BYTES_PER_ELEMENT,
    0,
  )
}

/** The parameters of a run's network under a prefix; null when one of them is missing or has another shape. */
export function gatherParameters(prefix: string, arrays: NamedArrays, config: RunConfig): NamedArrays | null {
  const layout = describeNetwork(networkOf(config)).parameters
  const found = new Map<string, ArrayOf>()
  for (const { name, shape } of layout) {
    const array = arrays.get(`${prefix}${name}`)
    if (array?.shape.join() === shape.join()) found.set(name, array)
  }
  return found.size === layout.length ? found : null
}

/** Puts a snapshot together again; null when one of its arrays is missing or has another shape. */
export function gatherSnapshot(
  prefix: string,
  arrays: NamedArrays,
  config: RunConfig,
  note: SnapshotNote,
): Snapshot | null {
  const { seed: _, ...network } = networkOf(config)
  const { parameters: layout } = describeNetwork(network)
  const find = (name: string, shape: readonly number[]) => {
    const array = arrays.get(`${prefix}${name}`)
    return array && array.shape.join() === shape.join() && array.values.length === sizeOf(shape)
      ? array
      : null
  }
  const group = (under: string) => {
    const found = new Map<string, ArrayOf>()
    for (const { name, shape } of layout) {
      const array = find(`${under}${name}`, shape)
      if (array) found.set(name, array)
    }
    return found.size === layout.length ? found : null
  }
  const parameters = group('')
  const slots = new Map<SlotName, NamedArrays>()
  for (const slot of note.slots) {
    const found = group(slotGroup(slot))
    if (found) slots.set(slot, found)
  }
  const shapes = stateShapes(network, config.training.batch)
  const states = shapes.map((shape, index) => find(stateName(index), shape)).filter((state) => state !== null)
  if (!parameters || slots.size !== note.slots.length || states.length !== shapes.length) return null
  const { updatesDone, position, slotUpdates } = note
  const { optimizer } = config.training
  const counts = { updatesDone, position, slotUpdates }
  return { ...counts, network, parameters, optimizer, slots, states }
}
