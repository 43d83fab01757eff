import type { Dataset, File, Group } from 'h5wasm'
import { areHeapsWhole } from './global-heaps'
import { COMPLAINTS, withHdf5 } from './hdf5-library'
import { withinTime } from './time-limit'

/*
 * The one door to HDF5. Files live in the library's own memory, in a file system that has nothing else in it: a link
 * to another file leads nowhere.
 */

/** Where the file lies while it is open; only one is at a time. */
const PLACE = '/weights.h5'

/** Milliseconds that reading a file may take; the largest network's took 300. */
const TIME_LIMIT = 10_000

/** The bytes of an HDF5 file that `fill` puts groups and arrays into; nothing lies on the disk. */
export function makeHdf5(fill: (file: File) => void): Promise<Uint8Array> {
  return withHdf5(({ File, files }) => {
    const file = new File(PLACE, 'w')
    try {
      try {
        fill(file)
      } finally {
        file.close()
      }
      return files.readFile(PLACE).slice()
    } finally {
      files.unlink(PLACE)
    }
  })
}

/**
 * Opens an HDF5 file in memory and lets `look` read it. Whatever the library throws at a damaged file, or
 * complains about, comes out as null, as does a file that it does not come to an end with; so `look` must tell what it
 * finds by what it returns.
 *
 * @param limit milliseconds that it may take
 * @throws Error if there is no library to load: that says nothing of the file
 */
export async function lookIntoHdf5<T>(
  bytes: Uint8Array,
  look: (file: File) => T,
  limit = TIME_LIMIT,
): Promise<T | null> {
  if (!areHeapsWhole(bytes)) return null
  return withHdf5<T | null>(
    ({ File, files }) => {
      files.truncate(COMPLAINTS, 0)
      files.writeFile(PLACE, bytes)
      try {
        return withinTime(limit, () => {
          const file = new File(PLACE, 'r')
          try {
            const found = look(file)
            return files.stat(COMPLAINTS).size === 0 ? found : null
          } finally {
            file.close()
          }
        })
      } finally {
        files.unlink(PLACE)
      }
    },
    () => null,
  )
}

/** What is at a place in a group, by what it is; links to other files are none of these. */
export function isGroup(found: unknown): found is Group {
  return typeName(found) === 'Group'
}

export function isDataset(found: unknown): found is Dataset {
  return typeName(found) === 'Dataset'
}

function typeName(found: unknown): unknown {
  return typeof found === 'object' && found !== null && 'type' in found ? found.type : undefined
}
