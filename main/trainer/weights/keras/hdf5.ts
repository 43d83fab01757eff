import type { Dataset, File, Group } from 'h5wasm'

/*
 * The one door to HDF5. Files live in the library's own memory, in a file system that has nothing else in it: a link
 * to another file leads nowhere.
 */

type Library = typeof import('h5wasm')

/** Where the file lies while it is open; only one is at a time. */
const PLACE = '/weights.h5'

/**
 * Where the library writes what is wrong with a file. Not everything else tells: what could not be read comes out as the
 * memory that was there.
 */
const COMPLAINTS = '/complaints'

/** The devices that its file system begins with: a file may name them as the place of its numbers. */
const DEVICES = ['stdin', 'stdout', 'stderr', 'tty', 'tty1', 'random', 'urandom']

let ready: Promise<Library> | undefined

/** The library, once it is asked for: 4 MB that nobody needs who does not use this format. */
function library(): Promise<Library> {
  ready ??= load()
  return ready
}

async function load(): Promise<Library> {
  const loaded = await import('h5wasm')
  await loaded.ready
  const files = fileSystem(loaded)
  // By itself the library prints what is wrong with a file where others print. It must not throw it instead: its own
  // frames are then left behind, and with them the file and everything that was open in it.
  for (const [number, place] of ['/dev/null', '/dev/null', COMPLAINTS].entries()) {
    files.close(files.streams[number] ?? {})
    files.open(place, 'a+')
  }
  for (const device of DEVICES) files.unlink(`/dev/${device}`)
  return loaded
}

/** Its open files by their number, which its types leave out. */
type Streams = { readonly streams: readonly object[] }

function fileSystem({ FS }: Library) {
  if (!FS) throw new Error('h5wasm is ready, but has no file system')
  return FS as typeof FS & Streams
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
 * Opens an HDF5 file in memory and lets `look` read it. Whatever the library throws at a damaged file, or
 * complains about, comes out as null; so `look` must tell what it finds by what it returns.
 */
export async function lookIntoHdf5<T>(bytes: Uint8Array, look: (file: File) => T): Promise<T | null> {
  const hdf5 = await library()
  const files = fileSystem(hdf5)
  files.truncate(COMPLAINTS, 0)
  files.writeFile(PLACE, bytes)
  try {
    const file = new hdf5.File(PLACE, 'r')
    try {
      const found = look(file)
      return files.stat(COMPLAINTS).size === 0 ? found : null
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
