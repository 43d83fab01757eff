import { closeSync, fstatSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isSystemError } from './system-error'
import { checkArrived, temporaryBeside } from './temporary-file'

const PERMISSION_BITS = 0o777

/** How the new file is to be. */
export type NewFile = {
  /** Its permissions; null, or left out, for those that a new file gets here. */
  readonly mode?: number | null
  /** Looks at what was written before it gets its name; what it throws leaves all as it was. */
  readonly check?: (temporary: string) => Promise<void>
}

/** The bytes of a file, piece by piece. */
export type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/**
 * Puts a file in its place, or in that of an older one, in one go: it is written beside it under a temporary name,
 * flushed, renamed, and the folder flushed as well, so that through a full disk or a power cut either the old file is
 * there or the new one, and whole. A link of this name is replaced, not followed. After a failure all is as it was.
 *
 * Every file that this project writes is written here, by `replaceFileSync` or, several at once, by
 * `writeFilesTogether`. Throws the system's errors.
 *
 * @param pieces the bytes, piece by piece
 */
export async function replaceFile(path: string, pieces: Pieces, options: NewFile = {}): Promise<void> {
  const temporary = await writeTemporary(path, pieces, options)
  try {
    await options.check?.(temporary)
    await rename(temporary, path)
  } catch (error) {
    await removeQuietly(temporary)
    throw error
  }
  await flushFolder(dirname(path))
}

/**
 * Writes what is to get a file's name under a temporary one beside it, and flushes it; after a failure it is gone
 * again. Throws the system's errors.
 *
 * @returns the temporary path
 */
export async function writeTemporary(
  path: string,
  pieces: Pieces,
  { mode = null }: NewFile = {},
): Promise<string> {
  const temporary = temporaryBeside(path)
  const file = await open(temporary, 'wx', mode ?? undefined)
  try {
    await fill(file, pieces, mode).finally(() => file.close())
    return temporary
  } catch (error) {
    await removeQuietly(temporary)
    throw error
  }
}

/** Removes a temporary file; if that fails too, the first failure is the one to hear of. */
export async function removeQuietly(temporary: string): Promise<void> {
  await rm(temporary, { force: true }).catch(() => {})
}

/** The same, holding up all else meanwhile: for small files, and for those that are written while the app quits. */
export function replaceFileSync(path: string, bytes: Uint8Array, { mode = null }: NewFile = {}): void {
  const temporary = temporaryBeside(path)
  const file = openSync(temporary, 'wx', mode ?? undefined)
  try {
    try {
      writeFileSync(file, bytes)
      checkArrived(bytes.byteLength, fstatSync(file).size)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (error) {
    quietly(() => rmSync(temporary, { force: true }))
    throw error
  }
  quietly(() => flushFolderSync(dirname(path)))
}

async function fill(file: FileHandle, pieces: Pieces, mode: number | null): Promise<void> {
  let size = 0
  for await (const bytes of pieces) {
    // Unlike a single `write`, it goes on after a short one until the disk says that it is full.
    await file.writeFile(bytes)
    size += bytes.byteLength
  }
  const written = await file.stat()
  checkArrived(size, written.size)
  // Only when it differs: file systems without permissions refuse to be asked.
  if (mode !== null && mode !== (written.mode & PERMISSION_BITS)) await file.chmod(mode)
  await file.sync()
}

/**
 * Makes the rename outlast a power cut; Windows has no such call. A failure is not one of the file: the new
 * one is in its place, and at worst a power cut brings back the old one, whole.
 */
export async function flushFolder(folder: string, platform: string = process.platform): Promise<void> {
  if (platform === 'win32') return
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch (error) {
    if (!isSystemError(error)) throw error
  }
}

function flushFolderSync(folder: string, platform: string = process.platform): void {
  if (platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Does what may fail for a reason of the system's without harm. */
function quietly(act: () => void): void {
  try {
    act()
  } catch (error) {
    if (!isSystemError(error)) throw error
  }
}
