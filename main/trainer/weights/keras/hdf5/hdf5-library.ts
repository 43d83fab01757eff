import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import type * as H5wasm from 'h5wasm'

/*
 * The HDF5 library, and when to take a new one. It is C in WebAssembly, made for files that are whole. A damaged file can
 * make it ask for nearly all the 2 GB that there can be, which it never gives back; where there are none left it no longer
 * ends, or refuses every file after.
 */

/**
 * Where the library writes what is wrong with a file. Not everything else tells: what could not be read comes out as the
 * memory that was there.
 */
export const COMPLAINTS = '/complaints'

/** The devices that its file system begins with: a file may name them as the place of its numbers. */
const DEVICES = ['stdin', 'stdout', 'stderr', 'tty', 'tty1', 'random', 'urandom']

/** Bytes of memory that a library may have taken and yet be used again: the 19 MB it begins with are enough for any of ours. */
const MAX_MEMORY = 64 * 1024 * 1024

/** A library with a memory and a file system of its own, which has no files but those that are put there. */
export type Hdf5 = {
  readonly File: typeof H5wasm.File
  readonly files: Files
  /** Bytes of memory that it has taken so far. */
  readonly memory: () => number
}

/** Its types leave out the open files by their number. */
type Files = NonNullable<typeof H5wasm.FS> & { readonly streams: readonly object[] }

let current: Promise<Hdf5> | undefined
/** The library's own bundle as a script. Imported, each library that was given up would stay, with all that it took. */
let script: Promise<Script> | undefined

/**
 * Does something with a library that nothing is wrong with, loaded once it is asked for: 4 MB that nobody needs who
 * does not use this format.
 *
 * @param work may throw; after all but an Error that tells of the file alone the next work gets a new library
 * @param onError makes something of what `work` throws, by itself the same
 * @throws Error if there is no library to load, whatever `onError` is
 */
export async function withHdf5<T>(
  work: (hdf5: Hdf5) => T,
  onError: (error: unknown) => T = rethrow,
): Promise<T> {
  let asked: Promise<Hdf5>
  let hdf5: Hdf5
  do {
    current ??= load()
    asked = current
    hdf5 = await asked
    // While this waited, other work may have been too much for the library.
  } while (asked !== current)
  try {
    return work(hdf5)
  } catch (error) {
    if (!isOrdinary(error)) current = undefined
    return onError(error)
  } finally {
    if (hdf5.memory() > MAX_MEMORY) current = undefined
  }
}

function rethrow(error: unknown): never {
  throw error
}

/** Whether an error is one that the library throws itself: a trap of WebAssembly, and what stops it, have other classes. */
function isOrdinary(error: unknown): boolean {
  return error instanceof Error && error.constructor === Error
}

async function readScript(): Promise<Script> {
  const bundle = fileURLToPath(new URL('../iife/h5wasm.js', import.meta.resolve('h5wasm')))
  return new Script(`(() => {${await readFile(bundle, 'utf8')}\nreturn h5wasm})()`, { filename: bundle })
}

async function load(): Promise<Hdf5> {
  script ??= readScript()
  const { ready, File } = (await script).runInThisContext() as typeof H5wasm
  const module = await ready
  const files = module.FS as Files
  // By itself the library prints what is wrong with a file where others print. It must not throw it instead: its own
  // frames are then left behind, and with them the file and everything that was open in it.
  for (const [number, place] of ['/dev/null', '/dev/null', COMPLAINTS].entries()) {
    files.close(files.streams[number] ?? {})
    files.open(place, 'a+')
  }
  for (const device of DEVICES) files.unlink(`/dev/${device}`)
  return { File, files, memory: () => module.HEAPU8.byteLength }
}
