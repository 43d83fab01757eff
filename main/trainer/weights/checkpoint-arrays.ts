import { describeNetwork } from '../network/describe-network'
import { type ArrayOf, type NamedArrays, sizeOf } from '../network/named-arrays'
import type { Snapshot } from '../training/snapshot'

/** A snapshot without its numbers. */
export type SnapshotCounts = Pick<Snapshot, 'updatesDone' | 'momentUpdates'>

/**
 * Sets of arrays beside each other in one file: the parameters under their own names, Adam's moments under
 * these.
 */
const FIRST_MOMENTS = 'adam.first.'
const SECOND_MOMENTS = 'adam.second.'
const HIDDEN = 'hidden'

/**
 * All arrays of a snapshot in one set; each name begins with the prefix, so that two snapshots fit in one
 * file.
 */
export function flattenSnapshot(prefix: string, snapshot: Snapshot): [string, ArrayOf][] {
  const { parameters, firstMoments, secondMoments, hidden } = snapshot
  const under = (group: string, arrays: NamedArrays) =>
    [...arrays].map(([name, array]): [string, ArrayOf] => [`${prefix}${group}${name}`, array])
  return [
    ...under('', parameters),
    ...under(FIRST_MOMENTS, firstMoments),
    ...under(SECOND_MOMENTS, secondMoments),
    [`${prefix}${HIDDEN}`, hidden],
  ]
}

/** Puts a snapshot together again; null when one of its arrays is missing or has another shape. */
export function gatherSnapshot(
  prefix: string,
  arrays: NamedArrays,
  hiddenUnits: number,
  counts: SnapshotCounts,
): Snapshot | null {
  const { parameters } = describeNetwork(hiddenUnits)
  const find = (name: string, shape: readonly number[]) => {
    const array = arrays.get(`${prefix}${name}`)
    return array && array.shape.join() === shape.join() && array.values.length === sizeOf(shape)
      ? array
      : null
  }
  const group = (under: string) => {
    const found = new Map<string, ArrayOf>()
    for (const { name, shape } of parameters) {
      const array = find(`${under}${name}`, shape)
      if (array) found.set(name, array)
    }
    return found.size === parameters.length ? found : null
  }
  const own = group('')
  const firstMoments = group(FIRST_MOMENTS)
  const secondMoments = group(SECOND_MOMENTS)
  const hidden = find(HIDDEN, [1, 1, hiddenUnits])
  if (!own || !firstMoments || !secondMoments || !hidden) return null
  return { ...counts, parameters: own, firstMoments, secondMoments, hidden }
}
