import { ok, type Result } from '@contract/result'
import type { LoadNote } from '@contract/run/load-notes'
import type { Group } from 'h5wasm'
import type { ArrayOf } from '../../../network/shape/named-arrays'
import { isDataset } from '../hdf5/hdf5'
import { type Numbers, readNumbers } from '../hdf5/read-dataset'

/** Reads arrays out of a file, and remembers what kinds of numbers they were. */
export type ArrayReader = {
  /** Null where there is no array at this place. */
  readonly read: (group: Group, place: string) => Result<ArrayOf | null>
  /** A word on numbers that are not float32 in the file. */
  readonly notes: () => readonly LoadNote[]
}

export function createArrayReader(): ArrayReader {
  const kinds = new Set<Numbers['kind']>()
  return {
    read: (group, place) => {
      const found = group.get(place)
      if (!isDataset(found)) return ok(null)
      const name = `${group.path === '/' ? '' : `${group.path.slice(1)}/`}${place}`
      const numbers = readNumbers(found, name)
      if (!numbers.ok) return numbers
      kinds.add(numbers.value.kind)
      return ok(numbers.value.array)
    },
    notes: () => [...kinds].flatMap((found) => (found === 'float32' ? [] : [{ kind: 'numbers', found }])),
  }
}
