import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, type FileHandle, open, readlink, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fail, ok, type Result } from '@contract/result'
import { explain, isSystemError } from './system-error'

/** Symbolic links in a row before they count as a circle; Linux stops at as many. */
const MAX_LINKS = 40
const PERMISSION_BITS = 0o777

/** What the new file takes the place of. */
type Target = {
  /** Where the file itself lies, behind all symbolic links. */
  readonly path: string
  /** Permissions of the file that is there, or null when there is none. */
  readonly mode: number | null
}

/**
 * Writes a file so that at every moment, through a full disk or a power cut, either the old one or the new
 * one is there, and whole: a temporary file beside it is written, flushed and only then renamed to its name.
 * A symbolic link stays, the file that it leads to is replaced; permissions of an older file are kept. After
 * a failure the old file is as it was and the temporary one is gone.
 *
 * Fails with `file-not-written`: no space, no permission, no folder, or something other than a file is there.
 *
 * @param bytes all of them, or piece by piece
 */
export async function writeFileAtomically(
  path: string,
  bytes: Uint8Array | Iterable<Uint8Array>,
): Promise<Result<void>> {
  const refuse = (why: string) => fail('file-not-written', `"${basename(path)}" could not be saved: ${why}.`)
  try {
    const target = await findTarget(path)
    if (!target) return refuse('there is something of this name that is not a file; choose another name')
    await replace(target, bytes instanceof Uint8Array ? [bytes] : bytes)
    return ok()
  } catch (error) {
    if (!isSystemError(error)) throw error
    if (error.code === 'ENOENT') return refuse('its folder is no longer there; choose another folder')
    return refuse(
      explain(error.code) ?? `the system reports ${error.code}; try another folder or another name`,
    )
  }
}

async function findTarget(path: string): Promise<Target | null> {
  const file = await followLinks(path)
  const present = await unlessMissing(stat(file))
  if (!present) return { path: file, mode: null }
  if (present.isDirectory()) throw systemError('EISDIR')
  if (!present.isFile()) return null
  // Renaming asks for permission in the folder only: a file that its owner made read-only would be lost.
  await access(file, constants.W_OK)
  return { path: file, mode: present.mode & PERMISSION_BITS }
}

/** Like `realpath`, but the last link may lead to a file that is yet to be made. */
async function followLinks(path: string, links = 0): Promise<string> {
  if (links > MAX_LINKS) throw systemError('ELOOP')
  const file = join(await realpath(dirname(path)), basename(path))
  const link = await readlink(file).catch((error: unknown) => {
    // EINVAL (on Windows UNKNOWN, for some files): it is there, but is no link.
    if (isSystemError(error) && ['EINVAL', 'ENOENT', 'UNKNOWN'].includes(error.code)) return null
    throw error
  })
  return link === null ? file : followLinks(resolve(dirname(file), link), links + 1)
}

async function replace({ path, mode }: Target, pieces: Iterable<Uint8Array>): Promise<void> {
  const folder = dirname(path)
  // In the same folder, since only within a file system a rename is atomic; with a name of its own length.
  const temporary = join(folder, `.unroll-${randomUUID()}.tmp`)
  const file = await open(temporary, 'wx')
  try {
    await fill(file, pieces, mode).finally(() => file.close())
    await rename(temporary, path)
  } catch (error) {
    // Whatever hinders the removal too, the person should hear of the first failure.
    await rm(temporary, { force: true }).catch(() => {})
    throw error
  }
  await flushFolder(folder)
}

async function fill(file: FileHandle, pieces: Iterable<Uint8Array>, mode: number | null): Promise<void> {
  let size = 0
  for (const bytes of pieces) {
    // Unlike a single `write`, it goes on after a short one until the disk says that it is full.
    await file.writeFile(bytes)
    size += bytes.byteLength
  }
  const written = await file.stat()
  if (written.size !== size) throw systemError('ENOSPC')
  // Only when it differs: file systems without permissions refuse to be asked.
  if (mode !== null && mode !== (written.mode & PERMISSION_BITS)) await file.chmod(mode)
  await file.sync()
}

/**
 * Makes the rename outlast a power cut; Windows has no such call. A failure is none of the file's: the new
 * one is in its place, and at worst a power cut brings back the old one, whole.
 */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch (error) {
    if (!isSystemError(error)) throw error
  }
}

async function unlessMissing<T>(found: Promise<T>): Promise<T | null> {
  return found.catch((error: unknown) => {
    if (isSystemError(error) && error.code === 'ENOENT') return null
    throw error
  })
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code, errno: 0 })
}
