import type { Dataset, File, Group } from 'h5wasm'

/*
 * The one door to HDF5. Files live in the library's own memory, in a file system that has nothing else in it: a link
 * to another file leads nowhere.
 */

type Library = typeof import('h5wasm')

/** Where the file lies while it is open; only one is at a time. */
const PLACE = '/weights.h5'

/** What the library is, once it is there: 4 MB that nobody needs who does not use this format. */
async function library(): Promise<Library> {
  const loaded = await import('h5wasm')
  const native = await loaded.ready
  // By itself the library prints what is wrong with a file to standard output, which belongs to others.
  native.activate_throwing_error_handler()
  return loaded
}

function fileSystem({ FS }: Library) {
  if (!FS) throw new Error('h5wasm is ready, but has no file system')
  return FS
}

/** Makes an HDF5 file in memory. */
export async function makeHdf5(fill: (file: File) => void): Promise<Uint8Array> {
  const hdf5 = await library()
  const files = fileSystem(hdf5)
  const file = new hdf5.File(PLACE, 'w')
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
}

/**
 * Opens an HDF5 file in memory and lets `look` read it. Whatever the library throws at a damaged file comes out as
 * null; so `look` must tell what it finds by what it returns.
 */
export async function lookIntoHdf5<T>(bytes: Uint8Array, look: (file: File) => T): Promise<T | null> {
  const hdf5 = await library()
  const files = fileSystem(hdf5)
  files.writeFile(PLACE, bytes)
  try {
    const file = new hdf5.File(PLACE, 'r')
    try {
      return look(file)
    } finally {
      file.close()
    }
  } catch {
    return null
  } finally {
    files.unlink(PLACE)
  }
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
