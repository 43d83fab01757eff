import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Begun, begin, isEnding } from './begun'
import { TAG } from './messages'
import { nativeBackend } from './native-binding'

/** A graph found no place on disk: nothing that another function could help. */
export class GraphNotWritten extends Error {
  override readonly name = 'GraphNotWritten'

  /** @param systemCode why, in the system's word: `ENOSPC` */
  constructor(
    readonly systemCode: string,
    cause: unknown,
  ) {
    // Without the system's own message, which has a path in it.
    super(`the graph could not be written (${systemCode})`, { cause })
  }
}

/** Milliseconds after which it is looked whether another thread has opened a session. */
const LOOK_AGAIN = 50

/** Where a graph may be put for the moment in which it is loaded, the first that will do. */
export function graphPlaces(platform: string = process.platform): readonly string[] {
  // Memory that looks like a folder: there also when no disk takes anything.
  return platform === 'linux' ? [tmpdir(), '/dev/shm'] : [tmpdir()]
}

/**
 * Loads a SavedModel into a native session of its own; give it back by `closeSession`. tfjs-node's only way into a
 * session is a folder on disk, so one is made where the system has its temporary files, and removed again.
 *
 * @param savedModel the bytes of `saved_model.pb`
 * @throws GraphNotWritten if there is no place for it
 * @throws Error with TensorFlow's own words if the graph is not one
 */
export function openSession(savedModel: Uint8Array): number {
  const { open, remove } = placed(savedModel)
  try {
    return open()
  } finally {
    remove()
  }
}

/** The same by another thread; throws as `openSession` does, where there is no place at once. */
export function beginSession(savedModel: Uint8Array): Begun<number> {
  const { open, remove } = placed(savedModel)
  const removing = <T>(action: () => T): T => {
    try {
      return action()
    } finally {
      remove()
    }
  }
  let begun: Begun<number>
  try {
    begun = begin(open, closeSession)
  } catch (error) {
    remove()
    throw error
  }
  let isDropped = false
  // Also where nobody takes it for long, or ever: a file cannot be removed everywhere while it is read.
  const looking = setInterval(() => {
    if (isDropped ? !isEnding() : begun.isDone()) removing(() => clearInterval(looking))
  }, LOOK_AGAIN).unref()
  return {
    isDone: begun.isDone,
    take: () => {
      clearInterval(looking)
      return removing(begun.take)
    },
    drop: () => {
      begun.drop()
      isDropped = true
    },
  }
}

/** What opens a session of a graph, and removes what had to be written for it. */
function placed(savedModel: Uint8Array): { readonly open: () => number; readonly remove: () => void } {
  let failed: GraphNotWritten | undefined
  for (const place of graphPlaces()) {
    const folder = written(savedModel, place)
    if (typeof folder === 'string')
      return {
        open: () => nativeBackend().binding.loadSavedModel(folder, TAG),
        remove: () => rmSync(folder, { recursive: true, force: true }),
      }
    failed ??= folder
  }
  throw failed
}

/** The folder that a graph was written into, or why it was not. */
function written(savedModel: Uint8Array, place: string): string | GraphNotWritten {
  let folder: string | undefined
  try {
    folder = mkdtempSync(join(place, 'unroll-graph-'))
    writeFileSync(join(folder, 'saved_model.pb'), savedModel)
    return folder
  } catch (error) {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
    if (error instanceof Error && 'code' in error && typeof error.code === 'string')
      return new GraphNotWritten(error.code, error)
    throw error
  }
}

/** Gives a session's memory back. */
export function closeSession(session: number): void {
  nativeBackend().binding.deleteSavedModel(session)
}
